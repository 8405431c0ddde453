package dev.esp32sockets.rules.asyncio;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Severity;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Expr.Argument;
import dev.esp32sockets.syntax.Expr.ArgumentKind;
import dev.esp32sockets.syntax.Stmt;
import org.jspecify.annotations.Nullable;

/** Flags a second event loop inside the running one, which crashes the chip. */
public final class RunInsideCoroutine implements Rule {
  private static final String[] RUNNERS = {
    "asyncio.run", "asyncio.run_until_complete", "asyncio.Loop.run_until_complete"
  };

  @Override
  public void check(Model model, Reporter report) {
    for (String runner : RUNNERS) {
      for (CallSite run : model.callsTo(runner)) {
        if (run.isOnly() && run.context().isInAsyncFunction()) {
          report(model, run, report);
        }
      }
    }
    for (CallSite run : model.callsTo("asyncio.Loop.run_forever")) {
      if (run.isOnly() && run.context().isInAsyncFunction()) {
        report
            .at(
                Spans.name(run.node()),
                "ESP508",
                "`run_forever()` in `async def` runs a second loop in the first on ESP32;"
                    + " leave it out")
            .severity(Severity.WARNING);
      }
    }
  }

  private static void report(Model model, CallSite run, Reporter report) {
    String name = Spans.name(run.node()).of(model.tree().text());
    Reporter.Draft draft =
        report.at(
            Spans.name(run.node()),
            "ESP508",
            "`"
                + name
                + "()` inside `async def` crashes the ESP32 at the next `await`; write `await`");
    Argument only = run.node().arguments.size() == 1 ? run.node().arguments.get(0) : null;
    boolean fits =
        only != null
            && only.kind == ArgumentKind.POSITIONAL
            && (only.value instanceof Expr.Call || only.value instanceof Expr.Name);
    if (only != null && fits) {
      String await = "await " + model.tree().source(only.value);
      boolean whole = isWhole(Place.of(model.tree(), run.node()), run.node());
      draft.fix("Write `await`", Edits.replace(run.node(), whole ? await : "(" + await + ")"));
    }
  }

  /** Whether the call is all that the statement evaluates, so that no parentheses are needed. */
  private static boolean isWhole(@Nullable Place place, Expr.Call call) {
    Stmt statement = place == null ? null : place.statement();
    return (statement instanceof Stmt.ExprStmt expression && expression.value == call)
        || (statement instanceof Stmt.Assign assign && assign.value == call)
        || (statement instanceof Stmt.Return back && back.value == call);
  }
}
