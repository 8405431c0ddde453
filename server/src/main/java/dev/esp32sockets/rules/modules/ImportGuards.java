package dev.esp32sockets.rules.modules;

import dev.esp32sockets.analysis.Context;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Module;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import java.util.List;

/** Finds the releases in which an import runs without anything to catch its failure. */
public final class ImportGuards {
  private ImportGuards() {}

  /** Whether the import stands in a `try` that is ready for its failure. */
  static boolean isGuarded(ImportSite site, boolean probable) {
    if (site.context().isGuarded(site.top(), "ImportError", "ModuleNotFoundError")) {
      return true;
    }
    return hasFallback(site.context(), probable);
  }

  /** Whether a handler for everything stands ready, here or further out. */
  public static boolean hasFallback(Context inner, boolean probable) {
    for (Context at = inner; at != null; at = at.parent()) {
      Stmt.Try attempt = at.kind() == Context.Kind.TRY_BODY ? at.tryBody() : null;
      if (attempt != null && hasFallback(attempt, probable)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A handler for everything is a fallback when it imports something else; most others only hide
   * the fault.
   */
  private static boolean hasFallback(Stmt.Try attempt, boolean probable) {
    for (Stmt.Handler handler : attempt.handlers) {
      Expr type = handler.type;
      boolean all =
          type == null || Context.names(type, "Exception") || Context.names(type, "BaseException");
      if (all && (probable || hasImport(handler.body))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasImport(List<Stmt> body) {
    for (Stmt statement : body) {
      if (statement instanceof Stmt.Import || statement instanceof Stmt.ImportFrom) {
        return true;
      }
      for (List<Stmt> block : Place.blocks(statement)) {
        if (hasImport(block)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The releases of the target in which the import is reached: one in a handler only where what the
   * `try` imports is missing.
   */
  static Releases reached(Model model, Context context) {
    Releases releases = model.target().releases();
    Context at = context;
    while (at != null) {
      Stmt.Handler handler = at.kind() == Context.Kind.HANDLER ? at.handler() : null;
      if (handler != null) {
        releases = releases.minus(served(model, handler));
      }
      at = at.parent();
    }
    return releases;
  }

  /** Where all imports in the body of the handler's `try` succeed. */
  private static Releases served(Model model, Stmt.Handler handler) {
    for (Use<Stmt.Try> use : model.uses(Stmt.Try.class)) {
      if (use.node().handlers.contains(handler) && hasImport(use.node().body)) {
        return common(use.node().body);
      }
    }
    return Releases.NONE;
  }

  private static Releases common(List<Stmt> body) {
    Releases all = Releases.ALL;
    for (Stmt statement : body) {
      if (statement instanceof Stmt.Import imports) {
        for (Stmt.Alias alias : imports.names) {
          all = all.and(importable(alias.name));
        }
      } else if (statement instanceof Stmt.ImportFrom from && from.level == 0) {
        all = all.and(importable(from.module));
      }
    }
    return all;
  }

  private static Releases importable(String name) {
    Module module = ApiIndex.get().module(name);
    return module == null ? Releases.NONE : module.importable();
  }
}
