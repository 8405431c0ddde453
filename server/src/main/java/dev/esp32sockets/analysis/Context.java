package dev.esp32sockets.analysis;

import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands around a place of the program, from the inside out. */
public final class Context {
  /** What one step outwards is. */
  public enum Kind {
    MODULE,
    CLASS,
    FUNCTION,
    LOOP,
    TRY_BODY,
    HANDLER,
    FINALLY,
    WITH,
    /** The body runs later, whoever calls it. */
    LAMBDA,
    /** Under a test that shows the author thought of boards that lack something. */
    GUARD
  }

  private final @Nullable Context parent;
  private final Kind kind;
  private final @Nullable Object node;
  private final Scope scope;

  /** The names that `hasattr` tested; null in a GUARD that tests for the platform. */
  private final @Nullable Set<String> guarded;

  Context(
      @Nullable Context parent,
      Kind kind,
      @Nullable Object node,
      Scope scope,
      @Nullable Set<String> guarded) {
    this.parent = parent;
    this.kind = kind;
    this.node = node;
    this.scope = scope;
    this.guarded = guarded;
  }

  Context inside(Kind inner, Object innerNode) {
    return new Context(this, inner, innerNode, scope, null);
  }

  Context guardedBy(@Nullable Set<String> names) {
    return new Context(this, Kind.GUARD, null, scope, names);
  }

  public Kind kind() {
    return kind;
  }

  public @Nullable Context parent() {
    return parent;
  }

  public Scope scope() {
    return scope;
  }

  /** The function whose body this is; null at the top level of a file or class. */
  public @Nullable FunctionInfo function() {
    return scope.function();
  }

  public boolean isInAsyncFunction() {
    for (Context at = this; at != null && at.scope == scope; at = at.parent) {
      if (at.kind == Kind.LAMBDA) {
        return false;
      }
    }
    FunctionInfo function = scope.function();
    return function != null && function.isAsync();
  }

  /** The nearest loop around it in the same function: a While or a For. */
  public @Nullable Stmt loop() {
    for (Context at = this; at != null && at.scope == scope; at = at.parent) {
      if (at.kind == Kind.LOOP) {
        return (Stmt) at.node;
      }
    }
    return null;
  }

  /** Whether the loop, of the same function, is around it. */
  public boolean isIn(Stmt loop) {
    return isInside(Kind.LOOP, loop);
  }

  private boolean isInside(Kind wanted, Object wantedNode) {
    for (Context at = this; at != null && at.scope == scope; at = at.parent) {
      if (at.kind == wanted && at.node == wantedNode) {
        return true;
      }
    }
    return false;
  }

  /** The nearest `try` whose body it is in, in the same function. */
  public Stmt.@Nullable Try tryBody() {
    Context at = tryContext();
    return at == null ? null : (Stmt.Try) at.node;
  }

  /** The step at which that `try` stands, to go on outwards from there. */
  public @Nullable Context tryContext() {
    for (Context at = this; at != null && at.scope == scope; at = at.parent) {
      if (at.kind == Kind.TRY_BODY) {
        return at;
      }
    }
    return null;
  }

  /** The nearest handler it is in, in the same function. */
  public Stmt.@Nullable Handler handler() {
    for (Context at = this; at != null && at.scope == scope; at = at.parent) {
      if (at.kind == Kind.HANDLER) {
        return (Stmt.Handler) at.node;
      }
    }
    return null;
  }

  /** The nearest handler, in the same function, that binds its exception to the name. */
  public Stmt.@Nullable Handler handlerOf(String name) {
    for (Context at = this; at != null && at.scope == scope; at = at.parent) {
      if (at.kind == Kind.HANDLER
          && at.node instanceof Stmt.Handler handler
          && name.equals(handler.name)) {
        return handler;
      }
    }
    return null;
  }

  /** Whether any `try` with handlers is around it in the same function. */
  public boolean isInTry() {
    for (Context at = this; at != null && at.scope == scope; at = at.parent) {
      if (at.kind == Kind.TRY_BODY
          && at.node instanceof Stmt.Try attempt
          && !attempt.handlers.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the place is guarded against an exception: by a test for the name or the platform, or
   * by a `try` with a handler that names one of the exceptions. A handler for `Exception`,
   * `OSError` or everything is none.
   *
   * @param name the name that may be missing
   */
  public boolean isGuarded(@Nullable String name, String... exceptions) {
    for (Context at = this; at != null; at = at.parent) {
      if (at.kind == Kind.GUARD) {
        Set<String> names = at.guarded;
        if (names == null || (name != null && names.contains(name))) {
          return true;
        }
      }
      if (at.kind == Kind.TRY_BODY
          && at.node instanceof Stmt.Try attempt
          && (names(attempt.handlers, exceptions) || isImportAttempt(attempt))) {
        return true;
      }
    }
    return false;
  }

  /** A `try` that a missing module ends before its rest runs. */
  private static boolean isImportAttempt(Stmt.Try attempt) {
    return names(attempt.handlers, "ImportError", "ModuleNotFoundError")
        && Features.importsAbsent(attempt.body);
  }

  private static boolean names(List<Stmt.Handler> handlers, String... exceptions) {
    for (Stmt.Handler handler : handlers) {
      for (String exception : exceptions) {
        if (handler.type != null && names(handler.type, exception)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the `except` clause names the exception, alone or in a tuple. */
  public static boolean names(Expr type, String exception) {
    if (type instanceof Expr.Name name) {
      return name.name.equals(exception);
    }
    if (type instanceof Expr.Attribute attribute) {
      return attribute.name.equals(exception);
    }
    if (type instanceof Expr.TupleExpr tuple) {
      for (Expr item : tuple.items) {
        if (names(item, exception)) {
          return true;
        }
      }
    }
    return false;
  }
}
