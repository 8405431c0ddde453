package dev.esp32sockets.syntax;

import java.util.List;

/** What the compiler computes while it reads: constants and the truth of conditions. */
final class ConstantFolder {
  /** How an expression folds. */
  static final int NOT_CONSTANT = 0;

  static final int INTEGER = 1;
  static final int OTHER = 2;

  private ConstantFolder() {}

  /** Whether the expression may stand in {@code const()}. */
  static int kind(ExpressionParser parser, Expr expr) {
    if (expr instanceof Expr.Num num) {
      return num.value instanceof Double || num.value == null ? OTHER : INTEGER;
    }
    if (expr instanceof Expr.Str || expr instanceof Expr.Bytes || expr instanceof Expr.Constant) {
      return OTHER;
    }
    if (expr instanceof Expr.Name name) {
      return parser.constants.getOrDefault(name.name, NOT_CONSTANT);
    }
    if (expr instanceof Expr.TupleExpr tuple) {
      return allConstant(parser, tuple.items) ? OTHER : NOT_CONSTANT;
    }
    if (expr instanceof Expr.BoolOp bool) {
      return allConstant(parser, bool.operands) ? OTHER : NOT_CONSTANT;
    }
    if (expr instanceof Expr.Attribute attribute) {
      return attribute.value instanceof Expr.Name module && isConstantModule(module.name)
          ? INTEGER
          : NOT_CONSTANT;
    }
    return operation(parser, expr);
  }

  private static int operation(ExpressionParser parser, Expr expr) {
    if (expr instanceof Expr.Unary unary) {
      int operand = kind(parser, unary.operand);
      if (unary.operator == Operator.NOT) {
        return operand == NOT_CONSTANT ? NOT_CONSTANT : OTHER;
      }
      return isNumber(parser, unary.operand) ? operand : NOT_CONSTANT;
    }
    if (expr instanceof Expr.Binary binary) {
      if (!isNumber(parser, binary.left) || !isNumber(parser, binary.right)) {
        return NOT_CONSTANT;
      }
      int left = kind(parser, binary.left);
      int right = kind(parser, binary.right);
      return binary.operator == Operator.DIVIDE ? OTHER : Math.max(left, right);
    }
    return NOT_CONSTANT;
  }

  private static boolean isNumber(ExpressionParser parser, Expr expr) {
    return kind(parser, expr) != NOT_CONSTANT
        && !(expr instanceof Expr.Str
            || expr instanceof Expr.Bytes
            || expr instanceof Expr.Constant
            || expr instanceof Expr.TupleExpr);
  }

  private static boolean allConstant(ExpressionParser parser, List<Expr> items) {
    for (Expr item : items) {
      if (kind(parser, item) == NOT_CONSTANT) {
        return false;
      }
    }
    return true;
  }

  private static boolean isConstantModule(String name) {
    return name.equals("errno") || name.equals("uctypes") || name.equals("math");
  }

  /** 1 or 0 for a condition whose truth the compiler knows, else -1. */
  static int truth(Expr expr) {
    if (expr instanceof Expr.Num num && num.value != null) {
      return num.value.doubleValue() != 0 ? 1 : 0;
    }
    if (expr instanceof Expr.Str str) {
      return str.value.isEmpty() ? 0 : 1;
    }
    if (expr instanceof Expr.Constant constant) {
      return switch (constant.kind) {
        case NONE, FALSE -> 0;
        default -> 1;
      };
    }
    if (expr instanceof Expr.Unary unary && unary.operator != Operator.INVERT) {
      int operand = truth(unary.operand);
      return operand < 0 || unary.operator != Operator.NOT ? operand : 1 - operand;
    }
    return expr instanceof Expr.BoolOp bool ? truth(bool) : -1;
  }

  private static int truth(Expr.BoolOp bool) {
    int deciding = bool.operator == Operator.OR ? 1 : 0;
    for (Expr operand : bool.operands) {
      int truth = truth(operand);
      if (truth < 0 || truth == deciding) {
        return truth;
      }
    }
    return 1 - deciding;
  }
}
