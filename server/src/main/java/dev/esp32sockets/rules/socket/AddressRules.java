package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Real;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import java.util.List;

/** Flags hosts and ports that `connect`, `bind` and the name look-up never accept. */
public final class AddressRules implements Rule {
  private static final Releases WITH_IPV6_TEXT = Releases.since(23);
  private static final List<String> METHODS = List.of("connect", "bind");
  private static final List<String> LOOK_UPS =
      List.of("socket.getaddrinfo", "asyncio.open_connection");

  @Override
  public void check(Model model, Reporter report) {
    for (String method : METHODS) {
      for (CallSite call : SocketCalls.of(model, "socket.socket." + method)) {
        Address address = Address.of(model, call);
        if (address != null && !call.context().isGuarded(null)) {
          ipv6(model, report, call, address);
          broadcast(report, address, method);
          port(report, call, address.portNode(), address.port(), address.pair() != null);
        }
      }
    }
    for (String lookUp : LOOK_UPS) {
      for (CallSite call : SocketCalls.of(model, lookUp)) {
        Value port = call.argument(1, "port");
        Expr.Argument node = call.argumentNode(1, "port");
        if (port != null && node != null && !call.context().isGuarded(null)) {
          port(report, call, node.value, port, true);
        }
      }
    }
  }

  private static void ipv6(Model model, Reporter report, CallSite call, Address address) {
    boolean ipv6 =
        address.host() instanceof Text host && host.isExact() && Hosts.isIpv6(host.text());
    if (!ipv6 || !SocketCalls.isIpv4(model, call)) {
      return;
    }
    Releases releases = model.target().releases();
    String error = "22";
    if (releases.and(WITH_IPV6_TEXT).isEmpty()) {
      error = "-202";
    } else if (!WITH_IPV6_TEXT.containsAll(releases)) {
      error = "22, before 1.23 -202";
    }
    report.at(
        address.hostNode(),
        "ESP203",
        "An IPv4 socket cannot use an IPv6 address on ESP32 (`OSError` " + error + ")");
  }

  private static void broadcast(Reporter report, Address address, String method) {
    if (!(address.host() instanceof Text host) || !host.text().equals("<broadcast>")) {
      return;
    }
    String better = method.equals("bind") ? "\"\"" : "\"255.255.255.255\"";
    String advice = method.equals("bind") ? "bind to `\"\"`" : "use `255.255.255.255`";
    Reporter.Draft draft =
        report.at(
            address.hostNode(),
            "ESP222",
            "`<broadcast>` is no name on ESP32 (`OSError` -202); " + advice);
    if (address.pair() != null) {
      draft.fix("Replace with `" + better + "`", Edits.replace(address.hostNode(), better));
    }
  }

  private static void port(Reporter report, CallSite call, Expr node, Value port, boolean fixable) {
    if (port instanceof Int number && (number.value() < 0 || number.value() > 65535)) {
      tooLarge(report, node, Long.toString(number.value()));
    } else if (port instanceof Text text && text.isExact()) {
      textPort(report, node, text.text(), fixable);
    } else if ((port instanceof Real || port.isNone())
        && !call.context().isGuarded(null, "TypeError")) {
      String what = port.isNone() ? "`None`" : "a `float`";
      report.at(node, "ESP220", "A port is a whole number, not " + what + " (`TypeError`)");
    }
  }

  private static void tooLarge(Reporter report, Expr node, String port) {
    report.at(node, "ESP220", "A port is 0 to 65535, not " + port + " (`OSError` -201)");
  }

  private static void textPort(Reporter report, Expr node, String text, boolean fixable) {
    if (text.isEmpty()) {
      report.at(node, "ESP220", "A port is a number, not an empty text (`OSError` -201)");
    } else if (Hosts.isDigits(text)) {
      if (text.length() > 9 || Integer.parseInt(text) > 65535) {
        tooLarge(report, node, text.length() > 20 ? "a longer number" : text);
      }
    } else if (Character.isLetter(text.charAt(0))) {
      // What begins with a digit, a sign or a blank is read as far as it is a number.
      int known = service(text);
      Reporter.Draft draft =
          report.at(
              node,
              "ESP220",
              "Names of services are not known on ESP32 (`OSError` -201); write "
                  + (known > 0 ? Integer.toString(known) : "the number"));
      if (known > 0 && fixable) {
        draft.fix("Write " + known, Edits.replace(node, Integer.toString(known)));
      }
    }
  }

  private static int service(String name) {
    return switch (name) {
      case "ftp" -> 21;
      case "ssh" -> 22;
      case "telnet" -> 23;
      case "smtp" -> 25;
      case "domain", "dns" -> 53;
      case "http", "www" -> 80;
      case "pop3" -> 110;
      case "ntp" -> 123;
      case "https" -> 443;
      case "mqtt" -> 1883;
      case "mqtts", "secure-mqtt" -> 8883;
      default -> 0;
    };
  }
}
