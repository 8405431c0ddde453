package dev.esp32sockets.rules.robustness;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value.Func;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.text.Span;
import java.util.List;

/** Tells whether a piece of code can wait: for the network, for time, for a person. */
final class Blocking {
  private static final int DEEPEST = 4;

  private Blocking() {}

  static boolean canWait(Model model, List<Stmt> body) {
    return !body.isEmpty()
        && canWait(model, new Span(body.get(0).start, body.get(body.size() - 1).end), 0);
  }

  private static boolean canWait(Model model, Span span, int depth) {
    for (Use<Expr.Await> use : model.uses(Expr.Await.class)) {
      if (span.contains(use.node().start)) {
        return true;
      }
    }
    for (List<CallSite> sites : model.calls()) {
      if (!span.contains(sites.get(0).node().start)) {
        continue;
      }
      for (CallSite site : sites) {
        if (canWait(model, site, depth)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean canWait(Model model, CallSite site, int depth) {
    Symbol symbol = site.symbol();
    if (symbol != null) {
      return symbol.blocks();
    }
    if (!(site.callee() instanceof Func callee)) {
      return isNamedSo(Spans.name(site.node()).of(model.tree().text()));
    }
    boolean here = callee.function().scope().module() == model.module();
    return here && depth < DEEPEST && canWait(model, callee.function().node().span(), depth + 1);
  }

  /** Methods of objects that are not known, by names that mean waiting everywhere. */
  private static boolean isNamedSo(String name) {
    return switch (name) {
      case "recv",
          "recvfrom",
          "accept",
          "connect",
          "readline",
          "readinto",
          "sendall",
          "sleep",
          "sleep_ms",
          "poll",
          "ipoll",
          "wait_msg",
          "input" ->
          true;
      default -> false;
    };
  }
}
