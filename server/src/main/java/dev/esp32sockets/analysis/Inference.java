package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Binding.Source;
import dev.esp32sockets.analysis.Value.Cls;
import dev.esp32sockets.analysis.Value.Func;
import dev.esp32sockets.analysis.Value.Inst;
import dev.esp32sockets.analysis.Value.Ref;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import java.util.List;

/**
 * Values without regard to the order of statements: of a name, all that is ever assigned to it in
 * its scope. Used for what another scope sees of a variable.
 */
final class Inference extends Evaluator {
  private final Scope scope;

  Inference(Scope scope) {
    this.scope = scope;
  }

  /** The value of a name as code of another scope may meet it. */
  Value binding(Binding binding) {
    Value known = binding.value;
    if (known != null) {
      return known;
    }
    Inferring inferring = scope.module().project().inferring();
    if (binding.inProgress || !inferring.enter(binding)) {
      return inferring.cycle(binding);
    }
    binding.inProgress = true;
    Value sum = Special.BOTTOM;
    for (Source source : binding.sources) {
      sum = Values.join(sum, source(binding, source));
      if (sum.isUnknown()) {
        break;
      }
    }
    binding.inProgress = false;
    inferring.leave();
    Value value = sum == Special.BOTTOM ? Special.UNKNOWN : Detached.of(sum);
    binding.value = value;
    return value;
  }

  private static Value source(Binding binding, Source source) {
    Inference inside = new Inference(source.scope());
    Expr value = source.value();
    switch (source.way()) {
      case ASSIGN:
        return value == null ? Special.UNKNOWN : Items.unpacked(inside.of(value), source.path());
      case FOR:
        return value == null
            ? Special.UNKNOWN
            : Items.unpacked(Items.iterated(inside.of(value)), source.path());
      case WITH:
        return value == null ? Special.UNKNOWN : With.entered(inside.of(value));
      case IMPORT:
        return Imports.value(source.scope().module(), source.node(), binding.name());
      case FUNCTION:
        FunctionInfo function = source.scope().module().function(source.node());
        return function == null ? Special.UNKNOWN : new Func(function, null);
      case CLASS:
        ClassInfo type = source.scope().module().type(source.node());
        return type == null ? Special.UNKNOWN : new Cls(type);
      case PARAMETER:
        return Parameters.value(source.scope(), (Expr.Parameter) source.node());
      case DELETE:
        return Special.BOTTOM;
      default:
        return Special.UNKNOWN;
    }
  }

  /** What a function of the project returns, over all its paths. */
  static Value result(FunctionInfo function) {
    Value known = function.result;
    if (known != null) {
      return known;
    }
    Inferring inferring = function.scope().module().project().inferring();
    if (function.inProgress || !inferring.enter(function)) {
      return inferring.cycle(function);
    }
    function.inProgress = true;
    Value sum = Returns.endsWithoutValue(function.node().body) ? Special.NONE : Special.BOTTOM;
    Inference inside = new Inference(function.scope());
    for (Stmt.Return statement : function.returns) {
      Value value = statement.value == null ? Special.NONE : inside.of(statement.value);
      sum = Values.join(sum, value);
    }
    function.inProgress = false;
    inferring.leave();
    Value value = sum == Special.BOTTOM ? Special.UNKNOWN : Detached.of(sum);
    function.result = value;
    return value;
  }

  @Override
  Value name(Expr.Name node) {
    Scope owner = scope.owner(node.name);
    if (owner != null) {
      Binding binding = owner.binding(node.name);
      return binding == null ? Special.UNKNOWN : new Inference(owner).binding(binding);
    }
    return builtin(scope, node.name);
  }

  static Value builtin(Scope scope, String name) {
    if (scope.isOpen()) {
      return Special.UNKNOWN;
    }
    Symbol symbol = Builtins.symbol(name);
    return symbol == null ? Special.UNKNOWN : Members.ofSymbol(symbol);
  }

  @Override
  Value attribute(Expr.Attribute node, Value owner) {
    if (node.value instanceof Expr.Name name && scope.function() != null) {
      Value self = self(name.name);
      if (self instanceof Inst) {
        return Members.of(self, node.name);
      }
    }
    return owner == Special.BOTTOM ? owner : Members.of(owner, node.name);
  }

  private Value self(String name) {
    FunctionInfo function = scope.function();
    if (function == null || !name.equals(function.selfName())) {
      return Special.UNKNOWN;
    }
    ClassInfo owner = function.owner();
    return owner == null ? Special.UNKNOWN : new Inst(owner);
  }

  @Override
  Value call(Expr.Call node, Value callee, List<Value> arguments) {
    if (callee instanceof Func function) {
      return resultOf(function, node);
    }
    if (callee instanceof Cls type) {
      return new Inst(type.type());
    }
    if (callee instanceof Ref || callee instanceof Value.Bound) {
      return Calls.result(node, callee, arguments);
    }
    return callee == Special.BOTTOM ? callee : Special.UNKNOWN;
  }

  @Override
  void store(Expr target, Value value) {
    // The scope's bindings already have the target.
  }

  @Override
  Value done(Expr node, Value value) {
    return value;
  }

  @Override
  Value meet(Expr node, Value value) {
    return value;
  }

  @Override
  void lambdaBody(Expr.Lambda node) {
    // Runs later, and its value is not followed.
  }
}
