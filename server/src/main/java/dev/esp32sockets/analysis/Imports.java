package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Mod;
import dev.esp32sockets.analysis.Value.Ref;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Module;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an import binds: a file of the project before a module of the firmware. */
final class Imports {
  private Imports() {}

  /** The value of the name that this alias (or star import) binds. */
  static Value value(ModuleInfo module, Node node, String name) {
    Stmt.ImportFrom from = module.importOf.get(node);
    if (from != null) {
      String wanted = node instanceof Stmt.Alias alias ? alias.name : name;
      return member(module, from, wanted);
    }
    Stmt.Alias alias = (Stmt.Alias) node;
    String imported = alias.name;
    int dot = imported.indexOf('.');
    if (alias.alias == null && dot >= 0) {
      return topPackage(module, imported.substring(0, dot));
    }
    return module(module, imported);
  }

  /** `import a.b` binds `a`, of which only a module that is known by itself can be followed. */
  private static Value topPackage(ModuleInfo module, String name) {
    if (module.project().view().module(name, module.path()) != null) {
      return Special.UNKNOWN;
    }
    Module known = ApiIndex.get().module(name);
    return known == null ? Special.UNKNOWN : new Ref(known.symbol());
  }

  static Value module(ModuleInfo importer, String dottedName) {
    ModuleInfo own = importer.project().find(dottedName, importer.path());
    Module known = ApiIndex.get().module(dottedName);
    boolean hides = known == null || known.sort() != Module.Sort.FIXED;
    if (own != null && own != importer && hides) {
      return new Mod(own);
    }
    return known == null ? Special.UNKNOWN : new Ref(known.symbol());
  }

  private static Value member(ModuleInfo importer, Stmt.ImportFrom from, String name) {
    Value module = fromModule(importer, from);
    if (module instanceof Ref ref) {
      Symbol member = ref.symbol().member(name);
      if (member != null) {
        return Members.ofSymbol(member);
      }
      Value sub = module(importer, from.module + "." + name);
      return sub;
    }
    if (module instanceof Mod mod) {
      Binding binding = mod.module().scope().binding(name);
      if (binding != null) {
        return Detached.of(new Inference(mod.module().scope()).binding(binding));
      }
    }
    return Special.UNKNOWN;
  }

  static Value fromModule(ModuleInfo importer, Stmt.ImportFrom from) {
    if (from.level == 0) {
      return module(importer, from.module);
    }
    String folder = importer.path();
    for (int i = 0; i < from.level; i++) {
      int slash = folder.lastIndexOf('/');
      folder = slash < 0 ? "" : folder.substring(0, slash);
    }
    String prefix = folder.isEmpty() ? "" : folder.replace('/', '.') + ".";
    String name = from.module.isEmpty() ? stripDot(prefix) : prefix + from.module;
    ModuleInfo own = importer.project().find(name, "");
    return own == null || own == importer ? Special.UNKNOWN : new Mod(own);
  }

  private static String stripDot(String prefix) {
    return prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
  }

  /** The names that `from x import *` binds; null when the module is not known. */
  static @Nullable List<String> starNames(ModuleInfo importer, Stmt.ImportFrom from) {
    Value module = fromModule(importer, from);
    List<String> names = new ArrayList<>();
    if (module instanceof Ref ref) {
      for (Symbol member : ref.symbol().members()) {
        if (!member.name().startsWith("_")) {
          names.add(member.name());
        }
      }
      return names;
    }
    if (module instanceof Mod mod && !mod.module().scope().open) {
      for (String name : mod.module().scope().bindings.keySet()) {
        if (!name.startsWith("_")) {
          names.add(name);
        }
      }
      return names;
    }
    return null;
  }

  /** What the variable is called in `sys` or `os`, when every import of it is from there. */
  static @Nullable String nameInSystem(@Nullable Scope owner, String name) {
    Binding binding = owner == null ? null : owner.binding(name);
    if (owner == null || binding == null || !binding.isSingle()) {
      return null;
    }
    Binding.Source source = binding.sources.get(0);
    if (source.way() != Binding.Way.IMPORT || !(source.node() instanceof Stmt.Alias alias)) {
      return null;
    }
    Stmt.ImportFrom from = owner.module().importOf.get(alias);
    if (from == null || from.level > 0) {
      return null;
    }
    String module = from.module.startsWith("u") ? from.module.substring(1) : from.module;
    return module.equals("sys") || module.equals("os") ? alias.name : null;
  }
}
