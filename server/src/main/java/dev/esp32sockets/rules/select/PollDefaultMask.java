package dev.esp32sockets.rules.select;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.rules.socket.Sockets;
import dev.esp32sockets.syntax.Expr;

/** Flags sockets that are also watched for being writable, which they nearly always are. */
public final class PollDefaultMask implements Rule {
  private static final long POLLOUT = 4;

  @Override
  public void check(Model model, Reporter report) {
    for (CallSite call : model.callsTo("select.Poll.register")) {
      boolean unmasked =
          call.isOnly()
              && call.node().arguments.size() == 1
              && isWritable(call)
              && !call.context().isGuarded(null);
      if (unmasked && !looksForWritable(model)) {
        Reporter.Draft draft =
            report.at(
                Spans.name(call.node()),
                "ESP251",
                "Without a mask `poll()` also waits for `POLLOUT`, which is nearly always set; add"
                    + " `select.POLLIN`");
        String module = ModuleNames.find(model, call.context().scope(), "select");
        if (module != null) {
          draft.unsafeFix(
              "Wait for `POLLIN` only", Edits.addArgument(call.node(), module + ".POLLIN"));
        }
      }
    }
  }

  /** A server that only accepts never is; a connection and a UDP socket are from the start. */
  private static boolean isWritable(CallSite call) {
    Value watched = call.argument(0, null);
    if (Sockets.isUdp(watched)) {
      return true;
    }
    boolean stream = Sockets.isTcp(watched) || Sockets.isTls(watched);
    return stream && call.argumentState(0, null).must(ObjectState.CONNECT);
  }

  private static boolean looksForWritable(Model model) {
    if (Words.inProject(model, "POLLOUT") || !model.callsTo("select.Poll.modify").isEmpty()) {
      return true;
    }
    for (Use<Expr.Binary> use : model.uses(Expr.Binary.class)) {
      if (hasBit(model, use.node().left) || hasBit(model, use.node().right)) {
        return true;
      }
    }
    for (Use<Expr.Compare> use : model.uses(Expr.Compare.class)) {
      for (Expr operand : use.node().operands) {
        if (hasBit(model, operand)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasBit(Model model, Expr node) {
    return model.valueOf(node) instanceof Int number
        && (number.value() == POLLOUT || number.value() == (POLLOUT | 1));
  }
}
