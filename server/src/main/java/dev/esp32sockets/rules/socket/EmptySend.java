package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import org.jspecify.annotations.Nullable;

/** Flags sending nothing, which the firmware takes for a call that did not get through. */
public final class EmptySend implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (CallSite call : SocketCalls.of(model, "socket.socket.sendto")) {
      Expr data = emptyData(call);
      if (data != null) {
        sendto(report, call, data);
      }
    }
    send(model, report, "send");
    send(model, report, "sendall");
  }

  private static @Nullable Expr emptyData(CallSite call) {
    boolean empty = call.argument(0, null) instanceof Text text && text.text().isEmpty();
    Expr.Argument node = empty ? call.argumentNode(0, null) : null;
    return node == null || call.context().isGuarded(null) ? null : node.value;
  }

  private static void sendto(Reporter report, CallSite call, Expr data) {
    String fault =
        call.before().isOnly(ObjectState.NON_BLOCKING)
            ? "`sendto()` of empty data is `OSError` 116 on ESP32"
            : "`sendto()` sends empty data again and again on ESP32";
    Reporter.Draft draft = report.at(data, "ESP226", fault + "; send one byte at least");
    if (data instanceof Expr.Str || data instanceof Expr.Bytes) {
      draft.unsafeFix("Send one zero byte", Edits.replace(data, "b\"\\0\""));
    }
  }

  private static void send(Model model, Reporter report, String method) {
    for (CallSite call : SocketCalls.of(model, "socket.socket." + method)) {
      Expr data = emptyData(call);
      if (data == null) {
        continue;
      }
      String error = call.before().isOnly(ObjectState.NON_BLOCKING) ? "11" : "116";
      Reporter.Draft draft =
          report.at(
              data,
              "ESP227",
              "`"
                  + method
                  + "()` of empty data is `OSError` "
                  + error
                  + " on ESP32; use `write()` or leave it out");
      if (call.node().function instanceof Expr.Attribute attribute) {
        draft.fix("Use `write()`", Edits.rename(attribute, "write"));
      }
    }
  }
}
