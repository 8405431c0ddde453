package dev.esp32sockets.analysis;

import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.syntax.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is, as far as that is certain.
 *
 * <p>Immutable. {@link Special#UNKNOWN} is the answer whenever anything escapes the analysis.
 */
public sealed interface Value {

  /** The values without parts. */
  enum Special implements Value {
    UNKNOWN,
    /** No value reaches this place (yet). */
    BOTTOM,
    NONE
  }

  /** A known int. */
  record Int(long value) implements Value {}

  /** A known float. */
  record Real(double value) implements Value {}

  /** A known bool. */
  record Bool(boolean value) implements Value {}

  /**
   * A str or bytes of which the text is known, wholly or in parts.
   *
   * @param text one char a byte for bytes; {@link #HOLE} stands for each part that is not known
   */
  record Text(boolean bytes, String text) implements Value {
    public static final char HOLE = Expr.FString.HOLE;

    public boolean isExact() {
      return text.indexOf(HOLE) < 0;
    }
  }

  /** A module, class, function or other thing of the knowledge base itself. */
  record Ref(Symbol symbol) implements Value {}

  /**
   * An object of a type of the knowledge base.
   *
   * @param creation the call that made it, where that is known
   * @param site its identity within the scope that is analysed; null for an object that came from
   *     elsewhere
   */
  record Obj(Symbol type, @Nullable Creation creation, @Nullable Site site) implements Value {
    boolean isType(String qualifiedName) {
      return type.qualifiedName().equals(qualifiedName);
    }
  }

  /** A tuple or list of which each item is known. */
  record Seq(boolean list, List<Value> items, @Nullable Symbol origin) implements Value {}

  /** A container of any number of items that are all alike; of a dictionary the values. */
  record Many(Symbol type, Value element) implements Value {}

  /** A function of the project, bound to its object when it is a method. */
  record Func(FunctionInfo function, @Nullable Value self) implements Value {}

  /** A class of the project. */
  record Cls(ClassInfo type) implements Value {}

  /** An object of a class of the project. */
  record Inst(ClassInfo type) implements Value {}

  /** A method of the knowledge base with its object. */
  record Bound(Value receiver, Symbol method) implements Value {}

  /** What calling an asynchronous function gives before it is awaited. */
  record Coroutine(Value result, Expr.Call call) implements Value {}

  /** A file of the project, imported. */
  record Mod(ModuleInfo module) implements Value {}

  /** One of a few values, none of which is itself a union. */
  record Union(List<Value> choices) implements Value {}

  default boolean isUnknown() {
    return this == Special.UNKNOWN;
  }

  default boolean isNone() {
    return this == Special.NONE;
  }

  /** The possible values, None left out unless it is the only one. */
  default List<Value> withoutNone() {
    if (!(this instanceof Union union)) {
      return List.of(this);
    }
    List<Value> rest = new java.util.ArrayList<>(union.choices());
    rest.remove(Special.NONE);
    return rest;
  }

  /** Every possible value. */
  default List<Value> choices() {
    return this instanceof Union union ? union.choices() : List.of(this);
  }

  default boolean mayBeNone() {
    return choices().contains(Special.NONE);
  }
}
