package dev.esp32sockets.rules.asyncio;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Func;
import dev.esp32sockets.analysis.Values;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Expr.Argument;
import dev.esp32sockets.syntax.Expr.ArgumentKind;
import org.jspecify.annotations.Nullable;

/** Flags what is handed over or awaited as a coroutine and is none. */
public final class CoroutineExpected implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (String taker : Coroutines.TAKERS) {
      for (CallSite call : model.callsTo(taker)) {
        Argument first = call.argumentNode(0, null);
        if (first != null && call.isOnly()) {
          argument(model, first, call.argument(0, null), report);
        }
        if (taker.endsWith("create_task")) {
          keywords(call, "coro", report);
        }
      }
    }
    for (CallSite gather : model.callsTo("asyncio.gather")) {
      if (gather.isOnly()) {
        gather(model, gather, report);
      }
    }
    for (Use<Expr.Await> use : model.uses(Expr.Await.class)) {
      function(model, use.node().operand, model.valueOf(use.node().operand), report);
    }
    new SharedSleep(model).check(report);
  }

  private static void argument(
      Model model, Argument argument, @Nullable Value value, Reporter report) {
    if (Coroutines.isSleep(model, value)) {
      String name =
          argument.value instanceof Expr.Call call
              ? Spans.name(call).of(model.tree().text())
              : "sleep";
      report.at(
          argument,
          "ESP503",
          "`"
              + name
              + "()` is no coroutine in MicroPython (`TypeError`); wrap it in an `async def`");
    } else {
      function(model, argument.value, value, report);
    }
  }

  private static void function(Model model, Expr node, @Nullable Value value, Reporter report) {
    Func function = Coroutines.asyncFunction(value);
    boolean named = node instanceof Expr.Name || node instanceof Expr.Attribute;
    if (function == null || !named) {
      return;
    }
    String source = model.tree().source(node);
    boolean callable = Coroutines.needsNothing(function);
    Reporter.Draft draft =
        report.at(
            node,
            "ESP504",
            "`"
                + source
                + "` is a function, not a coroutine (`TypeError`); write `"
                + source
                + (callable ? "()`" : "(...)`"));
    if (callable) {
      draft.fix("Call the function", Edits.insert(node.end, "()"));
    }
  }

  private static void gather(Model model, CallSite gather, Reporter report) {
    for (int i = 0; i < gather.node().arguments.size(); i++) {
      Argument argument = gather.node().arguments.get(i);
      Value value = gather.arguments().get(i);
      if (argument.kind == ArgumentKind.POSITIONAL) {
        argument(model, argument, value, report);
        container(argument, value, report);
      }
    }
    keywords(gather, "return_exceptions", report);
  }

  private static void container(Argument argument, Value value, Reporter report) {
    Symbol type = Values.typeOf(value);
    boolean list = type != null && type.qualifiedName().equals("builtins.list");
    boolean tuple = type != null && type.qualifiedName().equals("builtins.tuple");
    if (list || tuple) {
      report
          .at(
              argument,
              "ESP504",
              "`gather()` takes coroutines one by one, not a "
                  + (list ? "list" : "tuple")
                  + " (`TypeError`); put `*` before it")
          .fix("Put `*` before it", Edits.insert(argument.start, "*"));
    }
  }

  private static void keywords(CallSite call, String known, Reporter report) {
    for (Argument argument : call.node().arguments) {
      String keyword = argument.keyword;
      boolean unknown =
          argument.kind == ArgumentKind.KEYWORD && keyword != null && !keyword.equals(known);
      if (unknown && call.isOnly() && call.symbol() != null) {
        report
            .at(
                Spans.keyword(argument),
                "ESP504",
                "`"
                    + call.symbol().name()
                    + "()` takes no `"
                    + keyword
                    + "` on ESP32; leave it out")
            .fix("Leave it out", Edits.removeArgument(call.node(), argument));
      }
    }
  }
}
