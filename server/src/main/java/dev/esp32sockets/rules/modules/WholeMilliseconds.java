package dev.esp32sockets.rules.modules;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Real;
import dev.esp32sockets.analysis.Values;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Operator;

/** Flags numbers with a fraction where whole milliseconds or microseconds are counted. */
public final class WholeMilliseconds implements Rule {
  private static final String[] FUNCTIONS = {
    "time.sleep_ms", "time.sleep_us", "select.Poll.poll", "select.Poll.ipoll"
  };

  @Override
  public void check(Model model, Reporter report) {
    for (String function : FUNCTIONS) {
      for (CallSite call : model.callsTo(function)) {
        Expr.Argument argument = call.argumentNode(0, null);
        if (argument != null && call.isOnly() && !call.context().isGuarded(null, "TypeError")) {
          check(model, function, argument.value, report);
        }
      }
    }
  }

  private static void check(Model model, String function, Expr argument, Reporter report) {
    String name = function.substring(function.lastIndexOf('.') + 1) + "()";
    String unit = function.endsWith("us") ? "microseconds" : "milliseconds";
    boolean division = argument instanceof Expr.Binary binary && binary.operator == Operator.DIVIDE;
    if (division && argument instanceof Expr.Binary binary && isWhole(model, binary)) {
      int slash = model.tree().text().indexOf('/', binary.left.end);
      report
          .at(
              argument,
              "ESP707",
              "`/` gives a float, `" + name + "` takes whole " + unit + " (`TypeError`); use `//`")
          .fix("Use `//`", Edits.replace(slash, slash + 1, "//"));
    } else if (division || isFloat(model.valueOf(argument))) {
      Reporter.Draft draft =
          report.at(
              argument,
              "ESP707",
              "`" + name + "` takes whole " + unit + " in MicroPython, not a float (`TypeError`)");
      fix(model, argument, draft);
    }
  }

  /** Whether `//` would give a whole number. */
  private static boolean isWhole(Model model, Expr.Binary division) {
    return !isFloat(model.valueOf(division.left)) && !isFloat(model.valueOf(division.right));
  }

  private static boolean isFloat(Value value) {
    return Values.isAll(value, "builtins.float");
  }

  private static void fix(Model model, Expr argument, Reporter.Draft draft) {
    Value value = model.valueOf(argument);
    if (value instanceof Real number) {
      boolean whole = number.value() == Math.rint(number.value()) && number.value() < 1e9;
      if (whole && argument instanceof Expr.Num) {
        draft.fix(
            "Write a whole number", Edits.replace(argument, Long.toString((long) number.value())));
      }
    } else {
      String source = model.tree().source(argument);
      draft.fix("Make it whole", Edits.replace(argument, "int(" + source + ")"));
    }
  }
}
