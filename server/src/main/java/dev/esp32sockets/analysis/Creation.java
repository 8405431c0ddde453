package dev.esp32sockets.analysis;

import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.syntax.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call that made an object, with what it was given.
 *
 * <p>Equal when the place in the source is the same.
 */
public final class Creation {
  private final Expr.Call node;
  private final Symbol by;
  private final @Nullable Value receiver;
  private final List<Value> arguments;

  Creation(Expr.Call node, Symbol by, @Nullable Value receiver, List<Value> arguments) {
    this.node = node;
    this.by = by;
    this.receiver = receiver;
    this.arguments = arguments;
  }

  public Expr.Call node() {
    return node;
  }

  /** The constructor, function or method. */
  public Symbol by() {
    return by;
  }

  public boolean isBy(String qualifiedName) {
    return by.qualifiedName().equals(qualifiedName);
  }

  /** The object whose method it was. */
  public @Nullable Value receiver() {
    return receiver;
  }

  /** The argument at a position or with a keyword; null when neither was given. */
  public @Nullable Value argument(int position, @Nullable String keyword) {
    return Arguments.value(node, arguments, position, keyword);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Creation that && that.node == node;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(node);
  }
}
