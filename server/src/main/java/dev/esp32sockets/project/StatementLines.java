package dev.esp32sockets.project;

import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import java.util.List;

/** Finds out which lines the statement on one line takes. */
final class StatementLines {
  private StatementLines() {}

  /**
   * The last line of the statement that begins on a line; of a compound one the last line of its
   * head. The line itself where no statement begins.
   */
  static int last(Tree tree, int line) {
    Stmt found = beginning(tree, tree.body(), line);
    if (found == null) {
      return line;
    }
    int end = Math.max(found.start, found.end - 1);
    List<Stmt> body = body(found);
    if (!body.isEmpty()) {
      end = Math.max(found.start, body.get(0).start - 1);
      int before = tree.lines().line(body.get(0).start) - 1;
      return Math.max(line, Math.min(before, tree.lines().line(end)));
    }
    return Math.max(line, tree.lines().line(end));
  }

  private static @org.jspecify.annotations.Nullable Stmt beginning(
      Tree tree, List<Stmt> body, int line) {
    for (Stmt statement : body) {
      int first = tree.lines().line(statement.start);
      int last = tree.lines().line(Math.max(statement.start, statement.end - 1));
      if (first == line) {
        return statement;
      }
      if (first < line && line <= last) {
        return inside(tree, statement, line);
      }
    }
    return null;
  }

  private static @org.jspecify.annotations.Nullable Stmt inside(
      Tree tree, Stmt statement, int line) {
    Stmt found = beginning(tree, body(statement), line);
    if (found == null && statement instanceof Stmt.If choice) {
      for (Stmt.Branch branch : choice.branches) {
        found = found == null ? beginning(tree, branch.body, line) : found;
      }
      return found == null ? beginning(tree, choice.orElse, line) : found;
    }
    if (found == null && statement instanceof Stmt.Try attempt) {
      for (Stmt.Handler handler : attempt.handlers) {
        found = found == null ? beginning(tree, handler.body, line) : found;
      }
      found = found == null ? beginning(tree, attempt.orElse, line) : found;
      return found == null ? beginning(tree, attempt.finalBody, line) : found;
    }
    if (found == null && statement instanceof Stmt.While loop) {
      return beginning(tree, loop.orElse, line);
    }
    if (found == null && statement instanceof Stmt.For loop) {
      return beginning(tree, loop.orElse, line);
    }
    return found;
  }

  private static List<Stmt> body(Stmt statement) {
    if (statement instanceof Stmt.If choice && !choice.branches.isEmpty()) {
      return choice.branches.get(0).body;
    }
    if (statement instanceof Stmt.Try attempt) {
      return attempt.body;
    }
    if (statement instanceof Stmt.FunctionDef function) {
      return function.body;
    }
    if (statement instanceof Stmt.ClassDef type) {
      return type.body;
    }
    if (statement instanceof Stmt.While loop) {
      return loop.body;
    }
    if (statement instanceof Stmt.For loop) {
      return loop.body;
    }
    return statement instanceof Stmt.With with ? with.body : List.of();
  }
}
