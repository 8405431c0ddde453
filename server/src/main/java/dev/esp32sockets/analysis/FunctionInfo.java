package dev.esp32sockets.analysis;

import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function or method of the project. */
public final class FunctionInfo {
  private final Stmt.FunctionDef node;
  private final @Nullable ClassInfo owner;
  private final Scope scope;

  /** What `return` statements give; filled while the scopes are built. */
  final List<Stmt.Return> returns = new ArrayList<>(2);

  /** The calls of the module that name this function. */
  final List<Calling> callers = new ArrayList<>(2);

  /** Whether `yield` makes it a generator. */
  boolean generator;

  /** Whether it is used in other ways than by calling it, so that not all arguments are known. */
  boolean escapes;

  @Nullable Value result;
  boolean inProgress;

  /** A call with the scope in which its arguments are evaluated. */
  record Calling(Expr.Call call, Scope scope, boolean bound) {}

  FunctionInfo(Stmt.FunctionDef node, @Nullable ClassInfo owner, Scope parent) {
    this.node = node;
    this.owner = owner;
    this.scope = new Scope(Scope.Kind.FUNCTION, parent, parent.module(), this, null);
  }

  public Stmt.FunctionDef node() {
    return node;
  }

  public String name() {
    return node.name;
  }

  /** The class whose method it is. */
  public @Nullable ClassInfo owner() {
    return owner;
  }

  public Scope scope() {
    return scope;
  }

  public boolean isAsync() {
    return node.async;
  }

  public boolean isGenerator() {
    return generator;
  }

  /** The name of the object parameter of a method. */
  @Nullable String selfName() {
    if (owner == null || node.parameters.isEmpty() || isDecorated("staticmethod")) {
      return null;
    }
    return node.parameters.get(0).name;
  }

  boolean isDecorated(String name) {
    for (Expr decorator : node.decorators) {
      if (decorator instanceof Expr.Name plain && plain.name.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether decorators leave a call what it is. */
  boolean isCallable() {
    for (Expr decorator : node.decorators) {
      boolean known =
          decorator instanceof Expr.Name name
              && (name.name.equals("staticmethod") || name.name.equals("classmethod"));
      boolean native_ =
          decorator instanceof Expr.Attribute attribute
              && attribute.value instanceof Expr.Name module
              && module.name.equals("micropython");
      if (!known && !native_) {
        return false;
      }
    }
    return true;
  }
}
