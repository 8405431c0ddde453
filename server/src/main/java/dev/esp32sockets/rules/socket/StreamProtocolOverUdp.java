package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Seq;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.text.TextEdit;
import org.jspecify.annotations.Nullable;

/** Flags the first words of a protocol of TCP that are sent over UDP. */
public final class StreamProtocolOverUdp implements Rule {
  private static final String[] METHODS = {"send", "sendall", "write", "sendto"};
  private static final long HTTP_PORT = 80;
  private static final long HTTPS_PORT = 443;

  @Override
  public void check(Model model, Reporter report) {
    for (String method : METHODS) {
      for (CallSite call : SocketCalls.of(model, "socket.socket." + method)) {
        Expr.Argument data = call.argumentNode(0, null);
        boolean udp = call.isOnly() && Sockets.isUdp(call.receiver());
        if (data == null || !udp || call.context().isGuarded(null)) {
          continue;
        }
        String protocol = protocol(call.argument(0, null), call.before());
        if (protocol != null) {
          tell(model, call, data, protocol, report);
        }
      }
    }
  }

  private static void tell(
      Model model, CallSite call, Expr.Argument data, String protocol, Reporter report) {
    Expr receiver = call.receiverNode();
    String source = receiver == null ? "" : model.tree().source(receiver);
    String socket = source.isEmpty() || source.length() > 20 ? "this" : "`" + source + "`";
    Reporter.Draft draft =
        report.at(
            data,
            "ESP245",
            protocol
                + " runs over TCP, and "
                + socket
                + " is a UDP socket: nobody answers; use `SOCK_STREAM`");
    TextEdit edit = toStream(model, call);
    if (edit == null) {
      return;
    }
    // Without connect() a TCP socket does not send either: then more has to be changed by hand.
    if (call.before().must(ObjectState.CONNECT)) {
      draft.fix("Use `SOCK_STREAM`", edit);
    } else {
      draft.unsafeFix("Use `SOCK_STREAM`", edit);
    }
  }

  private static @Nullable String protocol(@Nullable Value data, ObjectState before) {
    if (!(data instanceof Text known)) {
      return null;
    }
    if (RequestText.of(data) != null) {
      return "HTTP";
    }
    String text = known.text();
    boolean line = text.endsWith("\r\n");
    if (line && (text.startsWith("EHLO ") || text.startsWith("HELO "))) {
      return "SMTP";
    }
    if (line && text.startsWith("USER ")) {
      return "FTP";
    }
    if (isMqttConnect(text)) {
      return "MQTT";
    }
    long port = port(before.setting());
    boolean web = before.must(ObjectState.CONNECT) && (port == HTTP_PORT || port == HTTPS_PORT);
    return web && isPrintable(text) ? "HTTP" : null;
  }

  /** The type byte, a length of one byte, then the name of the protocol with its own length. */
  private static boolean isMqttConnect(String text) {
    return text.startsWith("\u0010")
        && (text.startsWith("\0\u0004MQTT", 2) || text.startsWith("\0\u0006MQIsdp", 2));
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\r' && c != '\n' && (c < ' ' || c > '~')) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static long port(Value peer) {
    boolean known =
        peer instanceof Seq pair && pair.items().size() == 2 && pair.items().get(1) instanceof Int;
    return known && ((Seq) peer).items().get(1) instanceof Int port ? port.value() : -1;
  }

  /** Changes the type where the socket is made in this file. */
  private static @Nullable TextEdit toStream(Model model, CallSite call) {
    Obj socket = call.object();
    Creation creation = socket == null ? null : socket.creation();
    for (CallSite made : model.callsTo("socket.socket")) {
      Expr.Argument type = made.argumentNode(1, null);
      if (creation != null && made.node() == creation.node() && type != null) {
        if (type.value instanceof Expr.Attribute attribute) {
          return Edits.rename(attribute, "SOCK_STREAM");
        }
        boolean imported = made.context().scope().owner("SOCK_STREAM") != null;
        return Edits.replace(type, imported ? "SOCK_STREAM" : "1");
      }
    }
    return null;
  }
}
