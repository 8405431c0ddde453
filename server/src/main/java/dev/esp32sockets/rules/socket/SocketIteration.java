package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;

/** Flags sockets in the place of something that can be iterated. */
public final class SocketIteration implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (Use<Stmt.For> use : model.uses(Stmt.For.class)) {
      Stmt.For loop = use.node();
      if (isSocket(model, loop.iterable) && !use.context().isGuarded("__iter__", "TypeError")) {
        fix(model.tree(), loop, report(model, loop.iterable, report));
      }
    }
    for (Use<Expr.Comprehension> use : model.uses(Expr.Comprehension.class)) {
      for (Expr.Clause clause : use.node().clauses) {
        boolean guarded = use.context().isGuarded("__iter__", "TypeError");
        if (clause.isFor() && isSocket(model, clause.value) && !guarded) {
          report(model, clause.value, report);
        }
      }
    }
    for (CallSite call : model.callsTo("builtins.list")) {
      Expr.Argument argument = call.isOnly() ? call.argumentNode(0, null) : null;
      boolean guarded = call.context().isGuarded("__iter__", "TypeError");
      if (argument != null && isSocket(model, argument.value) && !guarded) {
        report(model, argument.value, report);
      }
    }
  }

  private static boolean isSocket(Model model, Expr node) {
    for (Value choice : model.valueOf(node).choices()) {
      if (!Sockets.isSocket(choice)) {
        return false;
      }
    }
    return true;
  }

  private static Reporter.Draft report(Model model, Expr node, Reporter report) {
    boolean named = node instanceof Expr.Name || node instanceof Expr.Attribute;
    String call = named ? model.tree().source(node) + ".readline()" : "readline()";
    return report.at(
        node, "ESP210", "Sockets cannot be iterated in MicroPython; call `" + call + "` in a loop");
  }

  private static void fix(Tree tree, Stmt.For loop, Reporter.Draft draft) {
    if (loop.body.isEmpty()) {
      return;
    }
    Stmt first = loop.body.get(0);
    int colon = tree.text().indexOf(':', loop.iterable.end);
    boolean plain =
        loop.target instanceof Expr.Name
            && loop.iterable instanceof Expr.Name
            && loop.orElse.isEmpty()
            && !loop.async
            && colon >= 0
            && tree.text().substring(loop.iterable.end, colon).isBlank()
            && tree.lines().line(first.start) > tree.lines().line(colon);
    if (!plain) {
      return;
    }
    String name = tree.source(loop.target);
    String line = Edits.lineBreak(tree) + Edits.indent(tree, first);
    String head =
        "while True:"
            + line
            + name
            + " = "
            + tree.source(loop.iterable)
            + ".readline()"
            + line
            + "if not "
            + name
            + ":"
            + line
            + "    break";
    draft.fix("Read line by line", Edits.replace(loop.start, colon + 1, head));
  }
}
