package dev.esp32sockets.rules.modules;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Func;
import dev.esp32sockets.analysis.Values;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import java.util.List;

/** Flags threads that are not given a function and a tuple of its arguments. */
public final class ThreadArguments implements Rule {
  private static final String CODE = "ESP708";
  private static final String NEEDS =
      "`start_new_thread()` needs a tuple of arguments (`TypeError`)";
  private static final int LONGEST_SOURCE = 24;

  @Override
  public void check(Model model, Reporter report) {
    for (CallSite call : model.callsTo("_thread.start_new_thread")) {
      int count = Arguments.positional(call.node());
      boolean plain = call.node().arguments.size() == count && count > 0 && call.isOnly();
      if (plain && !call.context().isGuarded(null, "TypeError")) {
        check(model, call, count, report);
      }
    }
  }

  private static void check(Model model, CallSite call, int count, Reporter report) {
    Expr function = call.node().arguments.get(0).value;
    if (function instanceof Expr.Call inner && givesNothing(model, inner)) {
      called(model, inner, report);
    } else if (count == 1) {
      report
          .at(Spans.name(call.node()), CODE, NEEDS + "; add `()`")
          .fix("Add `()`", Edits.addArgument(call.node(), "()"));
    } else {
      Expr second = call.node().arguments.get(1).value;
      if (isNoTuple(model.valueOf(second))) {
        second(model, second, report);
      }
    }
  }

  /** Whether the call certainly gives no function: the thread would start `None`. */
  private static boolean givesNothing(Model model, Expr.Call call) {
    if (model.valueOf(call).isNone()) {
      return true;
    }
    List<CallSite> sites = model.sitesOf(call);
    for (CallSite site : sites) {
      boolean nothing =
          site.callee() instanceof Func callee
              && callee.function().node().decorators.isEmpty()
              && !callee.function().isAsync()
              && !callee.function().isGenerator()
              && !returnsValue(callee.function().node().body);
      if (!nothing) {
        return false;
      }
    }
    return !sites.isEmpty();
  }

  private static boolean returnsValue(List<Stmt> body) {
    for (Stmt statement : body) {
      if (statement instanceof Stmt.Return result && result.value != null) {
        return true;
      }
      boolean own =
          !(statement instanceof Stmt.FunctionDef) && !(statement instanceof Stmt.ClassDef);
      for (List<Stmt> block : own ? Place.blocks(statement) : List.<List<Stmt>>of()) {
        if (returnsValue(block)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void called(Model model, Expr.Call inner, Reporter report) {
    String source = model.tree().source(inner.function);
    String shown =
        source.length() <= LONGEST_SOURCE ? source : Spans.name(inner).of(model.tree().text());
    report.at(
        inner,
        CODE,
        "`" + shown + "()` runs here, in this thread; pass the function itself: `" + shown + "`");
  }

  /** Whether each possible value is certainly neither a tuple nor a list. */
  private static boolean isNoTuple(Value value) {
    List<Value> choices = value.choices();
    for (Value choice : choices) {
      Symbol type = Values.typeOf(choice);
      boolean other =
          choice.isNone()
              || (type != null
                  && !ApiIndex.get().isSubtype(type, "builtins.tuple")
                  && !ApiIndex.get().isSubtype(type, "builtins.list"));
      if (!other) {
        return false;
      }
    }
    return !choices.isEmpty();
  }

  private static void second(Model model, Expr node, Reporter report) {
    if (model.valueOf(node).isNone()) {
      report.at(node, CODE, NEEDS + "; write `()`").fix("Write `()`", Edits.replace(node, "()"));
      return;
    }
    String source = model.tree().source(node);
    boolean fits = source.length() <= LONGEST_SOURCE && source.indexOf('\n') < 0;
    String tuple = "(" + (fits ? source : "x") + ",)";
    Reporter.Draft draft = report.at(node, CODE, NEEDS + "; write `" + tuple + "`");
    if (isParenthesised(model, node)) {
      draft.fix("Make it a tuple", Edits.insert(node.end, ","));
    } else {
      draft.fix("Make it a tuple", Edits.replace(node, "(" + source + ",)"));
    }
  }

  private static boolean isParenthesised(Model model, Expr node) {
    String text = model.tree().text();
    int before = node.start - 1;
    while (before > 0 && text.charAt(before) == ' ') {
      before--;
    }
    return text.charAt(before) == '(';
  }
}
