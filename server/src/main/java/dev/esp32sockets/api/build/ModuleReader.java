package dev.esp32sockets.api.build;

import dev.esp32sockets.api.Module;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.api.build.Sources.HiddenSource;
import dev.esp32sockets.api.build.Sources.ImportSource;
import dev.esp32sockets.api.build.Sources.MissingSource;
import dev.esp32sockets.api.build.Sources.ModuleSource;
import dev.esp32sockets.api.build.Sources.SymbolSource;
import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the file of one module. */
final class ModuleReader {
  static final List<String> KEYS =
      List.of(
          "module",
          "sort",
          "firmware",
          "importable",
          "aliases",
          "instead",
          "doc",
          "limits",
          "evidence",
          "symbols",
          "missing",
          "hidden");

  /** What fits behind the rest of a message. */
  private static final int LONGEST_INSTEAD = 75;

  private final Entry entry;
  private final String module;
  private final Releases releases;
  private final List<SymbolSource> symbols = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();

  private ModuleReader(Entry entry) {
    this.entry = entry;
    this.module = entry.text("module");
    this.releases = entry.releases("firmware", Releases.ALL);
  }

  static ModuleSource read(Entry entry, String fileName) {
    ModuleReader reader = new ModuleReader(entry);
    if (!fileName.equals(reader.module + ".json")) {
      throw entry.fail("the module `" + reader.module + "` does not fit the file's name");
    }
    return reader.module();
  }

  private ModuleSource module() {
    entry.requireEvidence();
    Symbol.Details details = new Symbol.Details(sentence(entry), List.of(), entry.texts("limits"));
    symbols.add(
        new SymbolSource(
            module,
            -1,
            Symbol.Kind.MODULE,
            releases,
            List.of(),
            null,
            List.of(),
            false,
            null,
            -1,
            details));
    positions.put(module, 0);
    for (Entry symbol : entry.entries("symbols", SymbolReader.KEYS)) {
      addSymbol(symbol);
    }
    return new ModuleSource(module, imports(), symbols, missing(), hidden());
  }

  private void addSymbol(Entry symbol) {
    String name = symbol.text("name");
    int owner = ownerOf(name, symbol);
    SymbolSource read = SymbolReader.read(symbol, symbols.get(owner), owner);
    if (positions.put(name, symbols.size()) != null) {
      throw symbol.fail("stands there twice");
    }
    symbols.add(read);
  }

  private int ownerOf(String name, Entry at) {
    int dot = name.lastIndexOf('.');
    Integer owner = dot < 0 ? null : positions.get(name.substring(0, dot));
    if (owner == null) {
      throw at.fail("the owner of `" + name + "` does not stand before it");
    }
    if (owner > 0 && !symbols.get(owner).isType()) {
      throw at.fail("the owner of `" + name + "` is neither the module nor a type");
    }
    return owner;
  }

  private List<ImportSource> imports() {
    List<ImportSource> imports = new ArrayList<>();
    Releases importable = entry.releases("importable", releases);
    if (!releases.containsAll(importable)) {
      throw entry.fail("`importable` goes beyond `firmware`");
    }
    imports.add(
        new ImportSource(module, importable, sort(entry.text("sort"), entry), instead(entry)));
    for (Entry alias : entry.entries("aliases", List.of("name", "firmware", "sort", "instead"))) {
      String sort = alias.optionalText("sort");
      Releases range = alias.releases("firmware", releases);
      if (!releases.containsAll(range)) {
        throw alias.fail("the alias goes beyond the module's `firmware`");
      }
      Module.Sort of = sort == null ? Module.Sort.FIXED : sort(sort, alias);
      imports.add(new ImportSource(alias.text("name"), range, of, instead(alias)));
    }
    return imports;
  }

  private static Module.Sort sort(String word, Entry at) {
    for (Module.Sort sort : Module.Sort.values()) {
      if (sort.name().toLowerCase(Locale.ROOT).equals(word)) {
        return sort;
      }
    }
    throw at.fail("`" + word + "` is no sort of module");
  }

  private List<MissingSource> missing() {
    List<MissingSource> missing = new ArrayList<>();
    Map<String, Entry> seen = new HashMap<>();
    for (Entry one : entry.entries("missing", List.of("name", "instead", "evidence"))) {
      String name = one.text("name");
      one.requireEvidence();
      int owner = ownerOf(name, one);
      Integer existing = positions.get(name);
      if (existing != null && symbols.get(existing).releases().equals(Releases.ALL)) {
        throw one.fail("is said to be missing, but every release has it");
      }
      if (seen.put(name, one) != null) {
        throw one.fail("is said to be missing twice");
      }
      missing.add(
          new MissingSource(owner, name.substring(name.lastIndexOf('.') + 1), instead(one)));
    }
    return missing;
  }

  private List<HiddenSource> hidden() {
    List<HiddenSource> hidden = new ArrayList<>();
    for (String name : entry.texts("hidden")) {
      int owner = ownerOf(name, entry);
      if (positions.containsKey(name)) {
        throw entry.fail("`" + name + "` is both a symbol and hidden");
      }
      hidden.add(new HiddenSource(owner, name.substring(name.lastIndexOf('.') + 1)));
    }
    return hidden;
  }

  static @Nullable String instead(Entry at) {
    String instead = at.optionalText("instead");
    if (instead != null && instead.length() > LONGEST_INSTEAD) {
      throw at.fail("`instead` has more than " + LONGEST_INSTEAD + " characters");
    }
    return instead;
  }

  /** The description, which is made of whole sentences. */
  static String sentence(Entry at) {
    String doc = at.text("doc");
    if (!doc.endsWith(".") && !doc.endsWith("`")) {
      throw at.fail("`doc` does not end with a full stop");
    }
    return doc;
  }
}
