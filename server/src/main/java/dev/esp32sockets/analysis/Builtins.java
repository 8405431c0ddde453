package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Module;
import dev.esp32sockets.api.Symbol;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The builtins of the knowledge base, which nearly every expression needs. */
final class Builtins {
  private static final Builtins INSTANCE = new Builtins();

  private final @Nullable Symbol module;

  /** Complete when the constructor ends, so that threads may share it. */
  private final Map<String, Value> objects = new HashMap<>();

  private Builtins() {
    Module found = ApiIndex.get().module("builtins");
    module = found == null ? null : found.symbol();
    if (module != null) {
      for (Symbol symbol : module.members()) {
        if (symbol.isType()) {
          objects.put(symbol.name(), new Obj(symbol, null, null));
        }
      }
    }
  }

  static @Nullable Symbol symbol(String name) {
    return INSTANCE.module == null ? null : INSTANCE.module.member(name);
  }

  /** An object of a builtin type of which nothing else is known. */
  static Value object(String type) {
    Value known = INSTANCE.objects.get(type);
    return known == null ? Special.UNKNOWN : known;
  }
}
