package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;

/** Flags an IPv6 socket: the port never gives an interface an IPv6 address. */
public final class AfInet6Socket implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (CallSite call : model.callsTo("socket.socket")) {
      Expr.Argument family = call.argumentNode(0, null);
      boolean ipv6 =
          call.argument(0, null) instanceof Int number && number.value() == Sockets.AF_INET6;
      if (family == null || !ipv6) {
        continue;
      }
      Reporter.Draft draft =
          report.at(
              family,
              "ESP201",
              "`"
                  + model.tree().source(family)
                  + "` has no usable address on ESP32 over Wi-Fi or"
                  + " Ethernet; use `AF_INET`");
      if (family.value instanceof Expr.Attribute attribute) {
        draft.fix("Use `AF_INET`", Edits.rename(attribute, "AF_INET"));
      } else {
        draft.fix("Use `AF_INET`", Edits.replace(family, ipv4(model, family)));
      }
    }
  }

  private static String ipv4(Model model, Expr.Argument family) {
    return model.tree().source(family).equals("AF_INET6") ? "AF_INET" : "2";
  }
}
