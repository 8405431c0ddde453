package dev.esp32sockets.analysis;

import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import java.util.List;

/** Whether control can run off the end of a block. */
public final class Returns {
  private Returns() {}

  /** Whether the function may end without `return value`, as far as its shape tells. */
  static boolean endsWithoutValue(List<Stmt> body) {
    return !leaves(body);
  }

  /** Whether the block certainly ends by `return`, `raise`, or a loop without end. */
  public static boolean leaves(List<Stmt> body) {
    for (Stmt statement : body) {
      if (leaves(statement)) {
        return true;
      }
    }
    return false;
  }

  private static boolean leaves(Stmt statement) {
    if (statement instanceof Stmt.Return || statement instanceof Stmt.Raise) {
      return true;
    }
    if (statement instanceof Stmt.If branches) {
      boolean all = leaves(branches.orElse);
      for (Stmt.Branch branch : branches.branches) {
        all &= leaves(branch.body);
      }
      return all;
    }
    if (statement instanceof Stmt.While loop) {
      return isAlwaysTrue(loop.test) && !Loops.hasBreak(loop.body);
    }
    if (statement instanceof Stmt.With with) {
      return leaves(with.body);
    }
    if (statement instanceof Stmt.Try attempt) {
      return leaves(attempt);
    }
    return false;
  }

  private static boolean leaves(Stmt.Try attempt) {
    if (leaves(attempt.finalBody)) {
      return true;
    }
    boolean all = leaves(attempt.body) || leaves(attempt.orElse);
    for (Stmt.Handler handler : attempt.handlers) {
      all &= leaves(handler.body);
    }
    return all;
  }

  /** `True`, `1` and the like. */
  public static boolean isAlwaysTrue(Expr test) {
    if (test instanceof Expr.Constant constant) {
      return constant.kind == Expr.ConstantKind.TRUE;
    }
    return test instanceof Expr.Num number
        && number.value instanceof Long value
        && value.longValue() != 0;
  }
}
