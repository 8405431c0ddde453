package dev.esp32sockets.rules;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Loops;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value.Func;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.text.Span;
import java.util.List;

/** Tells whether a piece of code may leave the loop around it for good. */
public final class Exits {
  /** Parts of names by which functions say that they end the program or restart the board. */
  private static final String[] ENDINGS = {
    "reset", "restart", "reboot", "exit", "quit", "abort", "sleep_forever", "deepsleep", "shutdown"
  };

  private Exits() {}

  /** Whether anything in the block raises, returns, or ends the program; `break` not included. */
  public static boolean mayLeave(Model model, List<Stmt> body) {
    if (body.isEmpty()) {
      return false;
    }
    Span span = new Span(body.get(0).start, body.get(body.size() - 1).end);
    for (Use<Stmt.Raise> use : model.uses(Stmt.Raise.class)) {
      if (isIn(span, use.node())) {
        return true;
      }
    }
    for (Use<Stmt.Return> use : model.uses(Stmt.Return.class)) {
      if (isIn(span, use.node())) {
        return true;
      }
    }
    return callsEnding(model, span);
  }

  /** As {@link #mayLeave}, or by a `break` of the loop that the block belongs to. */
  public static boolean mayLeaveOrBreak(Model model, List<Stmt> body) {
    return Loops.hasBreak(body) || mayLeave(model, body);
  }

  private static boolean callsEnding(Model model, Span span) {
    for (List<CallSite> sites : model.calls()) {
      if (!isIn(span, sites.get(0).node())) {
        continue;
      }
      for (CallSite site : sites) {
        if (ends(model, site)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean ends(Model model, CallSite site) {
    Symbol symbol = site.symbol();
    if (symbol != null) {
      return isEnding(symbol.name());
    }
    if (site.callee() instanceof Func callee) {
      Stmt.FunctionDef node = callee.function().node();
      String source = callee.function().scope().module().tree().source(node);
      return source.contains("raise") || isEnding(source);
    }
    Expr function = site.node().function;
    return isEnding(Spans.name(function).of(model.tree().text()));
  }

  private static boolean isEnding(String name) {
    for (String ending : ENDINGS) {
      if (name.contains(ending)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(Span span, Node node) {
    return span.contains(node.start);
  }
}
