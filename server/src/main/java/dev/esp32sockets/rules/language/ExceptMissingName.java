package dev.esp32sockets.rules.language;

import dev.esp32sockets.analysis.Context;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import org.jspecify.annotations.Nullable;

/** Flags exception classes that MicroPython does not have, alone or as part of a module. */
public final class ExceptMissingName implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (MissingNames.Found found : MissingNames.in(model, true)) {
      builtin(model, found, report);
    }
    for (Use<Stmt.Handler> use : model.uses(Stmt.Handler.class)) {
      Expr type = use.node().type;
      if (type != null) {
        new ModuleExceptions(model, report, use).check(type);
      }
    }
  }

  private static void builtin(Model model, MissingNames.Found found, Reporter report) {
    Expr.Name node = found.use().node();
    Stmt.Handler handler = Handlers.naming(model, node);
    String instead = replacement(model, found);
    String message = "`" + node.name + "` is not defined in MicroPython";
    if (instead == null) {
      report.at(node, "ESP106", message);
      return;
    }
    String verb = handler != null ? "catch" : isRaised(model, node) ? "raise" : "use";
    Reporter.Draft draft = report.at(node, "ESP106", message + "; " + verb + " `" + instead + "`");
    String title = "Use `" + instead + "`";
    if (handler != null && Handlers.isFollowedBy(model, handler, instead)) {
      // The clause below would lose its errors to this one.
      draft.unsafeFix(title, Edits.replace(node, instead));
    } else {
      draft.fix(title, Edits.replace(node, instead));
    }
  }

  private static boolean isRaised(Model model, Expr.Name node) {
    for (Use<Stmt.Raise> use : model.uses(Stmt.Raise.class)) {
      Expr raised = use.node().exception;
      boolean called = raised instanceof Expr.Call call && call.function == node;
      if (raised == node || called) {
        return true;
      }
    }
    return false;
  }

  /** The class to write instead: the name in the first backquotes of the advice. */
  private static @Nullable String replacement(Model model, MissingNames.Found found) {
    Context context = found.use().context();
    if (found.name().equals("TimeoutError") && context.isInAsyncFunction()) {
      String asyncio = ModuleNames.find(model, context.scope(), "asyncio");
      if (asyncio != null) {
        return asyncio + ".TimeoutError";
      }
    }
    String instead = found.instead();
    if (instead == null || !instead.startsWith("`")) {
      return null;
    }
    String name = instead.substring(1, instead.indexOf('`', 1));
    for (int i = 0; i < name.length(); i++) {
      if (!Character.isLetterOrDigit(name.charAt(i))) {
        return null;
      }
    }
    return name;
  }
}
