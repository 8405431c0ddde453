package dev.esp32sockets.api.build;

import dev.esp32sockets.api.AbsentModule;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Signature;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.api.build.Sources.Everything;
import dev.esp32sockets.api.build.Sources.HiddenSource;
import dev.esp32sockets.api.build.Sources.ImportSource;
import dev.esp32sockets.api.build.Sources.MissingSource;
import dev.esp32sockets.api.build.Sources.ModuleSource;
import dev.esp32sockets.api.build.Sources.SymbolSource;
import dev.esp32sockets.api.build.Sources.ValueSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Packs the knowledge base. The index begins with the directory and holds one block a module; the
 * details are one row of entries that symbols point to.
 */
@SuppressWarnings("EnumOrdinal") // the index and the classes that read it are made together
final class IndexWriter {
  /** The two files. */
  record Packed(IndexOutput index, IndexOutput details) {}

  private final IndexOutput details = new IndexOutput();

  private IndexWriter() {}

  static Packed pack(Everything everything) {
    IndexWriter writer = new IndexWriter();
    List<IndexOutput> blocks = new ArrayList<>();
    for (ModuleSource module : everything.modules()) {
      blocks.add(new Block(writer.details).write(module));
    }
    IndexOutput out = new IndexOutput();
    directory(out, everything, blocks);
    for (IndexOutput block : blocks) {
      out.append(block);
    }
    return new Packed(out, writer.details);
  }

  private static void directory(IndexOutput out, Everything everything, List<IndexOutput> blocks) {
    out.number(ApiIndex.FORMAT);
    List<ModuleSource> modules = everything.modules();
    out.number(modules.size());
    int importCount = 0;
    for (int i = 0; i < modules.size(); i++) {
      out.text(modules.get(i).name());
      out.number(blocks.get(i).size());
      importCount += modules.get(i).imports().size();
    }
    out.number(importCount);
    for (int i = 0; i < modules.size(); i++) {
      for (ImportSource one : modules.get(i).imports()) {
        out.text(one.name());
        out.number(i);
        out.number(one.releases().bits());
        out.byteValue(one.sort().ordinal());
        out.optionalText(one.instead());
      }
    }
    IndexOutput absent = absent(everything.absent());
    out.number(absent.size());
    out.append(absent);
  }

  private static IndexOutput absent(List<AbsentModule> modules) {
    IndexOutput out = new IndexOutput();
    out.number(modules.size());
    for (AbsentModule one : modules) {
      out.text(one.name());
      out.byteValue(one.sort().ordinal());
      out.optionalText(one.instead());
    }
    return out;
  }

  /** One module: its pool of texts goes first, so the rest is collected before. */
  private static final class Block {
    private final IndexOutput details;
    private final Map<String, Integer> pool = new LinkedHashMap<>();
    private final IndexOutput body = new IndexOutput();

    Block(IndexOutput details) {
      this.details = details;
    }

    IndexOutput write(ModuleSource module) {
      body.number(module.symbols().size());
      for (SymbolSource symbol : module.symbols()) {
        symbol(symbol);
      }
      body.number(module.missing().size());
      for (MissingSource missing : module.missing()) {
        body.number(missing.owner());
        pooled(body, missing.name());
        optionalPooled(body, missing.instead());
      }
      body.number(module.hidden().size());
      for (HiddenSource hidden : module.hidden()) {
        body.number(hidden.owner());
        pooled(body, hidden.name());
      }
      IndexOutput out = new IndexOutput();
      out.texts(new ArrayList<>(pool.keySet()));
      out.append(body);
      return out;
    }

    private void symbol(SymbolSource symbol) {
      body.number(symbol.owner() + 1);
      if (symbol.owner() >= 0) {
        pooled(body, symbol.name());
      }
      body.byteValue(symbol.kind().ordinal());
      body.number(symbol.releases().bits());
      body.flag(symbol.blocks());
      body.number(symbol.chips() + 1);
      optionalPooled(body, symbol.type());
      optionalPooled(body, symbol.base());
      values(symbol.values());
      body.number(details.size());
      details(symbol.details());
      IndexOutput signatures = signatures(symbol.signatures());
      body.number(signatures.size());
      body.append(signatures);
    }

    private void values(List<ValueSource> values) {
      body.number(values.size());
      for (ValueSource one : values) {
        if (one.value() instanceof Long number) {
          body.byteValue(0);
          body.signed(number);
        } else if (one.value() instanceof String text) {
          body.byteValue(1);
          body.text(text);
        } else if (one.value() instanceof Double real) {
          body.byteValue(2);
          body.real(real);
        } else {
          body.byteValue(3);
          body.flag(Boolean.TRUE.equals(one.value()));
        }
        body.number(one.releases().bits());
      }
    }

    private void details(Symbol.Details of) {
      details.text(of.doc());
      details.texts(of.raises());
      details.texts(of.limits());
    }

    private IndexOutput signatures(List<Signature> signatures) {
      IndexOutput out = new IndexOutput();
      if (signatures.isEmpty()) {
        return out;
      }
      out.number(signatures.size());
      for (Signature signature : signatures) {
        pooled(out, signature.text());
        out.number(signature.releases().bits());
        out.flag(signature.coroutine());
        pooled(out, signature.returns());
        out.number(signature.parameters().size());
        for (Signature.Parameter parameter : signature.parameters()) {
          pooled(out, parameter.name());
          out.byteValue(parameter.kind().ordinal());
          optionalPooled(out, parameter.type());
          optionalPooled(out, parameter.defaultText());
        }
      }
      return out;
    }

    private void pooled(IndexOutput out, String text) {
      out.number(numberOf(text));
    }

    private void optionalPooled(IndexOutput out, @Nullable String text) {
      out.number(text == null ? 0 : numberOf(text) + 1);
    }

    private int numberOf(String text) {
      Integer known = pool.get(text);
      if (known != null) {
        return known;
      }
      int number = pool.size();
      pool.put(text, number);
      return number;
    }
  }
}
