package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags a host that holds more than a name: a scheme, a path, a port or a blank. */
public final class HostIsUrl implements Rule {
  private static final List<String> METHODS = List.of("connect", "bind", "sendto");

  @Override
  public void check(Model model, Reporter report) {
    for (String method : METHODS) {
      for (CallSite call : SocketCalls.of(model, "socket.socket." + method)) {
        Address address = Address.of(model, call);
        if (address != null && !call.context().isGuarded(null, "ValueError")) {
          String error = method.equals("sendto") ? "`ValueError`" : "`OSError` -202";
          Expr node = address.hostNode();
          judge(model, report, node, address.host(), address.port(), error);
        }
      }
    }
    argument(model, report, "socket.getaddrinfo", 0, "host", "port");
    argument(model, report, "asyncio.open_connection", 0, "host", "port");
    argument(model, report, "umqtt.simple.MQTTClient", 1, "server", "port");
    argument(model, report, "umqtt.robust.MQTTClient", 1, "server", "port");
  }

  private static void argument(
      Model model, Reporter report, String symbol, int position, String keyword, String portName) {
    for (CallSite call : SocketCalls.of(model, symbol)) {
      Value host = call.argument(position, keyword);
      Expr.Argument node = call.argumentNode(position, keyword);
      if (host != null && node != null && !call.context().isGuarded(null)) {
        Value port = call.argument(position + 1, portName);
        judge(model, report, node.value, host, port, "`OSError` -202");
      }
    }
  }

  private static void judge(
      Model model, Reporter report, Expr node, Value host, @Nullable Value port, String error) {
    if (!(host instanceof Text text) || !Hosts.isTooMuch(text)) {
      return;
    }
    String name = text.isExact() ? Hosts.name(text.text()) : "";
    boolean usable = !name.isEmpty() && name.indexOf(' ') < 0 && !Hosts.isUrl(name);
    Reporter.Draft draft =
        report.at(node, "ESP219", message(text.text(), error, usable ? name : ""));
    String literal = usable ? Rewrites.literal(model, node, name) : null;
    if (literal != null && isSamePort(Hosts.port(text.text()), port)) {
      draft.fix("Replace with `" + literal + "`", Edits.replace(node, literal));
    }
  }

  private static String message(String host, String error, String name) {
    String fault = "A host has no blanks (";
    if (Hosts.isUrl(host)) {
      fault = "A host is a name or an address, not a URL (";
    } else if (Hosts.hasPort(host)) {
      fault = "A host is a name or an address without a port (";
    }
    String full = fault + error + "); write `\"" + name + "\"`";
    boolean fits = !name.isEmpty() && full.length() <= 100;
    if (fits) {
      return full;
    }
    boolean blanks = !Hosts.isUrl(host) && !Hosts.hasPort(host);
    return fault + error + (blanks ? "); leave them out" : "); write the name alone");
  }

  /** A port inside the host may only go when the port beside it says the same. */
  private static boolean isSamePort(String inside, @Nullable Value port) {
    if (inside.isEmpty()) {
      return true;
    }
    return port instanceof Int number && inside.equals(Long.toString(number.value()));
  }
}
