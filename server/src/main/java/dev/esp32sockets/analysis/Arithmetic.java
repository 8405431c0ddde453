package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Bool;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Real;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.syntax.Operator;

/** Operators on known values. */
final class Arithmetic {
  private Arithmetic() {}

  static Value unary(Operator operator, Value value) {
    if (operator == Operator.NOT) {
      Boolean truth = Evaluator.truth(value);
      return truth == null ? Values.builtin("bool") : new Bool(!truth);
    }
    if (value instanceof Int number) {
      return switch (operator) {
        case SUBTRACT -> new Int(-number.value());
        case INVERT -> new Int(~number.value());
        default -> number;
      };
    }
    if (value instanceof Real number) {
      return operator == Operator.SUBTRACT ? new Real(-number.value()) : number;
    }
    return isNumber(value) ? value : Special.UNKNOWN;
  }

  private static boolean isNumber(Value value) {
    return Values.isAll(value, "builtins.int") || Values.isAll(value, "builtins.float");
  }

  static Value binary(Operator operator, Value left, Value right) {
    if (left instanceof Int a && right instanceof Int b) {
      return ints(operator, a.value(), b.value());
    }
    if (left instanceof Text text) {
      return Texts.binary(operator, text, right);
    }
    if (left instanceof Int && right instanceof Text text && operator == Operator.MULTIPLY) {
      return Texts.binary(operator, text, left);
    }
    if (isNumber(left) && isNumber(right)) {
      return numbers(operator, left, right);
    }
    // b"a" + "b" gives bytes and "a" + b"b" raises, so the left side decides.
    if (Values.isBytes(left) && (operator == Operator.ADD || operator == Operator.MODULO)) {
      return Values.builtin("bytes");
    }
    boolean added = operator == Operator.ADD && Values.isBytes(right);
    if (Values.isStr(left) && (added || operator == Operator.MODULO || Values.isStr(right))) {
      return Values.builtin("str");
    }
    return Special.UNKNOWN;
  }

  private static Value numbers(Operator operator, Value left, Value right) {
    boolean real =
        operator == Operator.DIVIDE
            || Values.isAll(left, "builtins.float")
            || Values.isAll(right, "builtins.float");
    // A negative power of an int is a float.
    return operator == Operator.POWER ? Special.UNKNOWN : Values.builtin(real ? "float" : "int");
  }

  private static Value ints(Operator operator, long a, long b) {
    try {
      return exact(operator, a, b);
    } catch (ArithmeticException overflow) {
      // Beyond 64 bits, or a division by zero that the program will meet: the type is enough.
      return Values.builtin("int");
    }
  }

  private static Value exact(Operator operator, long a, long b) {
    return switch (operator) {
      case ADD -> new Int(Math.addExact(a, b));
      case SUBTRACT -> new Int(Math.subtractExact(a, b));
      case MULTIPLY -> new Int(Math.multiplyExact(a, b));
      case FLOOR_DIVIDE -> new Int(Math.floorDiv(a, b));
      case MODULO -> new Int(Math.floorMod(a, b));
      case BIT_AND -> new Int(a & b);
      case BIT_OR -> new Int(a | b);
      case BIT_XOR -> new Int(a ^ b);
      case SHIFT_LEFT -> b >= 0 && b < 31 ? new Int(Math.multiplyExact(a, 1L << b)) : anInt();
      case SHIFT_RIGHT -> b >= 0 && b < 63 ? new Int(a >> b) : anInt();
      case DIVIDE -> b == 0 ? Values.builtin("float") : new Real((double) a / b);
      case POWER -> b >= 0 ? anInt() : Values.builtin("float");
      default -> Special.UNKNOWN;
    };
  }

  private static Value anInt() {
    return Values.builtin("int");
  }
}
