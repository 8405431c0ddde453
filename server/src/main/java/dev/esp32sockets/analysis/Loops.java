package dev.esp32sockets.analysis;

import dev.esp32sockets.syntax.Stmt;
import java.util.List;

/** Questions about the shape of loops. */
public final class Loops {
  private Loops() {}

  /** Whether a `break` of this very loop stands in its body. */
  public static boolean hasBreak(List<Stmt> body) {
    for (Stmt statement : body) {
      if (hasBreak(statement)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasBreak(Stmt statement) {
    if (statement instanceof Stmt.Break) {
      return true;
    }
    if (statement instanceof Stmt.If branches) {
      for (Stmt.Branch branch : branches.branches) {
        if (hasBreak(branch.body)) {
          return true;
        }
      }
      return hasBreak(branches.orElse);
    }
    if (statement instanceof Stmt.Try attempt) {
      for (Stmt.Handler handler : attempt.handlers) {
        if (hasBreak(handler.body)) {
          return true;
        }
      }
      return hasBreak(attempt.body) || hasBreak(attempt.orElse) || hasBreak(attempt.finalBody);
    }
    if (statement instanceof Stmt.With with) {
      return hasBreak(with.body);
    }
    // The else block of an inner loop belongs to this one.
    if (statement instanceof Stmt.While loop) {
      return hasBreak(loop.orElse);
    }
    return statement instanceof Stmt.For loop && hasBreak(loop.orElse);
  }
}
