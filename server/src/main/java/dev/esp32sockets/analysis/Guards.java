package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Ref;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Operator;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises tests by which a script adapts itself to the board it runs on. */
final class Guards {
  private Guards() {}

  /** The context of code that runs because of the test. */
  static Context inside(Frame frame, Expr test, Context outside) {
    if (isAboutPlatform(frame, test, 0) || Features.asksForOtherSockets(test)) {
      return outside.guardedBy(null);
    }
    Set<String> names = new HashSet<>(2);
    collectNames(test, names);
    return names.isEmpty() ? outside : outside.guardedBy(names);
  }

  /** The names that `hasattr(x, "name")` asks for. */
  private static void collectNames(Expr test, Set<String> names) {
    if (test instanceof Expr.BoolOp several) {
      for (Expr operand : several.operands) {
        collectNames(operand, names);
      }
    } else if (test instanceof Expr.Unary unary) {
      collectNames(unary.operand, names);
    } else if (test instanceof Expr.Call call
        && call.function instanceof Expr.Name function
        && (function.name.equals("hasattr") || function.name.equals("getattr"))
        && call.arguments.size() > 1
        && call.arguments.get(1).value instanceof Expr.Str name) {
      names.add(name.value);
    } else if (test instanceof Expr.Compare compare && compare.operators.size() == 1) {
      boolean in = compare.operators.get(0) == Operator.IN;
      if (in && compare.operands.get(0) instanceof Expr.Str name) {
        // `"name" in dir(module)`
        names.add(name.value);
      }
    }
  }

  private static boolean isAboutPlatform(Frame frame, Expr test, int depth) {
    if (depth > 6) {
      return false;
    }
    if (test instanceof Expr.Attribute attribute) {
      return isPlatformAttribute(frame, attribute)
          || isAboutPlatform(frame, attribute.value, depth + 1);
    }
    if (test instanceof Expr.Call call) {
      return isAboutPlatform(frame, call.function, depth + 1);
    }
    if (test instanceof Expr.Subscript subscript) {
      return isAboutPlatform(frame, subscript.value, depth + 1);
    }
    if (test instanceof Expr.Unary unary) {
      return isAboutPlatform(frame, unary.operand, depth + 1);
    }
    if (test instanceof Expr.BoolOp several) {
      return isAnyAboutPlatform(frame, several.operands, depth);
    }
    if (test instanceof Expr.Compare compare) {
      return isAnyAboutPlatform(frame, compare.operands, depth);
    }
    return test instanceof Expr.Name name
        && (isPlatformName(frame, name) || isPlatformFlag(frame, name, depth));
  }

  private static boolean isAnyAboutPlatform(Frame frame, Iterable<Expr> operands, int depth) {
    for (Expr operand : operands) {
      if (isAboutPlatform(frame, operand, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlatformName(Frame frame, Expr.Name name) {
    String imported = Imports.nameInSystem(frame.scope.owner(name.name), name.name);
    return imported != null
        && (imported.equals("platform")
            || imported.equals("implementation")
            || imported.equals("uname"));
  }

  private static boolean isPlatformAttribute(Frame frame, Expr.Attribute attribute) {
    boolean asked =
        attribute.name.equals("platform")
            || attribute.name.equals("implementation")
            || attribute.name.equals("uname")
            || attribute.name.equals("version_info")
            || attribute.name.equals("version");
    if (!asked && !attribute.name.equals("__version__")) {
      return false;
    }
    Value owner = frame.facts.values[attribute.value.id];
    return owner instanceof Ref ref
        && (!asked
            || ref.symbol().qualifiedName().equals("sys")
            || ref.symbol().qualifiedName().equals("os"));
  }

  /** A variable that was set from such a test: `IS_ESP32 = sys.platform == "esp32"`. */
  private static boolean isPlatformFlag(Frame frame, Expr.Name name, int depth) {
    Scope owner = frame.scope.owner(name.name);
    Binding binding =
        owner == null || owner.kind() == Scope.Kind.CLASS ? null : owner.binding(name.name);
    if (binding == null) {
      return false;
    }
    for (Binding.Source source : binding.sources) {
      Expr value = source.way() == Binding.Way.ASSIGN ? source.value() : null;
      if (value != null && isAboutPlatform(frame, value, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the test is certainly true or false on an ESP32; null when that is not known. */
  static @Nullable Boolean outcome(Frame frame, Expr test) {
    return outcome(frame, test, 0);
  }

  private static @Nullable Boolean outcome(Frame frame, Expr test, int depth) {
    if (depth > 6) {
      return null;
    }
    if (test instanceof Expr.Constant || test instanceof Expr.Num) {
      return Evaluator.truth(valueOf(frame, test));
    }
    if (test instanceof Expr.Unary unary && unary.operator == Operator.NOT) {
      Boolean inner = outcome(frame, unary.operand, depth + 1);
      return inner == null ? null : !inner;
    }
    if (test instanceof Expr.Compare compare && compare.operators.size() == 1) {
      return platformOutcome(frame, compare);
    }
    if (test instanceof Expr.NamedExpr named) {
      return outcome(frame, named.value, depth + 1);
    }
    if (test instanceof Expr.Call call) {
      return Features.outcome(frame, call);
    }
    return test instanceof Expr.Name name ? flagOutcome(frame, name, depth) : null;
  }

  /** Of a variable that was set once, from such a test. */
  private static @Nullable Boolean flagOutcome(Frame frame, Expr.Name name, int depth) {
    Scope owner = frame.scope.owner(name.name);
    Binding binding =
        owner == null || owner.kind() != Scope.Kind.MODULE ? null : owner.binding(name.name);
    if (binding == null || binding.sources.size() != 1) {
      return null;
    }
    Binding.Source source = binding.sources.get(0);
    Expr value = source.way() == Binding.Way.ASSIGN ? source.value() : null;
    if (value instanceof Expr.Compare
        || value instanceof Expr.Call
        || value instanceof Expr.Unary) {
      return outcome(frame, value, depth + 1);
    }
    return null;
  }

  private static Value valueOf(Frame frame, Expr test) {
    Value value = frame.facts.values[test.id];
    return value == null ? Value.Special.UNKNOWN : value;
  }

  private static @Nullable Boolean platformOutcome(Frame frame, Expr.Compare test) {
    Operator operator = test.operators.get(0);
    boolean equal = operator == Operator.EQUAL;
    String actual = platformText(frame, test.operands.get(0));
    if (actual == null || !(equal || operator == Operator.NOT_EQUAL)) {
      return null;
    }
    Value expected = valueOf(frame, test.operands.get(1));
    if (!(expected instanceof Text text) || !text.isExact()) {
      return null;
    }
    return text.text().equals(actual) == equal;
  }

  private static @Nullable String platformText(Frame frame, Expr left) {
    if (!(left instanceof Expr.Attribute attribute)) {
      String imported =
          left instanceof Expr.Name name
              ? Imports.nameInSystem(frame.scope.owner(name.name), name.name)
              : null;
      return imported != null && imported.equals("platform") ? "esp32" : null;
    }
    if (attribute.name.equals("platform") && isPlatformAttribute(frame, attribute)) {
      return "esp32";
    }
    boolean name =
        attribute.name.equals("name")
            && attribute.value instanceof Expr.Attribute implementation
            && implementation.name.equals("implementation")
            && isPlatformAttribute(frame, implementation);
    return name ? "micropython" : null;
  }
}
