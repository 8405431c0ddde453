package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags addresses that an IPv6 socket refuses: IPv4 ones, and before 1.23 IPv6 text as well. */
public final class AfInet6Use implements Rule {
  private static final Releases WITHOUT_IPV6_TEXT = Releases.until(22);
  private static final List<String> METHODS = List.of("connect", "bind", "sendto");

  @Override
  public void check(Model model, Reporter report) {
    for (String method : METHODS) {
      for (CallSite call : SocketCalls.of(model, "socket.socket." + method)) {
        Address address = Address.of(model, call);
        if (address == null
            || !SocketCalls.isIpv6(model, call)
            || call.context().isGuarded(null, "ValueError")) {
          continue;
        }
        if (address.host() instanceof Text host && host.isExact()) {
          judge(model, report, call, address, host.text());
        }
      }
    }
  }

  private static void judge(
      Model model, Reporter report, CallSite call, Address address, String host) {
    boolean binds = call.node().function instanceof Expr.Attribute name && name.name.equals("bind");
    boolean sends =
        call.node().function instanceof Expr.Attribute name && name.name.equals("sendto");
    if (Hosts.isDotted(host) || (binds && host.isEmpty())) {
      String what = host.isEmpty() ? "An empty host" : "An IPv4 address";
      Reporter.Draft draft =
          report.at(
              address.hostNode(),
              "ESP202",
              what + " on an `AF_INET6` socket is `OSError` 22 on ESP32; use `AF_INET`");
      fixFamily(model, call, draft);
    } else if (Hosts.isIpv6(host) && !sends) {
      Releases old = model.target().releases().and(WITHOUT_IPV6_TEXT);
      if (!old.isEmpty()) {
        report.at(
            address.hostNode(),
            "ESP202",
            "IPv6 text needs MicroPython 1.23 on ESP32 (`OSError` -202); this project targets "
                + old);
      }
    }
  }

  private static void fixFamily(Model model, CallSite call, Reporter.Draft draft) {
    Creation creation = call.object() == null ? null : call.object().creation();
    List<CallSite> made = creation == null ? List.of() : model.sitesOf(creation.node());
    if (made.isEmpty() || !call.isOnly()) {
      return;
    }
    Expr.@Nullable Argument family = made.get(0).argumentNode(0, null);
    if (family != null) {
      draft.fix("Use `AF_INET`", Rewrites.toIpv4(model, made.get(0).context().scope(), family));
    }
  }
}
