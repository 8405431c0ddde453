package dev.esp32sockets.rules;

import dev.esp32sockets.analysis.Binding;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Scope;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import dev.esp32sockets.text.TextEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file calls a module, and the import that a fix needs where it has no name yet. */
public final class ModuleNames {
  private ModuleNames() {}

  /**
   * A module's name for use in a fix.
   *
   * @param edit the import to add; null when the file has one
   */
  public record Usable(String name, @Nullable TextEdit edit) {}

  /** The name that an import at the top level gave the module; null when there is none here. */
  public static @Nullable String find(Model model, Scope scope, String module) {
    for (Stmt statement : model.tree().body()) {
      if (statement instanceof Stmt.Import imports) {
        for (Stmt.Alias alias : imports.names) {
          boolean same = alias.name.equals(module) || alias.name.equals("u" + module);
          String name = alias.alias == null ? alias.name : alias.alias;
          if (same && name.indexOf('.') < 0 && means(model, scope, name)) {
            return name;
          }
        }
      }
    }
    return null;
  }

  private static boolean means(Model model, Scope scope, String name) {
    Scope top = model.module().scope();
    Binding binding = top.binding(name);
    return scope.owner(name) == top && binding != null && binding.isSingle();
  }

  /** The name to write, with an import if it needs one; null when the name is taken. */
  public static @Nullable Usable use(Model model, Scope scope, String module) {
    String known = find(model, scope, module);
    if (known != null) {
      return new Usable(known, null);
    }
    boolean taken = scope.owner(module) != null || model.module().scope().binding(module) != null;
    return taken ? null : new Usable(module, importEdit(model.tree(), module));
  }

  /** Adds an import on a line of its own below the last one at the top of the file. */
  public static @Nullable TextEdit importEdit(Tree tree, String module) {
    Stmt last = null;
    Stmt first = null;
    List<Stmt> body = tree.body();
    for (int i = 0; i < body.size(); i++) {
      Stmt statement = body.get(i);
      if (statement instanceof Stmt.Import || statement instanceof Stmt.ImportFrom) {
        last = statement;
      } else if (i > 0 || !isText(statement)) {
        first = statement;
        break;
      }
    }
    String line = "import " + module;
    if (last != null) {
      return Edits.insertLineAfter(tree, last, line);
    }
    return first == null ? null : Edits.insertLineBefore(tree, first, line);
  }

  private static boolean isText(Stmt statement) {
    return statement instanceof Stmt.ExprStmt expression && expression.value instanceof Expr.Str;
  }
}
