package dev.esp32sockets.api.build;

import dev.esp32sockets.api.AbsentModule;
import dev.esp32sockets.api.Module;
import dev.esp32sockets.api.Signature;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.firmware.Releases;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The knowledge base as read from its files and checked, before it is packed. */
final class Sources {
  private Sources() {}

  /** All of it, modules in the order of their names. */
  record Everything(List<ModuleSource> modules, List<AbsentModule> absent) {}

  /**
   * One module.
   *
   * @param symbols the module itself first
   */
  record ModuleSource(
      String name,
      List<ImportSource> imports,
      List<SymbolSource> symbols,
      List<MissingSource> missing,
      List<HiddenSource> hidden) {}

  /** A name by which scripts import a module. */
  record ImportSource(String name, Releases releases, Module.Sort sort, @Nullable String instead) {}

  /**
   * One symbol.
   *
   * @param owner the position of its owner among the module's symbols, -1 for the module
   * @param chips a bit for each chip by ordinal, -1 for all
   */
  record SymbolSource(
      String qualifiedName,
      int owner,
      Symbol.Kind kind,
      Releases releases,
      List<Signature> signatures,
      @Nullable String type,
      List<ValueSource> values,
      boolean blocks,
      @Nullable String base,
      int chips,
      Symbol.Details details) {
    String name() {
      return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    boolean isType() {
      return kind == Symbol.Kind.CLASS || kind == Symbol.Kind.TYPE || kind == Symbol.Kind.EXCEPTION;
    }
  }

  record ValueSource(Object value, Releases releases) {}

  record HiddenSource(int owner, String name) {}

  record MissingSource(int owner, String name, @Nullable String instead) {}
}
