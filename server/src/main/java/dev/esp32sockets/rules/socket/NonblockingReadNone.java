package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value.Ref;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Operator;
import dev.esp32sockets.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Flags what a non-blocking socket gives being used at once, though it may be None. */
public final class NonblockingReadNone implements Rule {
  private static final String[] METHODS = {"read", "readline", "readinto", "write"};

  @Override
  public void check(Model model, Reporter report) {
    List<CallSite> calls = new ArrayList<>(0);
    for (String method : METHODS) {
      for (CallSite call : SocketCalls.of(model, "socket.socket." + method)) {
        if (mayAlwaysBeNone(model, call)) {
          calls.add(call);
        }
      }
    }
    if (calls.isEmpty()) {
      return;
    }
    List<Expr> needed = operands(model);
    for (CallSite call : calls) {
      if (needed.contains(call.node())) {
        report(call, report);
      }
    }
  }

  /** After poll() something is there, so a socket that is watched is left alone. */
  private static boolean mayAlwaysBeNone(Model model, CallSite call) {
    for (CallSite site : model.sitesOf(call.node())) {
      ObjectState before = site.before();
      boolean quiet =
          before.isOnly(ObjectState.NON_BLOCKING)
              && !before.may(ObjectState.POLL | ObjectState.ESCAPE);
      if (!quiet || Sockets.isUdp(site.receiver())) {
        return false;
      }
    }
    return !call.context().isGuarded(null, "AttributeError", "TypeError");
  }

  private static void report(CallSite call, Reporter report) {
    String method = ((Expr.Attribute) call.node().function).name;
    String when = method.equals("write") ? "nothing fits" : "nothing is there";
    report.at(
        Spans.name(call.node()),
        "ESP230",
        "`"
            + method
            + "()` gives `None` when "
            + when
            + " on a non-blocking socket; test it first");
  }

  /** The expressions of the file that must not be None where they stand. */
  private static List<Expr> operands(Model model) {
    List<Expr> needed = new ArrayList<>();
    for (Use<Expr.Binary> use : model.uses(Expr.Binary.class)) {
      needed.add(use.node().left);
      needed.add(use.node().right);
    }
    for (Use<Expr.Subscript> use : model.uses(Expr.Subscript.class)) {
      needed.add(use.node().value);
    }
    for (Use<Expr.Compare> use : model.uses(Expr.Compare.class)) {
      compared(use.node(), needed);
    }
    for (Use<Stmt.AugAssign> use : model.uses(Stmt.AugAssign.class)) {
      needed.add(use.node().value);
    }
    for (Use<Stmt.For> use : model.uses(Stmt.For.class)) {
      needed.add(use.node().iterable);
    }
    for (List<CallSite> sites : model.calls()) {
      called(sites.get(0), needed);
    }
    return needed;
  }

  private static void compared(Expr.Compare compare, List<Expr> needed) {
    boolean ordered = true;
    for (Operator operator : compare.operators) {
      ordered &=
          operator == Operator.LESS
              || operator == Operator.LESS_EQUAL
              || operator == Operator.GREATER
              || operator == Operator.GREATER_EQUAL;
    }
    if (ordered) {
      needed.addAll(compare.operands);
    }
  }

  private static void called(CallSite call, List<Expr> needed) {
    if (call.node().function instanceof Expr.Attribute attribute) {
      needed.add(attribute.value);
    }
    boolean length =
        call.callee() instanceof Ref ref && ref.symbol().qualifiedName().equals("builtins.len");
    Expr.Argument argument = length ? call.argumentNode(0, null) : null;
    if (argument != null) {
      needed.add(argument.value);
    }
  }
}
