package dev.esp32sockets.rules.language;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Values;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import org.jspecify.annotations.Nullable;

/** Flags text given to those methods of bytes that want bytes. */
public final class BytesMethodStrArgument implements Rule {
  private static final String[] METHODS = {
    "find",
    "rfind",
    "index",
    "rindex",
    "count",
    "split",
    "rsplit",
    "strip",
    "lstrip",
    "rstrip",
    "replace",
    "partition",
    "rpartition"
  };

  @Override
  public void check(Model model, Reporter report) {
    for (String method : METHODS) {
      for (CallSite call : model.callsTo("builtins.bytes." + method)) {
        Expr receiver = call.receiverNode();
        if (receiver != null
            && Values.isBytes(model.valueOf(receiver))
            && !call.context().isGuarded(null, "TypeError")) {
          arguments(model, call, method, receiver, report);
        }
      }
    }
  }

  private static void arguments(
      Model model, CallSite call, String method, Expr receiver, Reporter report) {
    for (Expr.Argument argument : call.node().arguments) {
      boolean text =
          argument.kind == Expr.ArgumentKind.POSITIONAL
              && Values.isStr(model.valueOf(argument.value));
      if (!text) {
        continue;
      }
      String literal = BytesText.prefixed(model, argument.value);
      String subject = capital(BytesText.isBytes(model, receiver));
      Reporter.Draft draft =
          report.at(
              argument.value,
              "ESP111",
              subject + ", so `" + method + "()` needs bytes (`TypeError`)" + advice(literal));
      if (BytesText.takesPrefix(model, argument.value)) {
        draft.fix("Write bytes", BytesText.prefix(argument.value));
      } else if (argument.value instanceof Expr.Name) {
        draft.fix("Add `.encode()`", Edits.insert(argument.value.end, ".encode()"));
      }
    }
  }

  private static String advice(@Nullable String literal) {
    return literal == null ? "" : "; write `" + literal + "`";
  }

  static String capital(String message) {
    return Character.toUpperCase(message.charAt(0)) + message.substring(1);
  }
}
