package dev.esp32sockets.rules.modules;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ProjectView.ProjectModule;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Module;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags a file that the board finds before a module of the firmware. */
public final class ModuleShadowedByFile implements Rule {
  private static final String LIBRARY = "lib/";
  private static final String PACKAGE = "/__init__.py";

  @Override
  public void check(Model model, Reporter report) {
    String path = model.path();
    boolean library = path.startsWith(LIBRARY);
    String name = moduleName(library ? path.substring(LIBRARY.length()) : path);
    Module module = name == null ? null : ApiIndex.get().module(name);
    if (name == null || module == null || !isHidden(model, module, library)) {
      return;
    }
    if (!model.project().isExtraModule(name) && isImported(model, name)) {
      int length = Math.min(1, model.tree().text().length());
      report.at(
          new Span(0, length),
          "ESP703",
          "This file hides the module `" + name + "` on the board; give it another name");
    }
  }

  private static @Nullable String moduleName(String path) {
    String name = path;
    if (name.endsWith(PACKAGE)) {
      name = name.substring(0, name.length() - PACKAGE.length());
    } else if (name.endsWith(".py")) {
      name = name.substring(0, name.length() - 3);
    } else {
      return null;
    }
    return name.indexOf('/') < 0 ? name : null;
  }

  private static boolean isHidden(Model model, Module module, boolean library) {
    // A name such as `usocket` reaches the firmware's own module past any file.
    boolean plain =
        module.importName().equals(module.symbol().qualifiedName())
            || module.sort() == Module.Sort.FROZEN;
    boolean present = !module.importable().and(model.target().releases()).isEmpty();
    return plain
        && present
        && module.sort() != Module.Sort.FIXED
        && (!library || module.sort() == Module.Sort.EXTENSIBLE);
  }

  private static boolean isImported(Model model, String name) {
    if (imports(model.tree().body(), name)) {
      return true;
    }
    for (ProjectModule file : model.project().files()) {
      if (imports(file.tree().body(), name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean imports(List<Stmt> body, String name) {
    for (Stmt statement : body) {
      if (statement instanceof Stmt.Import plain) {
        for (Stmt.Alias alias : plain.names) {
          if (isIn(alias.name, name)) {
            return true;
          }
        }
      } else if (statement instanceof Stmt.ImportFrom from) {
        if (from.level == 0 && isIn(from.module, name)) {
          return true;
        }
      } else {
        for (List<Stmt> block : Place.blocks(statement)) {
          if (imports(block, name)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isIn(String imported, String name) {
    return imported.equals(name) || imported.startsWith(name + ".");
  }
}
