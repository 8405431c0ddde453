package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Many;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Seq;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.analysis.Value.Union;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.api.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins values, names their types and makes them from the knowledge base's type notation. */
public final class Values {
  private static final int MOST_CHOICES = 5;

  private Values() {}

  /** The value when either is the case. */
  public static Value join(Value a, Value b) {
    if (a == b || b == Special.BOTTOM || a.equals(b)) {
      return a;
    }
    if (a == Special.BOTTOM) {
      return b;
    }
    if (a.isUnknown() || b.isUnknown()) {
      return Special.UNKNOWN;
    }
    if (a instanceof Union || b instanceof Union) {
      Value sum = a;
      for (Value choice : b.choices()) {
        sum = add(sum, choice);
      }
      return sum;
    }
    return joinSingle(a, b);
  }

  private static Value add(Value sum, Value extra) {
    if (!(sum instanceof Union union)) {
      return join(sum, extra);
    }
    List<Value> choices = new ArrayList<>(union.choices());
    for (int i = 0; i < choices.size(); i++) {
      Value one = joinSingle(choices.get(i), extra);
      if (!(one instanceof Union)) {
        if (one.isUnknown()) {
          return one;
        }
        choices.set(i, one);
        return new Union(choices);
      }
    }
    choices.add(extra);
    return choices.size() > MOST_CHOICES ? Special.UNKNOWN : new Union(choices);
  }

  private static Value joinSingle(Value a, Value b) {
    if (a.equals(b)) {
      return a;
    }
    if (a instanceof Seq left
        && b instanceof Seq right
        && left.list() == right.list()
        && left.items().size() == right.items().size()) {
      return joinItems(left, right);
    }
    if (a instanceof Many left && b instanceof Many right && left.type() == right.type()) {
      return new Many(left.type(), join(left.element(), right.element()));
    }
    Symbol type = typeOf(a);
    if (type != null && type == typeOf(b) && isPlain(a) && isPlain(b)) {
      return new Obj(type, sameCreation(a, b), null);
    }
    return new Union(List.of(a, b));
  }

  private static @Nullable Creation sameCreation(Value a, Value b) {
    Creation left = a instanceof Obj object ? object.creation() : null;
    Creation right = b instanceof Obj object ? object.creation() : null;
    return left != null && right != null && left.equals(right) ? left : null;
  }

  /** Whether only the type is worth keeping: numbers and texts, whose identity means nothing. */
  private static boolean isPlain(Value value) {
    if (value instanceof Obj object) {
      return object.type().qualifiedName().startsWith("builtins.");
    }
    return value instanceof Value.Int
        || value instanceof Value.Real
        || value instanceof Value.Bool
        || value instanceof Text
        || value instanceof Seq;
  }

  private static Seq joinItems(Seq a, Seq b) {
    List<Value> items = new ArrayList<>(a.items().size());
    for (int i = 0; i < a.items().size(); i++) {
      items.add(join(a.items().get(i), b.items().get(i)));
    }
    return new Seq(a.list(), items, a.origin() == b.origin() ? a.origin() : null);
  }

  /** The type of the value in the knowledge base; null when it is none of those. */
  public static @Nullable Symbol typeOf(Value value) {
    if (value instanceof Obj object) {
      return object.type();
    }
    if (value instanceof Many many) {
      return many.type();
    }
    String name = builtinName(value);
    return name == null ? null : Builtins.symbol(name);
  }

  private static @Nullable String builtinName(Value value) {
    if (value instanceof Value.Int) {
      return "int";
    }
    if (value instanceof Value.Real) {
      return "float";
    }
    if (value instanceof Value.Bool) {
      return "bool";
    }
    if (value instanceof Text text) {
      return text.bytes() ? "bytes" : "str";
    }
    if (value instanceof Seq seq) {
      return seq.list() ? "list" : "tuple";
    }
    return null;
  }

  /** An object of a builtin type of which nothing else is known. */
  public static Value builtin(String name) {
    return Builtins.object(name);
  }

  /** Whether every possible value but None certainly has the type, and there is one. */
  public static boolean isAll(Value value, String qualifiedType) {
    List<Value> choices = value.withoutNone();
    for (Value choice : choices) {
      Symbol type = typeOf(choice);
      if (type == null || !type.qualifiedName().equals(qualifiedType)) {
        return false;
      }
    }
    return !choices.isEmpty();
  }

  public static boolean isBytes(Value value) {
    return isAll(value, "builtins.bytes");
  }

  public static boolean isStr(Value value) {
    return isAll(value, "builtins.str");
  }

  /** The value for a type of the knowledge base. */
  public static Value of(TypeRef type, @Nullable Creation creation) {
    switch (type.name()) {
      case "|":
        Value sum = Special.BOTTOM;
        for (TypeRef choice : type.arguments()) {
          sum = join(sum, of(choice, creation));
        }
        return sum;
      case "None":
        return Special.NONE;
      case "Any":
        return Special.UNKNOWN;
      case "tuple":
        return tuple(type, creation);
      case "list":
      case "set":
      case "dict":
      case "generator":
        return container(type);
      default:
        Symbol symbol = ApiIndex.get().find(type.name());
        return symbol == null ? Special.UNKNOWN : new Obj(symbol, creation, null);
    }
  }

  private static Value tuple(TypeRef type, @Nullable Creation creation) {
    if (type.arguments().isEmpty()) {
      return builtin("tuple");
    }
    List<Value> items = new ArrayList<>();
    for (TypeRef item : type.arguments()) {
      items.add(of(item, creation));
    }
    return new Seq(false, items, creation == null ? null : creation.by());
  }

  private static Value container(TypeRef type) {
    Symbol symbol = Builtins.symbol(type.name());
    if (symbol == null) {
      return Special.UNKNOWN;
    }
    if (type.arguments().isEmpty()) {
      return new Obj(symbol, null, null);
    }
    return new Many(symbol, of(type.arguments().get(type.arguments().size() - 1), null));
  }
}
