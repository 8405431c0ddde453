package dev.esp32sockets.analysis;

import dev.esp32sockets.syntax.Stmt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A class of the project. */
public final class ClassInfo {
  private final Stmt.ClassDef node;
  private final Scope scope;

  /** What its methods assign to attributes of their object. */
  final Map<String, Binding> attributes = new HashMap<>();

  final Map<String, FunctionInfo> methods = new HashMap<>();

  /** Attributes that somebody sets from outside, or through `setattr`: their value is not known. */
  final Set<String> setOutside = new HashSet<>();

  ClassInfo(Stmt.ClassDef node, Scope parent) {
    this.node = node;
    this.scope = new Scope(Scope.Kind.CLASS, parent, parent.module(), null, this);
  }

  public Stmt.ClassDef node() {
    return node;
  }

  public String name() {
    return node.name;
  }

  public Scope scope() {
    return scope;
  }

  public @Nullable FunctionInfo method(String name) {
    return methods.get(name);
  }
}
