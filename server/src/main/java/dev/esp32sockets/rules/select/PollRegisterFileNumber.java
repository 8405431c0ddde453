package dev.esp32sockets.rules.select;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Values;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import java.util.List;

/** Flags numbers where the object itself has to be watched. */
public final class PollRegisterFileNumber implements Rule {
  private static final int LISTS = 3;

  @Override
  public void check(Model model, Reporter report) {
    for (String method : List.of("register", "modify")) {
      for (CallSite call : model.callsTo("select.Poll." + method)) {
        Expr.Argument watched = call.isOnly() ? call.argumentNode(0, null) : null;
        if (watched != null && isNumber(model, watched.value)) {
          report(
              watched.value,
              "`"
                  + method
                  + "()` needs the socket on ESP32: with a number the next `poll()` crashes the"
                  + " chip",
              report);
        }
      }
    }
    for (CallSite call : model.callsTo("select.select")) {
      for (int i = 0; i < LISTS; i++) {
        Expr.Argument list = call.isOnly() ? call.argumentNode(i, null) : null;
        for (Expr item : list == null ? List.<Expr>of() : items(list.value)) {
          if (isNumber(model, item)) {
            String message = "`select()` needs the socket on ESP32, not its number (`OSError`)";
            report(item, message, report);
          }
        }
      }
    }
  }

  private static List<Expr> items(Expr display) {
    if (display instanceof Expr.TupleExpr tuple) {
      return tuple.items;
    }
    return display instanceof Expr.ListExpr list ? list.items : List.of();
  }

  private static boolean isNumber(Model model, Expr node) {
    return Values.isAll(model.valueOf(node), "builtins.int");
  }

  private static void report(Expr number, String message, Reporter report) {
    Reporter.Draft draft = report.at(number, "ESP250", message);
    if (number instanceof Expr.Call call
        && call.arguments.isEmpty()
        && call.function instanceof Expr.Attribute attribute
        && attribute.name.equals("fileno")) {
      draft.fix("Give the socket itself", Edits.replace(attribute.value.end, call.end, ""));
    }
  }
}
