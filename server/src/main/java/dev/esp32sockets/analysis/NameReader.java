package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Binding.Way;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Expr.Argument;
import dev.esp32sockets.syntax.Expr.Clause;
import dev.esp32sockets.syntax.Visited;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes what the expressions of a scope read, call and bind, on the way of {@link ScopeBuilder}.
 */
final class NameReader implements Expr.Visitor<Visited> {
  private final ScopeBuilder builder;
  private final ModuleInfo module;
  private int lambdaDepth;

  NameReader(ScopeBuilder builder, ModuleInfo module) {
    this.builder = builder;
    this.module = module;
  }

  private void all(List<Expr> expressions) {
    for (Expr expression : expressions) {
      expression.accept(this);
    }
  }

  private void one(@Nullable Expr expression) {
    if (expression != null) {
      expression.accept(this);
    }
  }

  /** A name that belongs to a scope further out is shared between that scope and this one. */
  private void readName(String name) {
    if (lambdaDepth > 0) {
      builder.scope.shared.add(name);
    }
    if (builder.scope.bindings.containsKey(name) && !builder.scope.outer.contains(name)) {
      return;
    }
    for (Scope at = builder.scope.parent(); at != null; at = at.parent()) {
      at.shared.add(name);
    }
  }

  @Override
  public Visited visitName(Expr.Name node) {
    readName(node.name);
    module.namesUsedAsValue.add(node.name);
    return Visited.DONE;
  }

  @Override
  public Visited visitCall(Expr.Call node) {
    Expr function = node.function;
    if (function instanceof Expr.Name name) {
      readName(name.name);
      module.addCall(name.name, node, builder.scope, false);
    } else if (function instanceof Expr.Attribute attribute) {
      attribute.value.accept(this);
      module.addCall(attribute.name, node, builder.scope, true);
    } else {
      function.accept(this);
    }
    for (Argument argument : node.arguments) {
      argument.value.accept(this);
    }
    return Visited.DONE;
  }

  @Override
  public Visited visitAttribute(Expr.Attribute node) {
    node.value.accept(this);
    module.namesUsedAsValue.add(node.name);
    return Visited.DONE;
  }

  @Override
  public Visited visitComprehension(Expr.Comprehension node) {
    for (Clause clause : node.clauses) {
      clause.value.accept(this);
      if (clause.target != null) {
        builder.bind(Way.FOR, clause.target, clause, clause.value);
      }
    }
    one(node.key);
    node.element.accept(this);
    return Visited.DONE;
  }

  @Override
  public Visited visitLambda(Expr.Lambda node) {
    for (Expr.Parameter parameter : node.parameters) {
      one(parameter.defaultValue);
    }
    // Its body runs later, so whatever it reads of this scope is shared with it.
    lambdaDepth++;
    node.body.accept(this);
    lambdaDepth--;
    return Visited.DONE;
  }

  @Override
  public Visited visitNamedExpr(Expr.NamedExpr node) {
    node.value.accept(this);
    builder.bind(Way.ASSIGN, node.target, node, node.value);
    return Visited.DONE;
  }

  @Override
  public Visited visitYield(Expr.Yield node) {
    one(node.value);
    FunctionInfo function = builder.scope.function();
    if (function != null) {
      function.generator = true;
    }
    return Visited.DONE;
  }

  @Override
  public Visited visitNum(Expr.Num node) {
    return Visited.DONE;
  }

  @Override
  public Visited visitStr(Expr.Str node) {
    return Visited.DONE;
  }

  @Override
  public Visited visitBytes(Expr.Bytes node) {
    return Visited.DONE;
  }

  @Override
  public Visited visitFString(Expr.FString node) {
    all(node.values);
    return Visited.DONE;
  }

  @Override
  public Visited visitConstant(Expr.Constant node) {
    return Visited.DONE;
  }

  @Override
  public Visited visitTupleExpr(Expr.TupleExpr node) {
    all(node.items);
    return Visited.DONE;
  }

  @Override
  public Visited visitListExpr(Expr.ListExpr node) {
    all(node.items);
    return Visited.DONE;
  }

  @Override
  public Visited visitSetExpr(Expr.SetExpr node) {
    all(node.items);
    return Visited.DONE;
  }

  @Override
  public Visited visitDictExpr(Expr.DictExpr node) {
    for (Expr key : node.keys) {
      one(key);
    }
    all(node.values);
    return Visited.DONE;
  }

  @Override
  public Visited visitSubscript(Expr.Subscript node) {
    node.value.accept(this);
    node.index.accept(this);
    return Visited.DONE;
  }

  @Override
  public Visited visitSlice(Expr.Slice node) {
    one(node.lower);
    one(node.upper);
    one(node.step);
    return Visited.DONE;
  }

  @Override
  public Visited visitUnary(Expr.Unary node) {
    node.operand.accept(this);
    return Visited.DONE;
  }

  @Override
  public Visited visitBinary(Expr.Binary node) {
    node.left.accept(this);
    node.right.accept(this);
    return Visited.DONE;
  }

  @Override
  public Visited visitBoolOp(Expr.BoolOp node) {
    all(node.operands);
    return Visited.DONE;
  }

  @Override
  public Visited visitCompare(Expr.Compare node) {
    all(node.operands);
    return Visited.DONE;
  }

  @Override
  public Visited visitConditional(Expr.Conditional node) {
    node.test.accept(this);
    node.body.accept(this);
    node.orElse.accept(this);
    return Visited.DONE;
  }

  @Override
  public Visited visitAwait(Expr.Await node) {
    node.operand.accept(this);
    return Visited.DONE;
  }

  @Override
  public Visited visitStarred(Expr.Starred node) {
    node.value.accept(this);
    return Visited.DONE;
  }

  @Override
  public Visited visitErrorExpr(Expr.ErrorExpr node) {
    all(node.children);
    return Visited.DONE;
  }
}
