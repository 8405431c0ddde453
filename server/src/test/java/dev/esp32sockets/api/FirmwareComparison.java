package dev.esp32sockets.api;

import com.google.gson.JsonElement;
import dev.esp32sockets.api.KnownDifferences.Difference;
import dev.esp32sockets.api.MembersDump.Arity;
import dev.esp32sockets.api.MembersDump.Item;
import dev.esp32sockets.api.MembersDump.SeenType;
import dev.esp32sockets.firmware.Chip;
import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the knowledge base with the lists of one release of the firmware, both ways. */
final class FirmwareComparison {
  /** The firmware has it, the knowledge base does not. */
  static final String ABSENT = "absent";

  /** The knowledge base has it, the firmware does not. */
  static final String UNSEEN = "unseen";

  static final String KIND = "kind";
  static final String VALUE = "value";
  static final String ARGUMENTS = "arguments";
  static final String KEYWORD = "keyword";

  private final ApiIndex api;
  private final MembersDump dump;
  private final String release;
  private final int minor;
  private final List<Difference> differences = new ArrayList<>();
  private int names;
  private int values;
  private int calls;
  private int keywords;

  FirmwareComparison(ApiIndex api, String version) {
    this.api = api;
    this.dump = MembersDump.of(version);
    this.release = version.substring(0, version.lastIndexOf('.'));
    this.minor = Releases.minor(release);
  }

  List<Difference> run() {
    modules();
    types();
    arities();
    keywordNames();
    return differences;
  }

  int names() {
    return names;
  }

  int values() {
    return values;
  }

  int calls() {
    return calls;
  }

  int keywords() {
    return keywords;
  }

  private void report(String aspect, String name, String detail) {
    differences.add(new Difference(aspect, release, name, detail));
  }

  private void modules() {
    Map<String, Map<String, Item>> seen = dump.modules();
    for (Map.Entry<String, Map<String, Item>> entry : seen.entrySet()) {
      names++;
      Module module = api.module(entry.getKey());
      if (module == null || !module.importable().contains(minor)) {
        report(ABSENT, entry.getKey(), "module");
      } else {
        Symbol symbol = module.symbol();
        members(entry.getKey(), symbol, symbol.members(), entry.getValue(), true);
      }
    }
    for (String name : api.moduleNames()) {
      Module module = api.module(name);
      if (module != null && module.importable().contains(minor) && !seen.containsKey(name)) {
        report(UNSEEN, name, "module");
      }
    }
  }

  private void types() {
    Set<String> unknown = new LinkedHashSet<>();
    Map<String, SeenType> types = dump.types(api, unknown);
    unknown.forEach(object -> report(ABSENT, object, "object"));
    for (Map.Entry<String, SeenType> entry : types.entrySet()) {
      Symbol type = api.find(entry.getKey());
      if (type == null) {
        report(ABSENT, entry.getKey(), "type");
      } else {
        SeenType seen = entry.getValue();
        members(entry.getKey(), type, api.members(type), seen.members(), seen.withInstance());
      }
    }
    for (String name : api.moduleNames()) {
      Module module = api.module(name);
      if (module != null && module.importable().contains(minor)) {
        hiddenTypes(module.symbol(), types.keySet());
      }
    }
  }

  private void hiddenTypes(Symbol module, Set<String> seen) {
    for (Symbol symbol : module.members()) {
      if (symbol.kind() == Symbol.Kind.TYPE && !seen.contains(symbol.qualifiedName())) {
        report(UNSEEN, symbol.qualifiedName(), "type");
      }
    }
  }

  private void members(
      String ownerName,
      Symbol owner,
      Collection<Symbol> known,
      Map<String, Item> seen,
      boolean withAttributes) {
    for (Map.Entry<String, Item> entry : seen.entrySet()) {
      if (!entry.getKey().startsWith("_")) {
        String name = ownerName + "." + entry.getKey();
        seenName(name, api.member(owner, entry.getKey()), entry.getValue());
      }
    }
    for (Symbol symbol : known) {
      boolean comparable =
          symbol.kind() != Symbol.Kind.TYPE
              && (withAttributes || symbol.kind() != Symbol.Kind.ATTRIBUTE);
      if (comparable && isHere(symbol) && !seen.containsKey(symbol.name())) {
        report(UNSEEN, ownerName + "." + symbol.name(), "");
      }
    }
  }

  private boolean isHere(@Nullable Symbol symbol) {
    return symbol != null && symbol.releases().contains(minor) && symbol.isOn(Chip.ESP32);
  }

  private void seenName(String name, @Nullable Symbol symbol, Item item) {
    names++;
    if (symbol == null || !isHere(symbol)) {
      report(ABSENT, name, item.kind());
      return;
    }
    boolean function = symbol.kind() == Symbol.Kind.FUNCTION || symbol.kind() == Symbol.Kind.METHOD;
    boolean fits =
        item.kind().equals("type")
            ? symbol.isType()
            : item.isCallable() ? function : !function && !symbol.isType();
    if (!fits) {
      report(KIND, name, item.kind() + " is a " + symbol.kind());
    }
    if (symbol.kind() == Symbol.Kind.CONSTANT && item.value() != null) {
      value(name, symbol, item.value());
    }
  }

  private void value(String name, Symbol symbol, JsonElement seen) {
    Object value = symbol.value(minor);
    if (value == null || !seen.isJsonPrimitive()) {
      return;
    }
    values++;
    String text = seen.getAsString();
    boolean same =
        value instanceof Double number
            ? Math.abs(number - seen.getAsDouble()) < 1e-6 * Math.abs(number)
            : String.valueOf(value).equalsIgnoreCase(text);
    if (!same) {
      report(VALUE, name, text + " is not " + value);
    }
  }

  private @Nullable Signature signature(String dumpName) {
    Symbol symbol = MembersDump.call(api, dumpName);
    Signature signature = isHere(symbol) ? symbol.signature(minor) : null;
    if (signature == null) {
      report(ABSENT, dumpName, "call");
    }
    return signature;
  }

  private void arities() {
    for (Map.Entry<String, Arity> entry : dump.arities().entrySet()) {
      Signature signature = signature(entry.getKey());
      if (signature != null) {
        calls++;
        arguments(entry.getKey(), signature, entry.getValue());
      }
    }
  }

  private void arguments(String name, Signature signature, Arity arity) {
    if (arity.min() != null && arity.min() != signature.minPositional()) {
      report(ARGUMENTS, name, "at least " + arity.min() + " for " + signature.text());
    }
    if (arity.max() != null && arity.max() != signature.maxPositional()) {
      report(ARGUMENTS, name, "at most " + arity.max() + " for " + signature.text());
    }
    if (arity.refusesKeywords()
        && signature.parameters().stream()
            .anyMatch(one -> one.takesKeyword() || one.kind() == Signature.Kind.DOUBLE_STAR)) {
      report(KEYWORD, name, "none at all for " + signature.text());
    }
  }

  private void keywordNames() {
    for (Map.Entry<String, Map<String, Boolean>> entry : dump.keywords().entrySet()) {
      Signature signature = signature(entry.getKey());
      if (signature == null) {
        continue;
      }
      for (Map.Entry<String, Boolean> word : entry.getValue().entrySet()) {
        keywords++;
        if (signature.takesKeyword(word.getKey()) != word.getValue()) {
          String verdict = word.getValue() ? " is accepted by " : " is refused by ";
          report(KEYWORD, entry.getKey(), word.getKey() + verdict + signature.text());
        }
      }
    }
  }
}
