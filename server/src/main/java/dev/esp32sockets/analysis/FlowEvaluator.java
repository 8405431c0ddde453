package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Bound;
import dev.esp32sockets.analysis.Value.Cls;
import dev.esp32sockets.analysis.Value.Coroutine;
import dev.esp32sockets.analysis.Value.Func;
import dev.esp32sockets.analysis.Value.Inst;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values at one place of the program, and what evaluating them does to the state. */
final class FlowEvaluator extends Evaluator {
  private final Frame frame;
  private final Effects effects;

  /** Whether the attribute being visited is the function of a call. */
  private boolean calling;

  FlowEvaluator(Frame frame) {
    this.frame = frame;
    this.effects = new Effects(frame);
  }

  @Override
  Value done(Expr node, Value value) {
    frame.facts.values[node.id] = value;
    boolean interesting =
        node instanceof Expr.Compare
            || node instanceof Expr.Binary
            || node instanceof Expr.Subscript
            || node instanceof Expr.Await
            || node instanceof Expr.Comprehension;
    if (interesting) {
      frame.facts.use(node, frame.context);
    }
    return value;
  }

  @Override
  Value meet(Expr node, Value value) {
    return frame.attach(node, value, ObjectState.UNKNOWN);
  }

  @Override
  Value name(Expr.Name node) {
    Scope scope = frame.scope;
    Scope owner = scope.owner(node.name);
    if (owner == scope) {
      Value here = frame.state.get(node.name);
      if (here != null) {
        return here;
      }
      // Set by another function, further down, or in a branch that is not taken.
      return scope.kind() == Scope.Kind.FUNCTION ? Special.UNKNOWN : inferred(owner, node.name);
    }
    if (owner != null) {
      return frame.outside(node.name, inferred(owner, node.name));
    }
    Value builtin = Inference.builtin(scope, node.name);
    if (builtin.isUnknown() && isUnresolved(node.name)) {
      frame.facts.unresolved.put(node, new Use<>(node, frame.context));
    }
    return builtin;
  }

  private static Value inferred(Scope owner, String name) {
    Binding binding = owner.binding(name);
    return binding == null ? Special.UNKNOWN : new Inference(owner).binding(binding);
  }

  private boolean isUnresolved(String name) {
    return !frame.scope.isOpen() && Builtins.symbol(name) == null;
  }

  @Override
  public Value visitCall(Expr.Call node) {
    calling = node.function instanceof Expr.Attribute;
    return super.visitCall(node);
  }

  @Override
  public Value visitAttribute(Expr.Attribute node) {
    boolean called = calling;
    calling = false;
    Value owner = of(node.value);
    Value value = read(node, owner);
    recordMember(node, owner, called, false);
    boolean caught =
        owner.isUnknown()
            && node.value instanceof Expr.Name name
            && frame.context.handlerOf(name.name) != null;
    if (caught) {
      frame.facts.use(node, frame.context);
    }
    return value;
  }

  @Override
  Value attribute(Expr.Attribute node, Value owner) {
    return read(node, owner);
  }

  /** The key under which the state keeps `name.attribute`; null for anything longer. */
  static @Nullable String path(Expr.Attribute node) {
    return node.value instanceof Expr.Name name ? name.name + "." + node.name : null;
  }

  private Value read(Expr.Attribute node, Value owner) {
    String path = path(node);
    if (owner instanceof Inst && path != null) {
      Value known = frame.state.get(path);
      if (known != null) {
        return known;
      }
      Value inferred = Members.of(owner, node.name);
      boolean method = inferred instanceof Func || inferred instanceof Bound;
      return method ? inferred : frame.outside(path, inferred);
    }
    effects.attributeRead(owner, node.name);
    return meet(node, Members.of(owner, node.name));
  }

  private void recordMember(Expr.Attribute node, Value owner, boolean called, boolean stored) {
    List<Value> choices = owner.withoutNone();
    List<MemberUse> uses = new ArrayList<>(choices.size());
    for (Value choice : choices) {
      if (Members.holder(choice) != null) {
        uses.add(
            new MemberUse(
                node,
                choice,
                frame.stateOf(choice),
                frame.context,
                called,
                stored,
                choices.size() == 1));
      }
    }
    if (!uses.isEmpty()) {
      frame.facts.members.put(node, uses);
    }
  }

  @Override
  Value call(Expr.Call node, Value callee, List<Value> arguments) {
    List<Value> choices = callee.withoutNone();
    List<ObjectState> states = new ArrayList<>(arguments.size());
    for (Value argument : arguments) {
      states.add(frame.stateOf(argument));
    }
    List<CallSite> sites = new ArrayList<>(choices.size());
    for (Value choice : choices) {
      ObjectState before =
          choice instanceof Bound bound ? frame.stateOf(bound.receiver()) : ObjectState.UNKNOWN;
      boolean only = choices.size() == 1;
      sites.add(new CallSite(node, choice, arguments, states, before, frame.context, only));
    }
    frame.facts.calls.put(node, sites);
    Value sum = Special.BOTTOM;
    for (CallSite site : sites) {
      sum = Values.join(sum, call(site));
    }
    return sum == Special.BOTTOM ? Special.UNKNOWN : sum;
  }

  private Value call(CallSite site) {
    Value callee = site.callee();
    Expr.Call node = site.node();
    Symbol symbol = site.symbol();
    if (symbol != null && !(site.receiver() instanceof Inst)) {
      return known(site, symbol);
    }
    for (Value argument : site.arguments()) {
      frame.escape(argument);
    }
    if (callee instanceof Func function) {
      // An asynchronous function only runs when it is awaited.
      if (!function.function().isAsync()) {
        frame.invalidate();
      }
      return meet(node, resultOf(function, node));
    }
    if (callee instanceof Bound bound) {
      frame.escape(bound.receiver());
    }
    frame.invalidate();
    if (callee instanceof Cls type) {
      return new Inst(type.type());
    }
    return symbol == null ? Special.UNKNOWN : meet(node, Calls.result(node, callee, List.of()));
  }

  private Value known(CallSite site, Symbol symbol) {
    ObjectState initial = effects.call(site, symbol);
    Value result = Calls.result(site.node(), site.callee(), site.arguments());
    if (result instanceof Coroutine coroutine) {
      // The object is there when the await is over; that place gives it its identity.
      return coroutine;
    }
    Value attached = frame.attach(site.node(), effects.narrowed(site, result), initial);
    recordMade(attached);
    return attached;
  }

  private void recordMade(Value value) {
    if (value instanceof Obj object && object.site() != null && object.creation() != null) {
      frame.facts.made.put(object.site(), new Model.Made(object, object.creation(), frame.context));
    } else if (value instanceof Value.Seq seq) {
      for (Value item : seq.items()) {
        recordMade(item);
      }
    }
  }

  @Override
  public Value visitAwait(Expr.Await node) {
    Value operand = of(node.operand);
    // Other tasks run meanwhile.
    frame.invalidate();
    if (operand instanceof Coroutine coroutine) {
      Value result = frame.attach(node, coroutine.result(), ObjectState.NEW);
      recordMade(result);
      return result;
    }
    return Special.UNKNOWN;
  }

  @Override
  public Value visitYield(Expr.Yield node) {
    if (node.value != null) {
      frame.escape(of(node.value));
    }
    frame.invalidate();
    return Special.UNKNOWN;
  }

  @Override
  public Value visitNamedExpr(Expr.NamedExpr node) {
    Value value = of(node.value);
    store(node.target, value);
    return value;
  }

  @Override
  public Value visitBoolOp(Expr.BoolOp node) {
    boolean and = node.operator == Operator.AND;
    State base = frame.state;
    Context outside = frame.context;
    Value sum = of(node.operands.get(0));
    List<State> ends = new ArrayList<>();
    for (int i = 1; i < node.operands.size(); i++) {
      Expr before = node.operands.get(i - 1);
      ends.add(frame.state.fork());
      frame.state = frame.state.fork();
      Narrowing.apply(this, frame, before, and);
      frame.context = and ? Guards.inside(frame, before, frame.context) : frame.context;
      sum = Values.join(sum, of(node.operands.get(i)));
    }
    ends.add(frame.state);
    frame.state = base;
    frame.context = outside;
    if (ends.size() > 1) {
      base.joinBranches(ends);
    }
    return sum;
  }

  @Override
  public Value visitConditional(Expr.Conditional node) {
    of(node.test);
    Boolean outcome = Guards.outcome(frame, node.test);
    State base = frame.state;
    Context outside = frame.context;
    State yes = base.fork();
    State no = base.fork();
    frame.state = yes;
    Narrowing.apply(this, frame, node.test, true);
    frame.context = Guards.inside(frame, node.test, outside);
    if (Boolean.FALSE.equals(outcome)) {
      frame.context = outside.guardedBy(null);
    }
    Value first = of(node.body);
    frame.state = no;
    Narrowing.apply(this, frame, node.test, false);
    frame.context = Guards.inside(frame, node.test, outside);
    if (Boolean.TRUE.equals(outcome)) {
      frame.context = outside.guardedBy(null);
    }
    Value second = of(node.orElse);
    frame.state = base;
    frame.context = outside;
    base.joinBranches(List.of(yes, no));
    return Values.join(first, second);
  }

  @Override
  public Value visitComprehension(Expr.Comprehension node) {
    State base = frame.state;
    frame.state = base.fork();
    Value value = super.visitComprehension(node);
    State end = frame.state;
    frame.state = base;
    base.addBranch(end);
    return value;
  }

  @Override
  void lambdaBody(Expr.Lambda node) {
    State base = frame.state;
    frame.state = base.fork();
    Context outside = frame.context;
    frame.context = outside.inside(Context.Kind.LAMBDA, node);
    frame.invalidate();
    of(node.body);
    frame.context = outside;
    frame.state = base;
  }

  @Override
  void store(Expr target, Value value) {
    store(target, value, target);
  }

  void store(Expr target, Value value, Node from) {
    if (target instanceof Expr.Name name) {
      frame.facts.values[target.id] = value;
      boolean outer = frame.scope.owner(name.name) != frame.scope;
      if (outer) {
        frame.store(value);
        Scope owner = frame.scope.owner(name.name);
        frame.noteOutside(name.name, owner == null ? value : inferred(owner, name.name));
      }
      frame.set(name.name, value);
    } else if (target instanceof Expr.Attribute attribute) {
      storeAttribute(attribute, value);
    } else if (target instanceof Expr.TupleExpr tuple) {
      storeItems(tuple.items, value);
    } else if (target instanceof Expr.ListExpr list) {
      storeItems(list.items, value);
    } else if (target instanceof Expr.Starred starred) {
      frame.escape(value);
      store(starred.value, Values.builtin("list"), from);
    } else if (target instanceof Expr.Subscript subscript) {
      of(subscript.value);
      of(subscript.index);
      frame.store(value);
    } else {
      of(target);
    }
  }

  private void storeAttribute(Expr.Attribute target, Value value) {
    Value owner = of(target.value);
    frame.facts.values[target.id] = value;
    recordMember(target, owner, false, true);
    frame.store(value);
    effects.attributeSet(owner, target.name, value);
    String path = path(target);
    if (path != null && owner instanceof Inst) {
      frame.noteOutside(path, Members.of(owner, target.name));
      frame.set(path, value);
    }
  }

  private void storeItems(List<Expr> items, Value value) {
    boolean starred = false;
    for (int i = 0; i < items.size(); i++) {
      starred |= items.get(i) instanceof Expr.Starred;
      Value part = starred ? Special.UNKNOWN : Items.unpacked(value, List.of(i));
      store(items.get(i), meet(items.get(i), part), items.get(i));
    }
  }
}
