package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a test tells of the variables in it. */
final class Narrowing {
  private Narrowing() {}

  /** Changes the frame's state to what holds when the test came out this way. */
  static void apply(Evaluator evaluator, Frame frame, Expr test, boolean outcome) {
    if (test instanceof Expr.Unary unary && unary.operator == Operator.NOT) {
      apply(evaluator, frame, unary.operand, !outcome);
    } else if (test instanceof Expr.BoolOp several) {
      if ((several.operator == Operator.AND) == outcome) {
        for (Expr operand : several.operands) {
          apply(evaluator, frame, operand, outcome);
        }
      }
    } else if (test instanceof Expr.Compare compare && compare.operators.size() == 1) {
      compare(frame, compare, outcome);
    } else if (test instanceof Expr.NamedExpr named) {
      truthy(frame, named.target, outcome);
    } else {
      truthy(frame, test, outcome);
    }
  }

  private static void compare(Frame frame, Expr.Compare test, boolean outcome) {
    Expr left = test.operands.get(0);
    Expr right = test.operands.get(1);
    Operator operator = test.operators.get(0);
    boolean equal = operator == Operator.IS || operator == Operator.EQUAL;
    boolean unequal = operator == Operator.IS_NOT || operator == Operator.NOT_EQUAL;
    if (!equal && !unequal) {
      return;
    }
    boolean none =
        right instanceof Expr.Constant constant && constant.kind == Expr.ConstantKind.NONE;
    if (!none) {
      if (equal == outcome) {
        // It equals something that is not None.
        withoutNone(frame, left, right);
      }
      return;
    }
    if (equal == outcome) {
      set(frame, left, Special.NONE);
    } else {
      withoutNone(frame, left);
    }
  }

  private static void withoutNone(Frame frame, Expr left, Expr right) {
    boolean literal =
        right instanceof Expr.Str || right instanceof Expr.Bytes || right instanceof Expr.Num;
    if (literal) {
      withoutNone(frame, left);
    }
  }

  private static void truthy(Frame frame, Expr test, boolean outcome) {
    if (outcome) {
      withoutNone(frame, test);
      return;
    }
    Value value = current(frame, test);
    if (value instanceof Value.Union && value.mayBeNone()) {
      // Objects are always true, so a false one is None; a text may be empty.
      List<Value> rest = value.withoutNone();
      boolean onlyObjects = true;
      for (Value choice : rest) {
        onlyObjects &= choice instanceof Value.Obj object && Frame.isTracked(object);
      }
      if (onlyObjects) {
        set(frame, test, Special.NONE);
      }
    }
  }

  private static void withoutNone(Frame frame, Expr variable) {
    Value value = current(frame, variable);
    if (value instanceof Value.Union && value.mayBeNone()) {
      Value rest = Special.BOTTOM;
      for (Value choice : value.withoutNone()) {
        rest = Values.join(rest, choice);
      }
      set(frame, variable, rest);
    }
  }

  private static @Nullable Value current(Frame frame, Expr variable) {
    String key = key(variable);
    return key == null ? null : frame.state.get(key);
  }

  private static void set(Frame frame, Expr variable, Value value) {
    String key = key(variable);
    if (key != null && frame.state.get(key) != null) {
      frame.state.set(key, value);
    }
  }

  private static @Nullable String key(Expr variable) {
    if (variable instanceof Expr.Name name) {
      return name.name;
    }
    return variable instanceof Expr.Attribute attribute ? FlowEvaluator.path(attribute) : null;
  }
}
