package dev.esp32sockets.rules.language;

import dev.esp32sockets.analysis.Context;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Stmt;
import org.jspecify.annotations.Nullable;

/** Finds `except` clauses and what stands beside them. */
final class Handlers {
  private Handlers() {}

  /** The `except` clause that names the class; null when the node stands elsewhere. */
  static Stmt.@Nullable Handler naming(Model model, Node node) {
    for (Use<Stmt.Handler> use : model.uses(Stmt.Handler.class)) {
      Expr type = use.node().type;
      if (type != null && type.start <= node.start && node.end <= type.end) {
        return use.node();
      }
    }
    return null;
  }

  /** The statement that the clause belongs to. */
  static Stmt.@Nullable Try owner(Model model, Stmt.Handler handler) {
    for (Use<Stmt.Try> use : model.uses(Stmt.Try.class)) {
      if (use.node().handlers.contains(handler)) {
        return use.node();
      }
    }
    return null;
  }

  /** Whether a later clause of the same `try` could get what this one would take from it. */
  static boolean isFollowedBy(Model model, Stmt.Handler handler, String... exceptions) {
    Stmt.Try attempt = owner(model, handler);
    if (attempt == null) {
      return true;
    }
    int index = attempt.handlers.indexOf(handler);
    for (Stmt.Handler later : attempt.handlers.subList(index + 1, attempt.handlers.size())) {
      Expr type = later.type;
      boolean catches =
          type == null || Context.names(type, "Exception") || Context.names(type, "BaseException");
      for (String exception : exceptions) {
        catches |= type != null && Context.names(type, exception);
      }
      if (catches) {
        return true;
      }
    }
    return false;
  }
}
