package dev.esp32sockets.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of a module, class or function. Comprehensions belong to the scope around them. */
public final class Scope {
  /** What a scope belongs to. */
  public enum Kind {
    MODULE,
    CLASS,
    FUNCTION
  }

  private final Kind kind;
  private final @Nullable Scope parent;
  private final ModuleInfo module;
  final Map<String, Binding> bindings = new HashMap<>();

  /** Names that `global` or `nonlocal` moves to another scope. */
  final Set<String> outer = new HashSet<>();

  /** Names of this scope that functions inside it read or set. */
  final Set<String> shared = new HashSet<>();

  /** Whether `from x import *` of an unknown module may define any name. */
  boolean open;

  final @Nullable FunctionInfo function;
  final @Nullable ClassInfo type;

  Scope(
      Kind kind,
      @Nullable Scope parent,
      ModuleInfo module,
      @Nullable FunctionInfo function,
      @Nullable ClassInfo type) {
    this.kind = kind;
    this.parent = parent;
    this.module = module;
    this.function = function;
    this.type = type;
  }

  public Kind kind() {
    return kind;
  }

  public ModuleInfo module() {
    return module;
  }

  public @Nullable Scope parent() {
    return parent;
  }

  public @Nullable FunctionInfo function() {
    return function;
  }

  /**
   * The scope that a name written here belongs to: this one or one around it; null for builtins.
   */
  public @Nullable Scope owner(String name) {
    if (bindings.containsKey(name) && !outer.contains(name)) {
      return this;
    }
    for (Scope at = parent; at != null; at = at.parent) {
      boolean visible = at.kind != Kind.CLASS;
      if (visible && at.bindings.containsKey(name) && !at.outer.contains(name)) {
        return at;
      }
    }
    return null;
  }

  public @Nullable Binding binding(String name) {
    return bindings.get(name);
  }

  Binding bind(String name) {
    Scope target = this;
    if (outer.contains(name)) {
      target = outerTarget(name);
      target.shared.add(name);
    }
    Binding binding = target.bindings.get(name);
    if (binding == null) {
      binding = new Binding(name);
      target.bindings.put(name, binding);
    }
    return binding;
  }

  /** `nonlocal` means the nearest function that has the name, `global` the module. */
  private Scope outerTarget(String name) {
    Scope at = this;
    while (at.parent != null) {
      at = at.parent;
      if (at.kind == Kind.FUNCTION && at.bindings.containsKey(name)) {
        return at;
      }
    }
    return at;
  }

  /** Whether any scope from here outwards may hold names that cannot be seen. */
  boolean isOpen() {
    for (Scope at = this; at != null; at = at.parent) {
      if (at.open) {
        return true;
      }
    }
    return false;
  }
}
