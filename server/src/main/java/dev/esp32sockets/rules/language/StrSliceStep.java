package dev.esp32sockets.rules.language;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Values;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;

/** Flags slices of text and bytes with a step: only step 1 is built in. */
public final class StrSliceStep implements Rule {
  private static final int LONGEST_MESSAGE = 100;

  @Override
  public void check(Model model, Reporter report) {
    for (Use<Expr.Subscript> use : model.uses(Expr.Subscript.class)) {
      Expr.Subscript node = use.node();
      if (node.index instanceof Expr.Slice slice
          && slice.step != null
          && model.valueOf(slice.step) instanceof Int step
          && step.value() != 1) {
        boolean reversed = step.value() == -1 && slice.lower == null && slice.upper == null;
        check(model, use, reversed, report);
      }
    }
  }

  private static void check(
      Model model, Use<Expr.Subscript> use, boolean reversed, Reporter report) {
    Expr.Subscript node = use.node();
    Value owner = model.valueOf(node.value);
    boolean text = Values.isStr(owner);
    if ((!text && !Values.isBytes(owner)) || use.context().isGuarded(null, "NotImplementedError")) {
      return;
    }
    String type = text ? "str" : "bytes";
    String message = "Slices of `" + type + "` take step 1 only in MicroPython";
    if (!reversed) {
      report.at(node.index, "ESP107", message);
      return;
    }
    String source = model.tree().source(node.value);
    String turned =
        text ? "\"\".join(reversed(" + source + "))" : "bytes(reversed(" + source + "))";
    String whole = message + "; use `" + turned + "`";
    boolean fits = whole.length() <= LONGEST_MESSAGE && whole.indexOf('\n') < 0;
    report
        .at(node.index, "ESP107", fits ? whole : message + "; use `reversed()`")
        .fix("Use `reversed()`", Edits.replace(node, turned));
  }
}
