package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.FunctionInfo.Calling;
import dev.esp32sockets.analysis.Value.Cls;
import dev.esp32sockets.analysis.Value.Func;
import dev.esp32sockets.analysis.Value.Inst;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Ref;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Expr.Parameter;
import dev.esp32sockets.syntax.Expr.ParameterKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a parameter may be: by its annotation, or because every call of the function is known. */
final class Parameters {
  private Parameters() {}

  static Value value(Scope scope, Parameter parameter) {
    FunctionInfo function = scope.function();
    if (function == null) {
      return Special.UNKNOWN;
    }
    if (parameter.name.equals(function.selfName())) {
      ClassInfo owner = function.owner();
      return owner == null || function.isDecorated("classmethod")
          ? Special.UNKNOWN
          : new Inst(owner);
    }
    if (parameter.kind == ParameterKind.STAR || parameter.kind == ParameterKind.DOUBLE_STAR) {
      return Values.builtin(parameter.kind == ParameterKind.STAR ? "tuple" : "dict");
    }
    if (parameter.annotation != null) {
      return annotated(function, parameter.annotation);
    }
    return fromCalls(function, parameter);
  }

  private static Value annotated(FunctionInfo function, Expr annotation) {
    Scope outside = function.scope().parent();
    boolean plain = annotation instanceof Expr.Name || annotation instanceof Expr.Attribute;
    if (outside == null || !plain) {
      return Special.UNKNOWN;
    }
    Value type = new Inference(outside).of(annotation);
    if (type instanceof Ref ref && ref.symbol().isType()) {
      return new Obj(ref.symbol(), null, null);
    }
    return type instanceof Cls own ? new Inst(own.type()) : Special.UNKNOWN;
  }

  private static Value fromCalls(FunctionInfo function, Parameter parameter) {
    List<Calling> calls = callsOf(function);
    int position = position(function, parameter);
    if (calls == null) {
      boolean served = (position == 0 || position == 1) && isServerCallback(function);
      Symbol stream = served ? ApiIndex.get().find("asyncio.Stream") : null;
      return stream == null ? Special.UNKNOWN : new Obj(stream, null, null);
    }
    Value sum = Special.BOTTOM;
    for (Calling calling : calls) {
      Value argument = argument(function, calling, position, parameter);
      if (argument == null) {
        return Special.UNKNOWN;
      }
      sum = Values.join(sum, argument);
    }
    return Detached.of(sum);
  }

  /** Every call of the function; null when it may be called from where we cannot see. */
  private static @Nullable List<Calling> callsOf(FunctionInfo function) {
    ModuleInfo module = function.scope().module();
    String name = function.name();
    List<Calling> calls = module.callsByName.get(name);
    boolean visible =
        calls != null
            && !module.namesUsedAsValue.contains(name)
            && function.isCallable()
            && !name.startsWith("__")
            && !module.project().isImported(module, name);
    return visible ? calls : null;
  }

  /** Whether a server of asyncio calls it with the streams of each connection. */
  static boolean isServerCallback(FunctionInfo function) {
    List<Calling> calls = function.scope().module().callsByName.get("start_server");
    if (calls == null || !function.isCallable()) {
      return false;
    }
    for (Calling calling : calls) {
      Expr.Argument given = Arguments.find(calling.call(), 0, "cb");
      Inference outside = new Inference(calling.scope());
      if (given != null
          && outside.of(given.value) instanceof Func callback
          && callback.function() == function
          && outside.of(calling.call().function) instanceof Ref starter
          && starter.symbol().qualifiedName().equals("asyncio.start_server")) {
        return true;
      }
    }
    return false;
  }

  private static int position(FunctionInfo function, Parameter parameter) {
    int index = function.node().parameters.indexOf(parameter);
    return function.selfName() == null ? index : index - 1;
  }

  private static @Nullable Value argument(
      FunctionInfo function, Calling calling, int position, Parameter parameter) {
    Expr.Call call = calling.call();
    if (Arguments.hasStar(call) || !isCallOf(function, calling)) {
      return null;
    }
    Expr.Argument argument = Arguments.find(call, position, parameter.name);
    if (argument != null) {
      return new Inference(calling.scope()).of(argument.value);
    }
    Scope outside = function.scope().parent();
    return parameter.defaultValue == null || outside == null
        ? null
        : new Inference(outside).of(parameter.defaultValue);
  }

  /** A call by the same name may be one of another class's method. */
  private static boolean isCallOf(FunctionInfo function, Calling calling) {
    if (!calling.bound()) {
      return function.owner() == null;
    }
    Value callee = new Inference(calling.scope()).of(calling.call().function);
    return callee instanceof Func found && found.function() == function;
  }
}
