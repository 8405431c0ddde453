package dev.esp32sockets.rules.asyncio;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Coroutine;
import dev.esp32sockets.analysis.Value.Func;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.syntax.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What asynchronous functions give, and which functions want that. */
final class Coroutines {
  /** Functions whose first argument is what they run. */
  static final String[] TAKERS = {
    "asyncio.run",
    "asyncio.create_task",
    "asyncio.wait_for",
    "asyncio.wait_for_ms",
    "asyncio.run_until_complete",
    "asyncio.Loop.create_task",
    "asyncio.Loop.run_until_complete"
  };

  private Coroutines() {}

  /** Whether the call certainly makes a coroutine, rather than pass on what another made. */
  static boolean isMadeBy(Expr.Call call, Value value) {
    List<Value> choices = value.choices();
    for (Value choice : choices) {
      if (!(choice instanceof Coroutine coroutine) || coroutine.call() != call) {
        return false;
      }
    }
    return !choices.isEmpty();
  }

  /** Whether it is what `asyncio.sleep()` gave: no coroutine, but one object for all. */
  static boolean isSleep(Model model, @Nullable Value value) {
    if (!(value instanceof Coroutine coroutine)) {
      return false;
    }
    List<CallSite> sites = model.sitesOf(coroutine.call());
    for (CallSite site : sites) {
      if (!isSleep(site.symbol())) {
        return false;
      }
    }
    return !sites.isEmpty();
  }

  private static boolean isSleep(@Nullable Symbol symbol) {
    return symbol != null
        && (symbol.qualifiedName().equals("asyncio.sleep")
            || symbol.qualifiedName().equals("asyncio.sleep_ms"));
  }

  /** The asynchronous function that the value certainly is, not yet called; null otherwise. */
  static @Nullable Func asyncFunction(@Nullable Value value) {
    return value instanceof Func function
            && function.function().isAsync()
            && function.function().node().decorators.isEmpty()
        ? function
        : null;
  }

  /** Whether the function can be called without arguments. */
  static boolean needsNothing(Func callee) {
    List<Expr.Parameter> parameters = callee.function().node().parameters;
    int first = callee.self() == null ? 0 : 1;
    for (int i = first; i < parameters.size(); i++) {
      Expr.Parameter parameter = parameters.get(i);
      boolean collects =
          parameter.kind == Expr.ParameterKind.STAR
              || parameter.kind == Expr.ParameterKind.DOUBLE_STAR;
      if (!collects && parameter.defaultValue == null) {
        return false;
      }
    }
    return true;
  }
}
