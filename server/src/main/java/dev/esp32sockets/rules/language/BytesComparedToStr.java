package dev.esp32sockets.rules.language;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Values;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Operator;
import dev.esp32sockets.text.Span;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags comparisons of bytes with text: the two are never equal. */
public final class BytesComparedToStr implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (Use<Expr.Compare> use : model.uses(Expr.Compare.class)) {
      List<Expr> operands = use.node().operands;
      for (int i = 0; i + 1 < operands.size(); i++) {
        check(model, operands.get(i), use.node().operators.get(i), operands.get(i + 1), report);
      }
    }
  }

  private static void check(
      Model model, Expr left, Operator operator, Expr right, Reporter report) {
    Span span = new Span(left.start, right.end);
    if (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL) {
      boolean same = operator == Operator.EQUAL;
      String what =
          same ? ", so this is never equal to a `str`" : ", so this always differs from a `str`";
      if (isMixed(model, left, right)) {
        report(model, span, left, what, List.of(right), report);
      } else if (isMixed(model, right, left)) {
        report(model, span, right, what, List.of(left), report);
      }
    } else if (operator == Operator.IN || operator == Operator.NOT_IN) {
      List<Expr> items = Values.isBytes(model.valueOf(left)) ? texts(model, right) : null;
      if (items != null) {
        String what = operator == Operator.IN ? ", so no `str` equals it" : ", as is no `str` here";
        report(model, span, left, what, items, report);
      }
    }
  }

  private static boolean isMixed(Model model, Expr bytes, Expr text) {
    return Values.isBytes(model.valueOf(bytes)) && Values.isStr(model.valueOf(text));
  }

  /** The items of a display, or none for a constant one, when all of them are text. */
  private static @Nullable List<Expr> texts(Model model, Expr container) {
    List<Expr> items = List.of();
    if (container instanceof Expr.TupleExpr tuple) {
      items = tuple.items;
    } else if (container instanceof Expr.ListExpr list) {
      items = list.items;
    } else if (container instanceof Expr.SetExpr set) {
      items = set.items;
    } else {
      return isAllText(model.valueOf(container)) ? items : null;
    }
    for (Expr item : items) {
      if (!Values.isStr(model.valueOf(item))) {
        return null;
      }
    }
    return items.isEmpty() ? null : items;
  }

  private static boolean isAllText(Value container) {
    if (!(container instanceof Value.Seq seq) || seq.items().isEmpty()) {
      return false;
    }
    for (Value item : seq.items()) {
      if (!Values.isStr(item)) {
        return false;
      }
    }
    return true;
  }

  private static void report(
      Model model, Span span, Expr bytes, String what, List<Expr> texts, Reporter report) {
    String literal = texts.isEmpty() ? null : BytesText.prefixed(model, texts.get(0));
    String advice = literal == null ? "; compare with bytes" : "; write `" + literal + "`";
    String subject = BytesMethodStrArgument.capital(BytesText.isBytes(model, bytes));
    Reporter.Draft draft = report.at(span, "ESP112", subject + what + advice);
    List<TextEdit> edits = new ArrayList<>(texts.size());
    for (Expr text : texts) {
      if (!BytesText.takesPrefix(model, text)) {
        return;
      }
      edits.add(BytesText.prefix(text));
    }
    if (!edits.isEmpty()) {
      draft.fix("Write bytes", edits);
    }
  }
}
