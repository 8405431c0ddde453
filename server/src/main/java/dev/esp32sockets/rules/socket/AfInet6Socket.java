package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;

/** Flags an IPv6 socket: the port never gives an interface an IPv6 address. */
public final class AfInet6Socket implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (CallSite call : SocketCalls.of(model, "socket.socket")) {
      Expr.Argument family = call.argumentNode(0, null);
      boolean ipv6 =
          call.argument(0, null) instanceof Int number && number.value() == Sockets.AF_INET6;
      if (family == null || !ipv6 || call.context().isGuarded("AF_INET6")) {
        continue;
      }
      String source = model.tree().source(family);
      String name = source.length() > 24 ? "AF_INET6" : source;
      report
          .at(
              family,
              "ESP201",
              "`" + name + "` has no usable address on ESP32 over Wi-Fi or Ethernet; use `AF_INET`")
          .fix("Use `AF_INET`", Rewrites.toIpv4(model, call.context().scope(), family));
    }
  }
}
