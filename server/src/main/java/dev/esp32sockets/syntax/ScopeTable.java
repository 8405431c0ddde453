package dev.esp32sockets.syntax;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of one scope while the compiler decides where each of them lives. */
final class ScopeTable {
  /** What the compiler knows of a name. */
  enum Home {
    GLOBAL_READ,
    GLOBAL_WRITTEN,
    GLOBAL_DECLARED,
    LOCAL,
    FREE
  }

  final int kind;
  final @Nullable ScopeTable outer;
  private final Map<String, Home> names = new HashMap<>();

  ScopeTable(int kind, @Nullable ScopeTable outer) {
    this.kind = kind;
    this.outer = outer;
  }

  private boolean isFunctionLike() {
    return kind != FunctionContext.MODULE && kind != FunctionContext.CLASS;
  }

  @Nullable Home home(String name) {
    return names.get(name);
  }

  void put(String name, Home home) {
    names.put(name, home);
  }

  void read(String name) {
    Home home = names.get(name);
    if (home == null) {
      names.put(name, Home.GLOBAL_READ);
    }
    if (home == null || home == Home.GLOBAL_READ) {
      closeOver(name);
    }
  }

  void write(String name) {
    Home home = names.get(name);
    if (home == null || home == Home.GLOBAL_READ) {
      names.put(name, isFunctionLike() ? Home.LOCAL : Home.GLOBAL_WRITTEN);
    }
  }

  /** Whether {@code global name} may stand here; declares it. */
  boolean declareGlobal(String name) {
    Home home = names.get(name);
    if (home != null && home != Home.GLOBAL_DECLARED) {
      return false;
    }
    names.put(name, Home.GLOBAL_DECLARED);
    ScopeTable module = this;
    while (module.outer != null) {
      module = module.outer;
    }
    if (module.names.containsKey(name)) {
      module.names.put(name, Home.GLOBAL_DECLARED);
    }
    return true;
  }

  /** Binds the name to a function around this scope; false when none has it. */
  boolean closeOver(String name) {
    for (ScopeTable scope = outer; scope != null && scope.outer != null; scope = scope.outer) {
      Home home = scope.names.get(name);
      if (home == null) {
        continue;
      }
      if (home != Home.LOCAL && home != Home.FREE) {
        return false;
      }
      for (ScopeTable inner = this; inner != scope && inner != null; inner = inner.outer) {
        inner.names.put(name, Home.FREE);
      }
      return true;
    }
    return false;
  }
}
