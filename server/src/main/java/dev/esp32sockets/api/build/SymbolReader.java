package dev.esp32sockets.api.build;

import dev.esp32sockets.api.Signature;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.api.build.Sources.SymbolSource;
import dev.esp32sockets.api.build.Sources.ValueSource;
import dev.esp32sockets.firmware.Chip;
import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a module's {@code symbols}. */
final class SymbolReader {
  static final List<String> KEYS =
      List.of(
          "name",
          "kind",
          "signature",
          "signatures",
          "firmware",
          "type",
          "value",
          "values",
          "blocks",
          "base",
          "raises",
          "limits",
          "chips",
          "doc",
          "evidence");

  private final Entry entry;
  private final String name;
  private final Symbol.Kind kind;
  private final Releases releases;

  private SymbolReader(Entry entry, SymbolSource owner) {
    this.entry = entry;
    this.name = entry.text("name");
    this.kind = kind(entry);
    this.releases = entry.releases("firmware", owner.releases());
    if (!owner.releases().containsAll(releases)) {
      throw entry.fail("`firmware` goes beyond that of its owner");
    }
  }

  static SymbolSource read(Entry entry, SymbolSource owner, int ownerPosition) {
    return new SymbolReader(entry, owner).symbol(ownerPosition);
  }

  private SymbolSource symbol(int owner) {
    entry.requireEvidence();
    List<Signature> signatures = signatures();
    List<ValueSource> values = values();
    String type = type(values);
    requireShape(signatures, type);
    Symbol.Details details =
        new Symbol.Details(
            ModuleReader.sentence(entry), entry.texts("raises"), entry.texts("limits"));
    return new SymbolSource(
        name,
        owner,
        kind,
        releases,
        signatures,
        type,
        values,
        entry.flag("blocks"),
        entry.optionalText("base"),
        chips(),
        details);
  }

  private static Symbol.Kind kind(Entry entry) {
    String word = entry.text("kind");
    for (Symbol.Kind kind : Symbol.Kind.values()) {
      if (kind != Symbol.Kind.MODULE && kind.name().toLowerCase(Locale.ROOT).equals(word)) {
        return kind;
      }
    }
    throw entry.fail("`" + word + "` is no kind of symbol");
  }

  private void requireShape(List<Signature> signatures, @Nullable String type) {
    boolean callable = kind == Symbol.Kind.FUNCTION || kind == Symbol.Kind.METHOD;
    boolean plain = kind == Symbol.Kind.CONSTANT || kind == Symbol.Kind.ATTRIBUTE;
    if (callable && signatures.isEmpty()) {
      throw entry.fail("has no signature");
    }
    if (plain && type == null) {
      throw entry.fail("has neither a value nor a type");
    }
    if (kind == Symbol.Kind.ATTRIBUTE && (entry.has("value") || entry.has("values"))) {
      throw entry.fail("is an attribute, which a script may change, and has a value");
    }
    if ((callable || plain) && entry.has("base")) {
      throw entry.fail("`base` is for classes");
    }
    if (!plain && type != null) {
      throw entry.fail("`type` and `value` are for constants and attributes");
    }
  }

  private List<Signature> signatures() {
    List<Signature> signatures = new ArrayList<>();
    if (entry.has("signature")) {
      if (entry.has("signatures")) {
        throw entry.fail("has both `signature` and `signatures`");
      }
      signatures.add(signature(entry.text("signature"), releases));
      return signatures;
    }
    Releases covered = Releases.NONE;
    for (Entry form : entry.entries("signatures", List.of("text", "firmware", "evidence"))) {
      form.requireEvidence();
      Releases range = form.releases("firmware", releases).and(releases);
      if (!covered.and(range).isEmpty()) {
        throw entry.fail("two signatures hold in the same release");
      }
      covered = covered.or(range);
      signatures.add(signature(form.text("text"), range));
    }
    if (!signatures.isEmpty() && !covered.equals(releases)) {
      throw entry.fail("the signatures cover " + covered + ", the symbol " + releases);
    }
    return signatures;
  }

  private Signature signature(String text, Releases range) {
    String plainName = name.substring(name.lastIndexOf('.') + 1);
    boolean type = kind == Symbol.Kind.CLASS || kind == Symbol.Kind.EXCEPTION;
    String returns = !type ? "None" : name.startsWith("builtins.") ? plainName : name;
    return SignatureReader.read(text, plainName, range, returns, entry.where());
  }

  private List<ValueSource> values() {
    List<ValueSource> values = new ArrayList<>();
    if (entry.has("value")) {
      values.add(new ValueSource(entry.value("value"), releases));
      return values;
    }
    Releases covered = Releases.NONE;
    for (Entry one : entry.entries("values", List.of("value", "firmware"))) {
      Releases range = one.releases("firmware", releases).and(releases);
      if (!covered.and(range).isEmpty()) {
        throw entry.fail("the ranges of its values overlap");
      }
      covered = covered.or(range);
      values.add(new ValueSource(one.value("value"), range));
    }
    return values;
  }

  /** As written, or that of the value. */
  private @Nullable String type(List<ValueSource> values) {
    String written = entry.optionalText("type");
    if (written != null) {
      TypeText.read(written, entry.where());
      return written;
    }
    if (values.isEmpty()) {
      return null;
    }
    Object value = values.get(0).value();
    return value instanceof Long
        ? "int"
        : value instanceof Double ? "float" : value instanceof String ? "str" : "bool";
  }

  private int chips() {
    int chips = 0;
    for (String word : entry.texts("chips")) {
      Chip chip = Chip.of(word);
      if (chip == null) {
        throw entry.fail("`" + word + "` is no chip");
      }
      chips |= chip.bit();
    }
    return chips == 0 ? -1 : chips;
  }
}
