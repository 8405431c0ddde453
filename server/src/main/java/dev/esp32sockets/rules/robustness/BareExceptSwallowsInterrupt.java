package dev.esp32sockets.rules.robustness;

import dev.esp32sockets.analysis.Context;
import dev.esp32sockets.analysis.Loops;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Returns;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Exits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Severity;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.text.Span;

/** Flags handlers in endless loops that catch Ctrl-C together with all errors. */
public final class BareExceptSwallowsInterrupt implements Rule {
  private static final String MESSAGE =
      "Ctrl-C is swallowed here, this loop cannot be stopped; write `except Exception:`";
  private static final int KEYWORD_LENGTH = "except".length();

  @Override
  public void check(Model model, Reporter report) {
    for (Use<Stmt.Try> use : model.uses(Stmt.Try.class)) {
      for (Stmt.Handler handler : use.node().handlers) {
        if (handler.type != null && Context.names(handler.type, "KeyboardInterrupt")) {
          break;
        }
        if (catchesAll(handler) && isInEndlessLoop(use.context())) {
          check(model, use, handler, report);
        }
      }
    }
  }

  private static boolean catchesAll(Stmt.Handler handler) {
    return handler.type == null
        || (handler.type instanceof Expr.Name name && name.name.equals("BaseException"));
  }

  private static boolean isInEndlessLoop(Context context) {
    Stmt loop = context.loop();
    return loop instanceof Stmt.While endless && Returns.isAlwaysTrue(endless.test);
  }

  private static void check(Model model, Use<Stmt.Try> use, Stmt.Handler handler, Reporter report) {
    Stmt.Try attempt = use.node();
    boolean leaves =
        Exits.mayLeaveOrBreak(model, handler.body)
            || Exits.mayLeaveOrBreak(model, attempt.finalBody)
            || breaksAround(use.context(), attempt);
    if (leaves) {
      return;
    }
    Expr type = handler.type;
    Span span =
        type == null ? new Span(handler.start, handler.start + KEYWORD_LENGTH) : type.span();
    Reporter.Draft draft = report.at(span, "ESP801", MESSAGE);
    if (!Blocking.canWait(model, attempt.body)) {
      draft.severity(Severity.INFO);
    }
    if (type == null) {
      draft.fix("Write `except Exception:`", Edits.insert(span.end(), " Exception"));
    } else {
      draft.fix("Catch `Exception`", Edits.replace(type, "Exception"));
    }
  }

  /** Whether the line after the `try` leaves the loop anyway: then the handler ends it too. */
  private static boolean breaksAround(Context context, Stmt.Try attempt) {
    if (!(context.loop() instanceof Stmt.While loop)) {
      return false;
    }
    int index = loop.body.indexOf(attempt);
    if (index < 0) {
      return false;
    }
    for (Stmt after : loop.body.subList(index + 1, loop.body.size())) {
      if (after instanceof Stmt.Break || after instanceof Stmt.Return) {
        return !Loops.hasBreak(attempt.body);
      }
    }
    return false;
  }
}
