package dev.esp32sockets.rules.asyncio;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.ClassInfo;
import dev.esp32sockets.analysis.FunctionInfo;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value.Func;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;

/** Flags calls of asynchronous functions as statements: without `await` nothing runs. */
public final class MissingAwait implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (Use<Stmt.ExprStmt> use : model.uses(Stmt.ExprStmt.class)) {
      if (use.node().value instanceof Expr.Call call
          && Coroutines.isMadeBy(call, model.valueOf(call))
          && !mayBeReplaced(model, call)) {
        Reporter.Draft draft =
            report.at(
                Spans.name(call),
                "ESP502",
                "Nothing happens without `await`: `"
                    + Spans.name(call).of(model.tree().text())
                    + "()` only makes a coroutine");
        if (use.context().isInAsyncFunction()) {
          draft.fix("Add `await`", Edits.insert(call.start, "await "));
        }
      }
    }
  }

  /** Whether a subclass may have a plain method of the name. */
  private static boolean mayBeReplaced(Model model, Expr.Call call) {
    for (CallSite site : model.sitesOf(call)) {
      boolean method = site.callee() instanceof Func callee && callee.self() != null;
      if (method && site.callee() instanceof Func callee && mayBeReplaced(model, callee)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBeReplaced(Model model, Func callee) {
    FunctionInfo function = callee.function();
    for (ClassInfo type : model.module().classes()) {
      FunctionInfo other = type.method(function.name());
      boolean derived = type != function.owner() && !type.node().bases.isEmpty();
      if (other != null && derived && !other.isAsync()) {
        return true;
      }
    }
    ClassInfo owner = function.owner();
    // A class of another file that names this one among its bases may do so as well.
    return owner != null
        && (Words.inOtherFiles(model, owner.name() + "):")
            || Words.inOtherFiles(model, owner.name() + ","));
  }
}
