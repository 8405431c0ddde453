package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Cls;
import dev.esp32sockets.analysis.Value.Func;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Visited;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the statements of one scope in order, with the state before each of them. */
final class Flow implements Stmt.Visitor<Visited> {
  private final Frame frame;
  private final FlowEvaluator evaluator;
  private final LoopFlow loops;
  private final TryFlow tries;

  Flow(Frame frame) {
    this.frame = frame;
    this.evaluator = new FlowEvaluator(frame);
    this.loops = new LoopFlow(this, frame, evaluator);
    this.tries = new TryFlow(this, frame);
  }

  void run(List<Stmt> body) {
    block(body);
    frame.end();
  }

  void block(List<Stmt> body) {
    Context outside = frame.context;
    for (Stmt statement : body) {
      if (frame.state.isDead()) {
        break;
      }
      statement.accept(this);
    }
    frame.context = outside;
  }

  Value value(@Nullable Expr expression) {
    return expression == null ? Special.NONE : evaluator.of(expression);
  }

  private void use(Stmt statement) {
    frame.facts.use(statement, frame.context);
  }

  @Override
  public Visited visitExprStmt(Stmt.ExprStmt node) {
    use(node);
    value(node.value);
    return Visited.DONE;
  }

  @Override
  public Visited visitAssign(Stmt.Assign node) {
    use(node);
    Value assigned = value(node.value);
    for (Expr target : node.targets) {
      evaluator.store(target, kept(assigned), node);
    }
    return Visited.DONE;
  }

  /** A list that a variable holds may change in ways that are not followed. */
  private static Value kept(Value value) {
    return value instanceof Value.Seq seq && seq.list() && seq.origin() == null
        ? Values.builtin("list")
        : value;
  }

  @Override
  public Visited visitAugAssign(Stmt.AugAssign node) {
    use(node);
    Value before = evaluator.of(node.target);
    Value added = value(node.value);
    evaluator.store(node.target, Arithmetic.binary(node.operator, before, added), node);
    // The old value is what rules about `x += y` want to see at the target.
    frame.facts.values[node.target.id] = before;
    return Visited.DONE;
  }

  @Override
  public Visited visitAnnAssign(Stmt.AnnAssign node) {
    if (node.value != null) {
      evaluator.store(node.target, kept(value(node.value)), node);
    }
    return Visited.DONE;
  }

  @Override
  public Visited visitDelete(Stmt.Delete node) {
    for (Expr target : node.targets) {
      if (target instanceof Expr.Name name) {
        frame.set(name.name, Special.UNKNOWN);
      } else {
        value(target);
      }
    }
    return Visited.DONE;
  }

  @Override
  public Visited visitPass(Stmt.Pass node) {
    return Visited.DONE;
  }

  @Override
  public Visited visitBreak(Stmt.Break node) {
    loops.jump(true);
    return Visited.DONE;
  }

  @Override
  public Visited visitContinue(Stmt.Continue node) {
    loops.jump(false);
    return Visited.DONE;
  }

  /** What `finally` blocks do on the way out. */
  void runFinallies(int downTo) {
    List<List<Stmt>> all = new ArrayList<>(frame.finallies);
    for (int i = all.size() - 1; i >= downTo; i--) {
      while (frame.finallies.size() > i) {
        frame.finallies.remove(frame.finallies.size() - 1);
      }
      block(all.get(i));
    }
    frame.finallies.clear();
    frame.finallies.addAll(all);
  }

  @Override
  public Visited visitReturn(Stmt.Return node) {
    use(node);
    frame.store(value(node.value));
    State here = frame.state;
    frame.state = here.fork();
    runFinallies(0);
    frame.end();
    frame.state = here;
    here.kill();
    return Visited.DONE;
  }

  @Override
  public Visited visitRaise(Stmt.Raise node) {
    use(node);
    value(node.exception);
    value(node.cause);
    frame.state.kill();
    return Visited.DONE;
  }

  @Override
  public Visited visitGlobal(Stmt.Global node) {
    return Visited.DONE;
  }

  @Override
  public Visited visitImport(Stmt.Import node) {
    use(node);
    for (Stmt.Alias alias : node.names) {
      String name = alias.alias;
      if (name == null) {
        int dot = alias.name.indexOf('.');
        name = dot < 0 ? alias.name : alias.name.substring(0, dot);
      }
      frame.set(name, Imports.value(frame.scope.module(), alias, name));
    }
    return Visited.DONE;
  }

  @Override
  public Visited visitImportFrom(Stmt.ImportFrom node) {
    use(node);
    ModuleInfo module = frame.scope.module();
    if (node.star) {
      List<String> names = Imports.starNames(module, node);
      if (names != null) {
        for (String name : names) {
          frame.set(name, Imports.value(module, node, name));
        }
      }
    }
    for (Stmt.Alias alias : node.names) {
      String name = alias.alias == null ? alias.name : alias.alias;
      frame.set(name, Imports.value(module, alias, name));
    }
    return Visited.DONE;
  }

  @Override
  public Visited visitAssert(Stmt.Assert node) {
    value(node.test);
    value(node.message);
    Narrowing.apply(evaluator, frame, node.test, true);
    return Visited.DONE;
  }

  @Override
  public Visited visitIf(Stmt.If node) {
    use(node);
    State base = frame.state;
    Context outside = frame.context;
    List<State> ends = new ArrayList<>();
    State otherwise = base;
    boolean decided = false;
    for (Stmt.Branch branch : node.branches) {
      frame.state = otherwise.fork();
      value(branch.test);
      Boolean outcome = Guards.outcome(frame, branch.test);
      otherwise = frame.state.fork();
      if (!Boolean.FALSE.equals(outcome)) {
        frame.state = frame.state.fork();
        Narrowing.apply(evaluator, frame, branch.test, true);
        frame.context = Guards.inside(frame, branch.test, outside);
        block(branch.body);
        ends.add(frame.state);
      }
      decided = Boolean.TRUE.equals(outcome);
      if (decided) {
        break;
      }
      frame.state = otherwise;
      Narrowing.apply(evaluator, frame, branch.test, false);
    }
    if (!decided) {
      frame.state = otherwise;
      frame.context = Guards.inside(frame, node.branches.get(0).test, outside);
      block(node.orElse);
      ends.add(frame.state);
    }
    frame.state = base;
    frame.context = outside;
    base.joinBranches(ends);
    guardRest(node);
    return Visited.DONE;
  }

  /** After `if not hasattr(...): return` the rest of the block is guarded. */
  private void guardRest(Stmt.If node) {
    if (node.branches.size() == 1 && Returns.leaves(node.branches.get(0).body)) {
      frame.context = Guards.inside(frame, node.branches.get(0).test, frame.context);
    }
  }

  @Override
  public Visited visitWhile(Stmt.While node) {
    use(node);
    loops.run(node, node.body, node.orElse, node.test, null);
    return Visited.DONE;
  }

  @Override
  public Visited visitFor(Stmt.For node) {
    use(node);
    Value iterable = value(node.iterable);
    if (node.async) {
      frame.invalidate();
    }
    Value element = node.async ? Special.UNKNOWN : Items.iterated(iterable);
    loops.run(node, node.body, node.orElse, node.target, element);
    return Visited.DONE;
  }

  @Override
  public Visited visitTry(Stmt.Try node) {
    use(node);
    tries.run(node);
    return Visited.DONE;
  }

  @Override
  public Visited visitWith(Stmt.With node) {
    use(node);
    Context outside = frame.context;
    for (Stmt.WithItem item : node.items) {
      Value entered = With.entered(value(item.value));
      if (node.async) {
        frame.invalidate();
      }
      if (item.target != null) {
        evaluator.store(item.target, entered, item);
      }
      frame.store(entered);
    }
    frame.context = outside.inside(Context.Kind.WITH, node);
    block(node.body);
    frame.context = outside;
    return Visited.DONE;
  }

  @Override
  public Visited visitFunctionDef(Stmt.FunctionDef node) {
    use(node);
    for (Expr decorator : node.decorators) {
      value(decorator);
    }
    for (Expr.Parameter parameter : node.parameters) {
      if (parameter.defaultValue != null) {
        value(parameter.defaultValue);
      }
    }
    FunctionInfo function = frame.scope.module().function(node);
    if (function != null) {
      frame.facts.define(function, frame.context);
      frame.set(node.name, new Func(function, null));
    }
    return Visited.DONE;
  }

  @Override
  public Visited visitClassDef(Stmt.ClassDef node) {
    use(node);
    for (Expr decorator : node.decorators) {
      value(decorator);
    }
    for (Expr.Argument base : node.bases) {
      value(base.value);
    }
    ClassInfo type = frame.scope.module().type(node);
    if (type != null) {
      Context inside = new Context(frame.context, Context.Kind.CLASS, node, type.scope(), null);
      new Flow(new Frame(type.scope(), frame.facts, inside)).run(node.body);
      frame.set(node.name, node.decorators.isEmpty() ? new Cls(type) : Special.UNKNOWN);
    }
    return Visited.DONE;
  }

  @Override
  public Visited visitErrorStmt(Stmt.ErrorStmt node) {
    // Nothing is certain about a statement that could not be read.
    for (Expr child : node.children) {
      forget(child);
    }
    return Visited.DONE;
  }

  private void forget(Expr child) {
    if (child instanceof Expr.Name name && frame.state.get(name.name) != null) {
      frame.set(name.name, Special.UNKNOWN);
    }
  }
}
