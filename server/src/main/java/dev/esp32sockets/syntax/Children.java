package dev.esp32sockets.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The expressions directly inside one that opens no scope. */
final class Children {
  private final List<@Nullable Expr> found = new ArrayList<>();

  Children(Expr expr) {
    if (expr instanceof Expr.Attribute attribute) {
      found.add(attribute.value);
    } else if (expr instanceof Expr.Subscript subscript) {
      add(subscript.value, subscript.index);
    } else if (expr instanceof Expr.Slice slice) {
      add(slice.lower, slice.upper, slice.step);
    } else if (expr instanceof Expr.Unary unary) {
      found.add(unary.operand);
    } else if (expr instanceof Expr.Binary binary) {
      add(binary.left, binary.right);
    } else if (expr instanceof Expr.BoolOp bool) {
      found.addAll(bool.operands);
    } else if (expr instanceof Expr.Compare compare) {
      found.addAll(compare.operands);
    } else if (expr instanceof Expr.Conditional conditional) {
      add(conditional.test, conditional.body, conditional.orElse);
    } else {
      wrapped(expr);
      display(expr);
    }
  }

  private void wrapped(Expr expr) {
    if (expr instanceof Expr.Await await) {
      found.add(await.operand);
    } else if (expr instanceof Expr.Yield yielded) {
      found.add(yielded.value);
    } else if (expr instanceof Expr.Starred star) {
      found.add(star.value);
    }
  }

  private void display(Expr expr) {
    if (expr instanceof Expr.TupleExpr tuple) {
      found.addAll(tuple.items);
    } else if (expr instanceof Expr.ListExpr list) {
      found.addAll(list.items);
    } else if (expr instanceof Expr.SetExpr set) {
      found.addAll(set.items);
    } else if (expr instanceof Expr.DictExpr dict) {
      found.addAll(dict.keys);
      found.addAll(dict.values);
    } else if (expr instanceof Expr.FString formatted) {
      found.addAll(formatted.values);
    } else if (expr instanceof Expr.ErrorExpr error) {
      found.addAll(error.children);
    }
  }

  private void add(@Nullable Expr... exprs) {
    for (Expr expr : exprs) {
      found.add(expr);
    }
  }

  List<@Nullable Expr> list() {
    return found;
  }
}
