package dev.esp32sockets.analysis;

import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name of one scope, or an attribute of a class's objects, with everything that sets it. */
public final class Binding {
  /** How a name gets a value. */
  enum Way {
    ASSIGN,
    /** `x += value`, or something else that changes the value in a way not followed. */
    CHANGE,
    FOR,
    WITH,
    IMPORT,
    FUNCTION,
    CLASS,
    PARAMETER,
    EXCEPTION,
    DELETE
  }

  /**
   * One place that sets it.
   *
   * @param scope where the value expression is evaluated
   * @param node the statement, parameter or alias
   * @param value what is assigned or iterated, when there is such an expression
   * @param path where in the value the part is that is assigned: `[1]` of a tuple; -1 below a star
   */
  record Source(Way way, Scope scope, Node node, @Nullable Expr value, List<Integer> path) {}

  private final String name;
  final List<Source> sources = new ArrayList<>(2);

  /** The joined value of all sources, once it has been asked for. */
  @Nullable Value value;

  boolean inProgress;

  Binding(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** Whether exactly one place sets it. */
  public boolean isSingle() {
    return sources.size() == 1;
  }

  /** Whether a place within the span sets it. */
  public boolean isSetIn(Span span) {
    for (Source source : sources) {
      if (span.contains(source.node().start)) {
        return true;
      }
    }
    return false;
  }

  /** What is assigned, whole, in the only place that sets it; null when it is set otherwise. */
  public @Nullable Expr onlyValue() {
    if (!isSingle()) {
      return null;
    }
    Source source = sources.get(0);
    return source.way() == Way.ASSIGN && source.path().isEmpty() ? source.value() : null;
  }
}
