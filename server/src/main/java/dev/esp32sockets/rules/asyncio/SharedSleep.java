package dev.esp32sockets.rules.asyncio;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;

/** A second sleep() that is made before the first is awaited resets the timer that both share. */
final class SharedSleep {
  private final Model model;

  SharedSleep(Model model) {
    this.model = model;
  }

  void check(Reporter report) {
    for (Use<Stmt.Assign> use : model.uses(Stmt.Assign.class)) {
      Stmt.Assign first = use.node();
      Place place = isKeptSleep(first) ? Place.of(model.tree(), first) : null;
      if (place != null && first.targets.get(0) instanceof Expr.Name name) {
        follow(place, name.name, report);
      }
    }
  }

  private boolean isKeptSleep(Stmt.Assign assign) {
    return assign.targets.size() == 1
        && assign.targets.get(0) instanceof Expr.Name
        && assign.value instanceof Expr.Call
        && Coroutines.isSleep(model, model.valueOf(assign.value));
  }

  private void follow(Place first, String name, Reporter report) {
    for (int i = first.index() + 1; i < first.block().size(); i++) {
      Stmt next = first.block().get(i);
      if (next instanceof Stmt.Assign assign
          && isKeptSleep(assign)
          && assign.value instanceof Expr.Call call) {
        report
            .at(
                Spans.name(call),
                "ESP503",
                "All `sleep()` calls share one timer in MicroPython; await `"
                    + name
                    + "` before the next call")
            .related(first.statement(), "The first call");
        return;
      }
      if (!Place.blocks(next).isEmpty() || hasAwait(next)) {
        return;
      }
    }
  }

  private boolean hasAwait(Stmt statement) {
    for (Use<Expr.Await> use : model.uses(Expr.Await.class)) {
      if (statement.span().contains(use.node().start)) {
        return true;
      }
    }
    return false;
  }
}
