package dev.esp32sockets.rules.requests;

import dev.esp32sockets.analysis.Context;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;

/** Flags responses in a `with` statement, which they do not support before 1.29. */
public final class WithStatement implements Rule {
  private static final Releases WITHOUT = Releases.until(28);

  @Override
  public void check(Model model, Reporter report) {
    if (WITHOUT.and(model.target().releases()).isEmpty()) {
      return;
    }
    for (Use<Stmt.With> use : model.uses(Stmt.With.class)) {
      for (Stmt.WithItem item : use.node().items) {
        boolean wrong = !use.node().async && isResponse(model.valueOf(item.value));
        if (wrong && !isGuarded(use.context())) {
          report(model.tree(), use.node(), item, report);
        }
      }
    }
  }

  private static boolean isResponse(Value value) {
    for (Value choice : value.choices()) {
      boolean response =
          choice instanceof Obj object && object.type().qualifiedName().equals("requests.Response");
      if (!response) {
        return false;
      }
    }
    return true;
  }

  private static boolean isGuarded(Context context) {
    return context.isGuarded("__enter__", "AttributeError", "NotImplementedError");
  }

  private static void report(Tree tree, Stmt.With with, Stmt.WithItem item, Reporter report) {
    Reporter.Draft draft =
        report.at(
            item.value,
            "ESP603",
            "Responses cannot stand behind `with` before MicroPython 1.29; close them in a"
                + " `finally`");
    boolean single = with.items.size() == 1 && item.value instanceof Expr.Call;
    if (single && item.target instanceof Expr.Name name) {
      fix(tree, with, item, name, draft);
    }
  }

  private static void fix(
      Tree tree, Stmt.With with, Stmt.WithItem item, Expr.Name name, Reporter.Draft draft) {
    if (with.body.isEmpty()) {
      return;
    }
    Stmt first = with.body.get(0);
    int colon = tree.text().indexOf(':', name.end);
    boolean plain =
        colon >= 0
            && tree.text().substring(name.end, colon).isBlank()
            && tree.lines().line(first.start) > tree.lines().line(colon);
    String outer = Edits.indent(tree, with);
    String inner = Edits.indent(tree, first);
    if (!plain || !inner.startsWith(outer)) {
      return;
    }
    String end = Edits.lineBreak(tree);
    String open = name.name + " = " + tree.source(item.value) + end + outer + "try:";
    String close = "finally:" + end + inner + name.name + ".close()";
    draft.fix(
        "Close it in a `finally`",
        Edits.replace(with.start, colon + 1, open),
        Edits.insertLineAfter(tree, with, close));
  }
}
