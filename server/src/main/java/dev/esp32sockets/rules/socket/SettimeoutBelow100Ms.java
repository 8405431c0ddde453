package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value.Real;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;

/** Flags time limits that are finer than what the network stack can wait. */
public final class SettimeoutBelow100Ms implements Rule {
  private static final double FINEST = 0.1;

  @Override
  public void check(Model model, Reporter report) {
    for (CallSite call : SocketCalls.of(model, "socket.socket.settimeout")) {
      Expr.Argument argument = call.argumentNode(0, null);
      boolean tooFine =
          call.argument(0, null) instanceof Real limit
              && limit.value() > 0
              && limit.value() < FINEST;
      if (argument != null && tooFine && !call.context().isGuarded(null)) {
        report
            .at(
                argument.value,
                "ESP229",
                "A limit below 0.1 s raises `EAGAIN`, not `ETIMEDOUT`, on ESP32; use 0.1")
            .unsafeFix("Wait 0.1 s", Edits.replace(argument.value, "0.1"));
      }
    }
  }
}
