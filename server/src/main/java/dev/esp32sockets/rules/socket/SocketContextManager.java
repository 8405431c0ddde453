package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;

/** Flags sockets behind `with`, which they do not support. */
public final class SocketContextManager implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (Use<Stmt.With> use : model.uses(Stmt.With.class)) {
      boolean guarded =
          use.context().isGuarded("__enter__", "AttributeError", "NotImplementedError");
      for (Stmt.WithItem item : use.node().items) {
        Expr socket = socket(model, item.value);
        if (!guarded && !use.node().async && isSocket(model.valueOf(socket))) {
          Reporter.Draft draft =
              report.at(
                  item.value,
                  "ESP209",
                  "ESP32 sockets cannot stand behind `with`; close them in a `finally`");
          fix(model.tree(), use.node(), item, socket, draft);
        }
      }
    }
  }

  /** What `contextlib.closing` is given, or the expression itself. */
  private static Expr socket(Model model, Expr value) {
    boolean closing =
        value instanceof Expr.Call call
            && call.arguments.size() == 1
            && Spans.name(call).of(model.tree().text()).equals("closing");
    return closing && value instanceof Expr.Call call ? call.arguments.get(0).value : value;
  }

  private static boolean isSocket(Value value) {
    for (Value choice : value.choices()) {
      if (!Sockets.isSocket(choice) && !Sockets.isTls(choice)) {
        return false;
      }
    }
    return true;
  }

  private static void fix(
      Tree tree, Stmt.With with, Stmt.WithItem item, Expr socket, Reporter.Draft draft) {
    Expr target = item.target == null ? socket : item.target;
    if (with.items.size() != 1 || with.body.isEmpty() || !(target instanceof Expr.Name name)) {
      return;
    }
    Stmt first = with.body.get(0);
    int head = item.target == null ? item.value.end : item.target.end;
    int colon = tree.text().indexOf(':', head);
    String outer = Edits.indent(tree, with);
    String inner = Edits.indent(tree, first);
    boolean plain =
        colon >= 0
            && tree.text().substring(head, colon).isBlank()
            && tree.lines().line(first.start) > tree.lines().line(colon);
    if (!plain || !inner.startsWith(outer)) {
      return;
    }
    String end = Edits.lineBreak(tree);
    String open = item.target == null ? "" : name.name + " = " + tree.source(socket) + end + outer;
    draft.fix(
        "Close it in a `finally`",
        Edits.replace(with.start, colon + 1, open + "try:"),
        Edits.insertLineAfter(tree, with, "finally:" + end + inner + name.name + ".close()"));
  }
}
