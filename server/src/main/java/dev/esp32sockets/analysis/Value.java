package dev.esp32sockets.analysis;

import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.syntax.Expr;
import java.util.List;
import java.util.Objects;
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

  // Equality is written out: that which the compiler makes costs a tenth of a second at start.

  /** A known int. */
  record Int(long value) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Int that && value == that.value;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(value);
    }
  }

  /** A known float. */
  record Real(double value) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Real that && Double.compare(value, that.value) == 0;
    }

    @Override
    public int hashCode() {
      return Double.hashCode(value);
    }
  }

  /** A known bool. */
  record Bool(boolean value) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bool that && value == that.value;
    }

    @Override
    public int hashCode() {
      return Boolean.hashCode(value);
    }
  }

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

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Text that && bytes == that.bytes && text.equals(that.text);
    }

    @Override
    public int hashCode() {
      return 31 * Boolean.hashCode(bytes) + text.hashCode();
    }
  }

  /** A module, class, function or other thing of the knowledge base itself. */
  record Ref(Symbol symbol) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Ref that && symbol.equals(that.symbol);
    }

    @Override
    public int hashCode() {
      return symbol.hashCode();
    }
  }

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

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Obj that
          && type.equals(that.type)
          && Objects.equals(creation, that.creation)
          && Objects.equals(site, that.site);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * type.hashCode() + Objects.hashCode(creation)) + Objects.hashCode(site);
    }
  }

  /** A tuple or list of which each item is known. */
  record Seq(boolean list, List<Value> items, @Nullable Symbol origin) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Seq that
          && list == that.list
          && items.equals(that.items)
          && Objects.equals(origin, that.origin);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * Boolean.hashCode(list) + items.hashCode()) + Objects.hashCode(origin);
    }
  }

  /** A container of any number of items that are all alike; of a dictionary the values. */
  record Many(Symbol type, Value element) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Many that && type.equals(that.type) && element.equals(that.element);
    }

    @Override
    public int hashCode() {
      return 31 * type.hashCode() + element.hashCode();
    }
  }

  /** A function of the project, bound to its object when it is a method. */
  record Func(FunctionInfo function, @Nullable Value self) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Func that
          && function.equals(that.function)
          && Objects.equals(self, that.self);
    }

    @Override
    public int hashCode() {
      return 31 * function.hashCode() + Objects.hashCode(self);
    }
  }

  /** A class of the project. */
  record Cls(ClassInfo type) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Cls that && type.equals(that.type);
    }

    @Override
    public int hashCode() {
      return type.hashCode();
    }
  }

  /** An object of a class of the project. */
  record Inst(ClassInfo type) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Inst that && type.equals(that.type);
    }

    @Override
    public int hashCode() {
      return type.hashCode();
    }
  }

  /** A method of the knowledge base with its object. */
  record Bound(Value receiver, Symbol method) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bound that
          && receiver.equals(that.receiver)
          && method.equals(that.method);
    }

    @Override
    public int hashCode() {
      return 31 * receiver.hashCode() + method.hashCode();
    }
  }

  /** What calling an asynchronous function gives before it is awaited. */
  record Coroutine(Value result, Expr.Call call) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Coroutine that
          && result.equals(that.result)
          && call.equals(that.call);
    }

    @Override
    public int hashCode() {
      return 31 * result.hashCode() + call.hashCode();
    }
  }

  /** A file of the project, imported. */
  record Mod(ModuleInfo module) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Mod that && module.equals(that.module);
    }

    @Override
    public int hashCode() {
      return module.hashCode();
    }
  }

  /** One of a few values, none of which is itself a union. */
  record Union(List<Value> choices) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Union that && choices.equals(that.choices);
    }

    @Override
    public int hashCode() {
      return choices.hashCode();
    }
  }

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
