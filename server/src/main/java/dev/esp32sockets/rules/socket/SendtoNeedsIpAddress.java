package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.analysis.Values;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** Flags a host name given to `sendto`, which looks nothing up, and a port that is a text. */
public final class SendtoNeedsIpAddress implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (CallSite call : SocketCalls.of(model, "socket.socket.sendto")) {
      Address address = Address.of(model, call);
      if (address == null) {
        continue;
      }
      if (address.host() instanceof Text host && !isAddress(host)) {
        if (!Hosts.isTooMuch(host) && !call.context().isGuarded(null, "ValueError")) {
          host(model, report, call, address, host);
        }
      } else if (Values.isStr(address.port()) && address.port() instanceof Text port) {
        if (!call.context().isGuarded(null, "TypeError")) {
          port(report, address, port);
        }
      }
    }
  }

  /** Whether it may be read as an address: empty, dotted, or not known well enough. */
  private static boolean isAddress(Text host) {
    String text = host.text();
    if (host.isExact()) {
      return text.isEmpty() || Hosts.isDotted(text);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits = c == Text.HOLE || c == '.' || (c >= '0' && c <= '9');
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static void host(
      Model model, Reporter report, CallSite call, Address address, Text host) {
    if (host.text().equals("<broadcast>")) {
      Reporter.Draft draft =
          report.at(
              address.hostNode(),
              "ESP221",
              "`sendto()` does not know `<broadcast>` on ESP32; use `255.255.255.255`");
      if (address.pair() != null) {
        String better = "\"255.255.255.255\"";
        draft.fix("Replace with `" + better + "`", Edits.replace(address.hostNode(), better));
      }
      return;
    }
    if (host.isExact() && Hosts.isIpv6(host.text())) {
      report.at(
          address.hostNode(),
          "ESP221",
          "`sendto()` needs a dotted IPv4 address on ESP32, IPv6 is not read");
      return;
    }
    Reporter.Draft draft = report.at(address.hostNode(), "ESP221", message(model, address));
    if (!isNumeric(host.text())) {
      fix(model, call, address, draft);
    }
  }

  private static String message(Model model, Address address) {
    String source = model.tree().source(address.hostNode());
    boolean shown = address.pair() != null && source.length() <= 32 && source.indexOf('\n') < 0;
    return "`sendto()` needs a dotted IPv4 address on ESP32; look up "
        + (shown ? "`" + source + "`" : "the host")
        + " first";
  }

  /** Numbers and dots in a wrong number: looking them up would not help. */
  private static boolean isNumeric(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static void fix(Model model, CallSite call, Address address, Reporter.Draft draft) {
    Expr pair = address.pair();
    ModuleNames.Usable socket = ModuleNames.use(model, call.context().scope(), "socket");
    if (pair == null || socket == null) {
      return;
    }
    String host = model.tree().source(address.hostNode());
    String port = model.tree().source(address.portNode());
    List<TextEdit> edits = new ArrayList<>(2);
    if (socket.edit() != null) {
      edits.add(socket.edit());
    }
    String lookUp = socket.name() + ".getaddrinfo(" + host + ", " + port + ")[0][-1]";
    edits.add(Edits.replace(pair, lookUp));
    draft.fix("Resolve with `getaddrinfo()`", edits);
  }

  private static void port(Reporter report, Address address, Text port) {
    Expr node = address.portNode();
    Reporter.Draft draft =
        report.at(node, "ESP221", "`sendto()` needs a number as the port (`TypeError`)");
    boolean number = port.isExact() && Hosts.isDigits(port.text()) && port.text().length() < 6;
    if (address.pair() != null && number) {
      String value = Integer.toString(Integer.parseInt(port.text()));
      draft.fix("Write " + value, Edits.replace(node, value));
    }
  }
}
