package dev.esp32sockets.project;

import dev.esp32sockets.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;

/**
 * A module that a file imports, anywhere in it.
 *
 * @param name {@code umqtt.simple}; of {@code from a import b} both {@code a} and {@code a.b}
 * @param level how many dots stand before a relative one
 */
record Import(String name, int level) {

  static List<Import> of(List<Stmt> body) {
    List<Import> found = new ArrayList<>();
    collect(body, found);
    return found;
  }

  private static void collect(List<Stmt> body, List<Import> found) {
    for (Stmt statement : body) {
      if (statement instanceof Stmt.Import plain) {
        for (Stmt.Alias alias : plain.names) {
          found.add(new Import(alias.name, 0));
        }
      } else if (statement instanceof Stmt.ImportFrom from) {
        collect(from, found);
      } else {
        collectInside(statement, found);
      }
    }
  }

  private static void collect(Stmt.ImportFrom from, List<Import> found) {
    if (!from.module.isEmpty()) {
      found.add(new Import(from.module, from.level));
    }
    String prefix = from.module.isEmpty() ? "" : from.module + ".";
    for (Stmt.Alias alias : from.names) {
      found.add(new Import(prefix + alias.name, from.level));
    }
  }

  private static void collectInside(Stmt statement, List<Import> found) {
    if (statement instanceof Stmt.If choice) {
      for (Stmt.Branch branch : choice.branches) {
        collect(branch.body, found);
      }
      collect(choice.orElse, found);
    } else if (statement instanceof Stmt.Try attempt) {
      collect(attempt.body, found);
      for (Stmt.Handler handler : attempt.handlers) {
        collect(handler.body, found);
      }
      collect(attempt.orElse, found);
      collect(attempt.finalBody, found);
    } else if (statement instanceof Stmt.FunctionDef function) {
      collect(function.body, found);
    } else if (statement instanceof Stmt.ClassDef type) {
      collect(type.body, found);
    } else if (statement instanceof Stmt.While loop) {
      collect(loop.body, found);
      collect(loop.orElse, found);
    } else if (statement instanceof Stmt.For loop) {
      collect(loop.body, found);
      collect(loop.orElse, found);
    } else if (statement instanceof Stmt.With with) {
      collect(with.body, found);
    }
  }
}
