package dev.esp32sockets.rules.modules;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts names in annotations, which MicroPython reads over. */
final class Annotations {
  private Annotations() {}

  /** Whether the import can be taken out: a line of its own, its names only in annotations. */
  static boolean areOnlyUse(Model model, ImportSite site) {
    boolean removable =
        model.tree().body().contains(site.statement())
            && Edits.isAlone(model.tree(), site.statement());
    if (!removable) {
      return false;
    }
    if (site.statement() instanceof Stmt.ImportFrom from) {
      boolean all = !from.star;
      for (Stmt.Alias alias : from.names) {
        all &= isOnlyInAnnotations(model, from, alias.alias == null ? alias.name : alias.alias);
      }
      return all;
    }
    Stmt.Alias alias = site.alias();
    boolean single = site.statement() instanceof Stmt.Import plain && plain.names.size() == 1;
    return single
        && alias != null
        && isOnlyInAnnotations(
            model, site.statement(), alias.alias == null ? site.top() : alias.alias);
  }

  private static boolean isOnlyInAnnotations(Model model, Stmt statement, String name) {
    int outside = Words.count(model.tree(), name) - count(model.tree().source(statement), name);
    return outside == inAnnotations(model, model.tree().body(), name)
        && !Words.inOtherFiles(model, "import " + name);
  }

  private static int inAnnotations(Model model, List<Stmt> body, String name) {
    int count = 0;
    for (Stmt statement : body) {
      if (statement instanceof Stmt.FunctionDef function) {
        count += count(model, function.returns, name);
        for (Expr.Parameter parameter : function.parameters) {
          count += count(model, parameter.annotation, name);
        }
      } else if (statement instanceof Stmt.AnnAssign assign) {
        count += count(model, assign.annotation, name);
      }
      for (List<Stmt> block : Place.blocks(statement)) {
        count += inAnnotations(model, block, name);
      }
    }
    return count;
  }

  private static int count(Model model, @Nullable Expr annotation, String name) {
    return annotation == null ? 0 : count(model.tree().source(annotation), name);
  }

  private static int count(String source, String name) {
    int count = 0;
    int at = source.indexOf(name);
    while (at >= 0) {
      count++;
      at = source.indexOf(name, at + name.length());
    }
    return count;
  }
}
