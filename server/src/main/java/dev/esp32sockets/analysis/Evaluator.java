package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Bool;
import dev.esp32sockets.analysis.Value.Coroutine;
import dev.esp32sockets.analysis.Value.Func;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Many;
import dev.esp32sockets.analysis.Value.Real;
import dev.esp32sockets.analysis.Value.Seq;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Expr.Argument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value of an expression. How names, attributes and calls are resolved is up to the two
 * kinds: {@link Inference} without and {@link FlowEvaluator} with a state of the program.
 */
abstract class Evaluator implements Expr.Visitor<Value> {
  /** Deeper than any program that means something; keeps the stack small on those that do not. */
  private static final int DEEPEST = 2500;

  private int depth;

  /** The parameters of the lambdas around the expression. */
  private final List<String> hidden = new ArrayList<>(0);

  abstract Value name(Expr.Name node);

  abstract Value attribute(Expr.Attribute node, Value owner);

  abstract Value call(Expr.Call node, Value callee, List<Value> arguments);

  abstract void store(Expr target, Value value);

  /** Tells that a node has its value. */
  abstract Value done(Expr node, Value value);

  /** An element of a container, a part of a result: an object that has no identity here yet. */
  abstract Value meet(Expr node, Value value);

  Value of(Expr node) {
    if (depth > DEEPEST) {
      return Special.UNKNOWN;
    }
    depth++;
    Value value = done(node, node.accept(this));
    depth--;
    return value;
  }

  final List<Value> all(List<Expr> nodes) {
    List<Value> values = new ArrayList<>(nodes.size());
    for (Expr node : nodes) {
      values.add(of(node));
    }
    return values;
  }

  @Override
  public Value visitName(Expr.Name node) {
    return hidden.contains(node.name) ? Special.UNKNOWN : name(node);
  }

  @Override
  public Value visitNum(Expr.Num node) {
    Number number = node.value;
    if (number instanceof Long whole) {
      return new Int(whole);
    }
    if (number instanceof Double real) {
      return new Real(real);
    }
    return number == null ? Special.UNKNOWN : Values.builtin("int");
  }

  @Override
  public Value visitStr(Expr.Str node) {
    return new Text(false, node.value);
  }

  @Override
  public Value visitBytes(Expr.Bytes node) {
    return new Text(true, node.value);
  }

  @Override
  public Value visitFString(Expr.FString node) {
    all(node.values);
    return Texts.template(node);
  }

  @Override
  public Value visitConstant(Expr.Constant node) {
    switch (node.kind) {
      case NONE:
        return Special.NONE;
      case TRUE:
        return new Bool(true);
      case FALSE:
        return new Bool(false);
      default:
        return Special.UNKNOWN;
    }
  }

  @Override
  public Value visitTupleExpr(Expr.TupleExpr node) {
    return display(false, node.items);
  }

  @Override
  public Value visitListExpr(Expr.ListExpr node) {
    return display(true, node.items);
  }

  private Value display(boolean list, List<Expr> items) {
    boolean starred = false;
    for (Expr item : items) {
      starred |= item instanceof Expr.Starred;
    }
    List<Value> values = all(items);
    if (starred || values.size() > 64) {
      return Values.builtin(list ? "list" : "tuple");
    }
    return new Seq(list, values, null);
  }

  @Override
  public Value visitSetExpr(Expr.SetExpr node) {
    return many("set", Special.BOTTOM, all(node.items));
  }

  @Override
  public Value visitDictExpr(Expr.DictExpr node) {
    for (Expr key : node.keys) {
      if (key != null) {
        of(key);
      }
    }
    return many("dict", Special.BOTTOM, all(node.values));
  }

  private static Value many(String type, Value start, List<Value> elements) {
    Value sum = start;
    for (Value element : elements) {
      sum = Values.join(sum, element);
    }
    if (Values.builtin(type) instanceof Value.Obj object) {
      return new Many(object.type(), sum == Special.BOTTOM ? Special.UNKNOWN : Detached.of(sum));
    }
    return Special.UNKNOWN;
  }

  @Override
  public Value visitAttribute(Expr.Attribute node) {
    return attribute(node, of(node.value));
  }

  @Override
  public Value visitSubscript(Expr.Subscript node) {
    Value owner = of(node.value);
    if (node.index instanceof Expr.Slice slice) {
      of(slice);
      return Items.sliced(owner);
    }
    Value index = of(node.index);
    return meet(node, Items.at(owner, index));
  }

  @Override
  public Value visitSlice(Expr.Slice node) {
    if (node.lower != null) {
      of(node.lower);
    }
    if (node.upper != null) {
      of(node.upper);
    }
    if (node.step != null) {
      of(node.step);
    }
    return Special.UNKNOWN;
  }

  @Override
  public Value visitCall(Expr.Call node) {
    Value callee = of(node.function);
    List<Value> values = new ArrayList<>(node.arguments.size());
    for (Argument argument : node.arguments) {
      values.add(of(argument.value));
    }
    return call(node, callee, values);
  }

  @Override
  public Value visitUnary(Expr.Unary node) {
    return Arithmetic.unary(node.operator, of(node.operand));
  }

  @Override
  public Value visitBinary(Expr.Binary node) {
    // A long chain leans to the left: walk it with a loop, not with the stack.
    List<Expr.Binary> chain = new ArrayList<>(2);
    Expr first = node;
    while (first instanceof Expr.Binary binary) {
      chain.add(binary);
      first = binary.left;
    }
    Value value = of(first);
    for (int i = chain.size() - 1; i >= 0; i--) {
      Expr.Binary link = chain.get(i);
      value = Arithmetic.binary(link.operator, value, of(link.right));
      if (i > 0) {
        value = done(link, value);
      }
    }
    return value;
  }

  @Override
  public Value visitBoolOp(Expr.BoolOp node) {
    Value sum = Special.BOTTOM;
    for (Value value : all(node.operands)) {
      sum = Values.join(sum, value);
    }
    return sum;
  }

  @Override
  public Value visitCompare(Expr.Compare node) {
    all(node.operands);
    return Values.builtin("bool");
  }

  @Override
  public Value visitConditional(Expr.Conditional node) {
    of(node.test);
    return Values.join(of(node.body), of(node.orElse));
  }

  @Override
  public Value visitLambda(Expr.Lambda node) {
    int before = hidden.size();
    for (Expr.Parameter parameter : node.parameters) {
      if (parameter.defaultValue != null) {
        of(parameter.defaultValue);
      }
      hidden.add(parameter.name);
    }
    lambdaBody(node);
    while (hidden.size() > before) {
      hidden.remove(hidden.size() - 1);
    }
    return Special.UNKNOWN;
  }

  abstract void lambdaBody(Expr.Lambda node);

  @Override
  public Value visitComprehension(Expr.Comprehension node) {
    for (Expr.Clause clause : node.clauses) {
      Value value = of(clause.value);
      if (clause.target != null) {
        store(clause.target, Items.iterated(value));
      }
    }
    if (node.key != null) {
      of(node.key);
    }
    Value element = of(node.element);
    String type =
        switch (node.kind) {
          case LIST -> "list";
          case SET -> "set";
          case DICT -> "dict";
          case GENERATOR -> "generator";
        };
    return many(type, Special.BOTTOM, List.of(element));
  }

  @Override
  public Value visitAwait(Expr.Await node) {
    Value operand = of(node.operand);
    Value result = operand instanceof Coroutine coroutine ? coroutine.result() : Special.UNKNOWN;
    return meet(node, result);
  }

  @Override
  public Value visitYield(Expr.Yield node) {
    if (node.value != null) {
      of(node.value);
    }
    return Special.UNKNOWN;
  }

  @Override
  public Value visitNamedExpr(Expr.NamedExpr node) {
    Value value = of(node.value);
    store(node.target, value);
    return value;
  }

  @Override
  public Value visitStarred(Expr.Starred node) {
    of(node.value);
    return Special.UNKNOWN;
  }

  @Override
  public Value visitErrorExpr(Expr.ErrorExpr node) {
    all(node.children);
    return Special.UNKNOWN;
  }

  /** What a call of the project's own function gives, an asynchronous one before it is awaited. */
  static Value resultOf(Func function, Expr.Call call) {
    FunctionInfo info = function.function();
    if (!info.isCallable()) {
      return Special.UNKNOWN;
    }
    if (info.isAsync()) {
      return new Coroutine(Inference.result(info), call);
    }
    return info.isGenerator() ? Values.builtin("generator") : Inference.result(info);
  }

  static @Nullable Boolean truth(Value value) {
    if (value instanceof Bool flag) {
      return flag.value();
    }
    if (value instanceof Int number) {
      return number.value() != 0;
    }
    if (value instanceof Text text && text.isExact()) {
      return !text.text().isEmpty();
    }
    return value.isNone() ? Boolean.FALSE : null;
  }
}
