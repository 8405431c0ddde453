package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Operator;
import dev.esp32sockets.syntax.Stmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a read goes on until the other side closes the connection. */
final class ReadToEnd {
  private ReadToEnd() {}

  /** By `read()` without a size, or by a loop that nothing but an empty piece ends. */
  static boolean is(CallSite read) {
    boolean whole = read.symbol() != null && read.symbol().name().equals("read");
    if (whole && read.node().arguments.isEmpty()) {
      return true;
    }
    if (whole && read.argument(0, null) instanceof Int size && size.value() < 0) {
      return true;
    }
    return read.context().loop() instanceof Stmt.While loop && endsWithStream(loop, read.node());
  }

  private static boolean endsWithStream(Stmt.While loop, Expr.Call read) {
    if (loop.test instanceof Expr.NamedExpr named) {
      return named.value == read && !leaves(loop.body, null);
    }
    String name = nameOf(loop.body, read);
    if (name == null) {
      return false;
    }
    if (isSomething(loop.test, name)) {
      return !leaves(loop.body, null);
    }
    List<Stmt> end = isAlwaysTrue(loop.test) ? endBlock(loop.body, name) : null;
    return end != null && leaves(end, null) && !leaves(loop.body, end);
  }

  private static boolean isAlwaysTrue(Expr test) {
    if (test instanceof Expr.Num number) {
      return number.value != null && number.value.longValue() != 0;
    }
    return test instanceof Expr.Constant constant && constant.kind == Expr.ConstantKind.TRUE;
  }

  private static @Nullable String nameOf(List<Stmt> body, Expr.Call read) {
    for (Stmt statement : body) {
      if (statement instanceof Stmt.Assign assign
          && assign.value == read
          && assign.targets.size() == 1
          && assign.targets.get(0) instanceof Expr.Name name) {
        return name.name;
      }
    }
    return null;
  }

  /** What runs when the piece is empty. */
  private static @Nullable List<Stmt> endBlock(List<Stmt> body, String name) {
    for (Stmt statement : body) {
      if (statement instanceof Stmt.If choice && choice.branches.size() == 1) {
        Stmt.Branch branch = choice.branches.get(0);
        if (isEmpty(branch.test, name)) {
          return branch.body;
        }
        if (isSomething(branch.test, name)) {
          return choice.orElse;
        }
      }
    }
    return null;
  }

  /** Whether anything in the statements, one block left out, may leave the loop. */
  private static boolean leaves(List<Stmt> body, @Nullable List<Stmt> except) {
    for (Stmt statement : body) {
      if (statement instanceof Stmt.Break
          || statement instanceof Stmt.Return
          || statement instanceof Stmt.Raise) {
        return true;
      }
      for (List<Stmt> block : Place.blocks(statement)) {
        if (block != except && leaves(block, except)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isEmpty(Expr test, String name) {
    if (test instanceof Expr.Unary not && not.operator == Operator.NOT) {
      return isPiece(not.operand, name) || isLength(not.operand, name);
    }
    return compares(test, Operator.EQUAL, name);
  }

  private static boolean isSomething(Expr test, String name) {
    return isPiece(test, name)
        || isLength(test, name)
        || compares(test, Operator.NOT_EQUAL, name)
        || compares(test, Operator.GREATER, name);
  }

  private static boolean compares(Expr test, Operator operator, String name) {
    if (!(test instanceof Expr.Compare compare)
        || compare.operators.size() != 1
        || compare.operators.get(0) != operator) {
      return false;
    }
    Expr left = compare.operands.get(0);
    Expr right = compare.operands.get(1);
    boolean nothing = right instanceof Expr.Bytes bytes && bytes.value.isEmpty();
    boolean zero =
        right instanceof Expr.Num number && number.value != null && number.value.longValue() == 0;
    return (nothing && isPiece(left, name))
        || (zero && (isPiece(left, name) || isLength(left, name)));
  }

  private static boolean isPiece(Expr node, String name) {
    return node instanceof Expr.Name piece && piece.name.equals(name);
  }

  private static boolean isLength(Expr node, String name) {
    return node instanceof Expr.Call call
        && call.function instanceof Expr.Name function
        && function.name.equals("len")
        && call.arguments.size() == 1
        && isPiece(call.arguments.get(0).value, name);
  }
}
