package dev.esp32sockets.rules.language;

import dev.esp32sockets.analysis.Context;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Values;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Operator;
import dev.esp32sockets.syntax.Stmt;

/** Flags bytes that are added to a text. */
public final class StrBytesConcatenation implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (Use<Stmt.AugAssign> use : model.uses(Stmt.AugAssign.class)) {
      Stmt.AugAssign node = use.node();
      if (node.operator == Operator.ADD) {
        check(model, node, node.target, node.value, use.context(), report);
      }
    }
    for (Use<Expr.Binary> use : model.uses(Expr.Binary.class)) {
      Expr.Binary node = use.node();
      if (node.operator == Operator.ADD) {
        check(model, node, node.left, node.right, use.context(), report);
      }
    }
  }

  private static void check(
      Model model, Node node, Expr left, Expr right, Context context, Reporter report) {
    boolean mixed = Values.isStr(model.valueOf(left)) && Values.isBytes(model.valueOf(right));
    if (!mixed || context.isGuarded(null, "TypeError")) {
      return;
    }
    String name = BytesText.name(model, left);
    String text = name == null ? "This is a `str`" : "`" + name + "` is a `str`";
    Reporter.Draft draft =
        report.at(
            node,
            "ESP110",
            text + ", " + BytesText.isBytes(model, right) + " (`TypeError`); add `.decode()`");
    boolean needsParentheses =
        !(right instanceof Expr.Call
            || right instanceof Expr.Name
            || right instanceof Expr.Attribute
            || right instanceof Expr.Subscript
            || (right instanceof Expr.Bytes bytes && bytes.parts == 1));
    if (needsParentheses) {
      draft.fix(
          "Add `.decode()`", Edits.insert(right.start, "("), Edits.insert(right.end, ").decode()"));
    } else {
      draft.fix("Add `.decode()`", Edits.insert(right.end, ".decode()"));
    }
  }
}
