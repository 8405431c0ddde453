package dev.esp32sockets.rules.language;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Scope;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns `except socket.timeout` into a handler of `OSError` that passes on everything else. */
final class TimeoutFix {
  private final Model model;
  private final Stmt.Handler handler;
  private final Scope scope;

  TimeoutFix(Model model, Use<Stmt.Handler> use) {
    this.model = model;
    this.handler = use.node();
    this.scope = use.context().scope();
  }

  /** Adds the fix where the clause is a plain one and no other clause wants the rest. */
  void add(Reporter.Draft draft, Expr.Attribute node) {
    String variable = variable();
    ModuleNames.Usable errno = ModuleNames.use(model, scope, "errno");
    boolean plain = handler.type == node && !Handlers.isFollowedBy(model, handler, "OSError");
    if (!plain || variable == null || errno == null || !startsOnItsOwnLine()) {
      return;
    }
    Tree tree = model.tree();
    Stmt first = handler.body.get(0);
    String indent = Edits.indent(tree, first);
    String step = indent.substring(Edits.indent(tree, handler).length());
    String end = Edits.lineBreak(tree);
    String test =
        "if " + variable + ".args[0] != " + errno.name() + ".ETIMEDOUT:" + end + indent + step;
    List<TextEdit> edits = new ArrayList<>(3);
    if (errno.edit() != null) {
      edits.add(errno.edit());
    }
    edits.add(Edits.replace(node, handler.name == null ? "OSError as " + variable : "OSError"));
    edits.add(Edits.insert(first.start, test + "raise" + end + indent));
    draft.fix("Catch `OSError` and test for `ETIMEDOUT`", edits);
  }

  private boolean startsOnItsOwnLine() {
    if (handler.body.isEmpty()) {
      return false;
    }
    Tree tree = model.tree();
    Stmt first = handler.body.get(0);
    String indent = Edits.indent(tree, first);
    String outer = Edits.indent(tree, handler);
    return Edits.lineStart(tree, first.start) + indent.length() == first.start
        && indent.startsWith(outer)
        && indent.length() > outer.length();
  }

  private @Nullable String variable() {
    if (handler.name != null) {
      return handler.name;
    }
    if (scope.owner("e") == null) {
      return "e";
    }
    return scope.owner("error") == null ? "error" : null;
  }
}
