package dev.esp32sockets.api;

import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one module's part of the index: a pool of texts, the module, its symbols, the names it
 * does not have. Signatures and descriptions stay packed until somebody wants them.
 */
final class ModuleBlock {
  private static final Symbol.Kind[] KINDS = Symbol.Kind.values();
  private static final Signature.Kind[] PARAMETER_KINDS = Signature.Kind.values();

  private final ApiIndex index;
  private final byte[] bytes;
  private final String moduleName;
  private final int[] poolStarts;
  private final @Nullable String[] pool;

  private ModuleBlock(ApiIndex index, byte[] bytes, String moduleName, IndexInput in) {
    this.index = index;
    this.bytes = bytes;
    this.moduleName = moduleName;
    int count = in.number();
    poolStarts = new int[count];
    pool = new String[count];
    for (int i = 0; i < count; i++) {
      poolStarts[i] = in.position();
      in.skip(in.number());
    }
  }

  /** The module itself, with everything in it. */
  static Symbol decode(ApiIndex index, byte[] bytes, String moduleName, int position) {
    IndexInput in = new IndexInput(bytes, position);
    return new ModuleBlock(index, bytes, moduleName, in).symbols(in);
  }

  private Symbol symbols(IndexInput in) {
    int count = in.number();
    List<Owner> owners = new ArrayList<>(count);
    Symbol module = null;
    for (int i = 0; i < count; i++) {
      int owner = in.number() - 1;
      String name = owner < 0 ? moduleName : pooled(in.number());
      Owner parts =
          Owner.of(KINDS[in.byteValue()], owner < 0 ? name : owners.get(owner).with(name));
      Symbol symbol = symbol(in, parts);
      owners.add(parts);
      if (owner >= 0) {
        owners.get(owner).members.put(name, symbol);
      } else {
        module = symbol;
      }
    }
    readMissing(in, owners);
    readHidden(in, owners);
    if (module == null) {
      throw new IllegalStateException("A module of the index is empty");
    }
    return module;
  }

  /** What a symbol owns, filled while the symbols behind it are read. */
  private record Owner(
      Symbol.Kind kind,
      String qualifiedName,
      Map<String, Symbol> members,
      Map<String, Symbol.Missing> missing,
      Set<String> hidden) {
    static Owner of(Symbol.Kind kind, String qualifiedName) {
      boolean owns =
          kind == Symbol.Kind.MODULE
              || kind == Symbol.Kind.CLASS
              || kind == Symbol.Kind.TYPE
              || kind == Symbol.Kind.EXCEPTION;
      return owns
          ? new Owner(
              kind, qualifiedName, new LinkedHashMap<>(), new LinkedHashMap<>(), new HashSet<>())
          : new Owner(kind, qualifiedName, Map.of(), Map.of(), Set.of());
    }

    String with(String name) {
      return qualifiedName + "." + name;
    }
  }

  private Symbol symbol(IndexInput in, Owner parts) {
    Releases releases = in.releases();
    boolean blocks = in.byteValue() != 0;
    int chips = in.number() - 1;
    String type = optionalPooled(in);
    String base = optionalPooled(in);
    Symbol.Traits traits = new Symbol.Traits(type, values(in), blocks, base, chips);
    int details = in.number();
    int signatureBytes = in.number();
    int signatures = in.position();
    in.skip(signatureBytes);
    Symbol.Source source = new Packed(this, signatureBytes == 0 ? -1 : signatures, details);
    return new Symbol(
        parts.qualifiedName,
        parts.kind,
        releases,
        traits,
        parts.members,
        parts.missing,
        parts.hidden,
        source);
  }

  private List<Symbol.ValueIn> values(IndexInput in) {
    int count = in.number();
    if (count == 0) {
      return List.of();
    }
    List<Symbol.ValueIn> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Object value =
          switch (in.byteValue()) {
            case 0 -> (Object) in.signed();
            case 1 -> in.text();
            case 2 -> in.real();
            default -> in.byteValue() != 0;
          };
      values.add(new Symbol.ValueIn(value, in.releases()));
    }
    return values;
  }

  private void readMissing(IndexInput in, List<Owner> owners) {
    int count = in.number();
    for (int i = 0; i < count; i++) {
      int owner = in.number();
      String name = pooled(in.number());
      owners.get(owner).missing.put(name, new Symbol.Missing(name, optionalPooled(in)));
    }
  }

  private void readHidden(IndexInput in, List<Owner> owners) {
    int count = in.number();
    for (int i = 0; i < count; i++) {
      int owner = in.number();
      owners.get(owner).hidden.add(pooled(in.number()));
    }
  }

  private List<Signature> signatures(int position) {
    if (position < 0) {
      return List.of();
    }
    IndexInput in = new IndexInput(bytes, position);
    int count = in.number();
    List<Signature> signatures = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String text = pooled(in.number());
      Releases releases = in.releases();
      boolean coroutine = in.byteValue() != 0;
      String returns = pooled(in.number());
      signatures.add(new Signature(text, releases, parameters(in), returns, coroutine));
    }
    return signatures;
  }

  private List<Signature.Parameter> parameters(IndexInput in) {
    int count = in.number();
    List<Signature.Parameter> parameters = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = pooled(in.number());
      Signature.Kind kind = PARAMETER_KINDS[in.byteValue()];
      String type = optionalPooled(in);
      parameters.add(new Signature.Parameter(name, kind, type, optionalPooled(in)));
    }
    return parameters;
  }

  private @Nullable String optionalPooled(IndexInput in) {
    int number = in.number();
    return number == 0 ? null : pooled(number - 1);
  }

  /** Two threads may decode the same text; both get equal ones. */
  private String pooled(int number) {
    String text = pool[number];
    if (text == null) {
      text = new IndexInput(bytes, poolStarts[number]).text();
      pool[number] = text;
    }
    return text;
  }

  private record Packed(ModuleBlock block, int signaturePosition, int detailsPosition)
      implements Symbol.Source {
    @Override
    public List<Signature> signatures() {
      return block.signatures(signaturePosition);
    }

    @Override
    public Symbol.Details details() {
      return block.index.details(detailsPosition);
    }
  }
}
