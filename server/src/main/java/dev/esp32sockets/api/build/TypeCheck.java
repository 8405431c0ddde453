package dev.esp32sockets.api.build;

import dev.esp32sockets.api.Signature;
import dev.esp32sockets.api.build.Sources.Everything;
import dev.esp32sockets.api.build.Sources.ModuleSource;
import dev.esp32sockets.api.build.Sources.SymbolSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that every type that an entry names is in the knowledge base. */
final class TypeCheck {
  private final Set<String> types = new HashSet<>();

  private TypeCheck() {}

  static void check(Everything everything) {
    TypeCheck check = new TypeCheck();
    for (ModuleSource module : everything.modules()) {
      for (SymbolSource symbol : module.symbols()) {
        if (symbol.isType()) {
          check.types.add(symbol.qualifiedName());
        }
      }
    }
    for (ModuleSource module : everything.modules()) {
      for (SymbolSource symbol : module.symbols()) {
        check.symbol(symbol, module.name() + ".json, " + symbol.qualifiedName());
      }
    }
  }

  private void symbol(SymbolSource symbol, String where) {
    type(symbol.type(), where);
    type(symbol.base(), where);
    for (Signature signature : symbol.signatures()) {
      type(signature.returns(), where);
      for (Signature.Parameter parameter : signature.parameters()) {
        type(parameter.type(), where);
      }
    }
  }

  private void type(@Nullable String text, String where) {
    if (text != null) {
      TypeText.requireKnown(TypeText.read(text, where), types, where);
    }
  }
}
