package dev.esp32sockets.rules.language;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Bound;
import dev.esp32sockets.analysis.Value.Inst;
import dev.esp32sockets.api.Signature;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Operator;
import dev.esp32sockets.syntax.Stmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags methods that are named where only their result makes sense. */
public final class MethodNotCalled implements Rule {
  private static final int LONGEST_SOURCE = 26;

  @Override
  public void check(Model model, Reporter report) {
    for (Use<Stmt.ExprStmt> use : model.uses(Stmt.ExprStmt.class)) {
      method(model, use.node().value, ", so this line does nothing", report);
    }
    for (Use<Stmt.While> use : model.uses(Stmt.While.class)) {
      condition(model, use.node().test, report);
    }
    for (Use<Stmt.If> use : model.uses(Stmt.If.class)) {
      for (Stmt.Branch branch : use.node().branches) {
        condition(model, branch.test, report);
      }
    }
    for (Use<Expr.Compare> use : model.uses(Expr.Compare.class)) {
      comparison(model, use.node(), report);
    }
    for (Use<Expr.Await> use : model.uses(Expr.Await.class)) {
      method(model, use.node().operand, ", so there is nothing to await", report);
    }
  }

  private static void condition(Model model, Expr test, Reporter report) {
    if (test instanceof Expr.Unary unary && unary.operator == Operator.NOT) {
      condition(model, unary.operand, report);
    } else if (test instanceof Expr.BoolOp several) {
      for (Expr operand : several.operands) {
        condition(model, operand, report);
      }
    } else {
      method(model, test, " and always true", report);
    }
  }

  private static void comparison(Model model, Expr.Compare node, Reporter report) {
    if (node.operands.size() != 2 || !isEquality(node.operators.get(0))) {
      return;
    }
    Expr left = node.operands.get(0);
    Expr right = node.operands.get(1);
    if (isConstant(model.valueOf(right))) {
      method(model, left, " and equals nothing", report);
    } else if (isConstant(model.valueOf(left))) {
      method(model, right, " and equals nothing", report);
    }
  }

  private static boolean isEquality(Operator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, IS, IS_NOT -> true;
      default -> false;
    };
  }

  private static boolean isConstant(Value value) {
    return value instanceof Value.Int
        || value instanceof Value.Real
        || value instanceof Value.Bool
        || value instanceof Value.Text;
  }

  private static void method(Model model, Expr node, String what, Reporter report) {
    if (!(node instanceof Expr.Attribute attribute) || !isMethod(model.valueOf(node))) {
      return;
    }
    String source = model.tree().source(node);
    boolean fits = source.length() <= LONGEST_SOURCE && source.indexOf('\n') < 0;
    String shown = fits ? source : Spans.name(attribute).of(model.tree().text());
    Reporter.Draft draft =
        report.at(
            node, "ESP249", "`" + shown + "` is not called" + what + "; write `" + shown + "()`");
    if (needsNothing(model, model.valueOf(node))) {
      draft.fix("Call it", Edits.insert(node.end, "()"));
    }
  }

  /** Whether it is certainly a method of an object that the firmware made. */
  private static boolean isMethod(Value value) {
    List<Value> choices = value.choices();
    for (Value choice : choices) {
      if (!(choice instanceof Bound bound) || bound.receiver() instanceof Inst) {
        return false;
      }
    }
    return !choices.isEmpty();
  }

  private static boolean needsNothing(Model model, Value value) {
    for (Value choice : value.choices()) {
      Signature signature =
          choice instanceof Bound bound
              ? bound.method().signature(model.target().releases().highest())
              : null;
      if (!takesNothing(signature)) {
        return false;
      }
    }
    return true;
  }

  private static boolean takesNothing(@Nullable Signature signature) {
    return signature != null && signature.minPositional() == 0;
  }
}
