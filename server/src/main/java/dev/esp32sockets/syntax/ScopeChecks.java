package dev.esp32sockets.syntax;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code global}, {@code nonlocal} and {@code :=} in comprehensions against all scopes of
 * the file.
 *
 * <p>The compiler finishes the names of a scope before it looks into the functions inside, so they
 * wait in a queue here too. Only files with one of the three need this.
 */
final class ScopeChecks {
  private final BlockParser parser;
  private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
  private ScopeTable scope = new ScopeTable(FunctionContext.MODULE, null);

  /** A scope whose content is still to be read. */
  private record Waiting(ScopeTable table, Node node) {}

  private ScopeChecks(BlockParser parser) {
    this.parser = parser;
  }

  static void run(BlockParser parser, List<Stmt> body) {
    new ScopeChecks(parser).file(body);
  }

  private void file(List<Stmt> body) {
    block(body);
    while (!queue.isEmpty()) {
      Waiting next = queue.remove();
      scope = next.table();
      content(next.node());
    }
  }

  private void content(Node node) {
    if (node instanceof Stmt.FunctionDef function) {
      parameters(function.parameters);
      block(function.body);
    } else if (node instanceof Stmt.ClassDef type) {
      scope.put("__class__", ScopeTable.Home.LOCAL);
      scope.read("__name__");
      scope.write("__module__");
      scope.write("__qualname__");
      block(type.body);
    } else if (node instanceof Expr.Lambda lambda) {
      parameters(lambda.parameters);
      read(lambda.body);
    } else if (node instanceof Expr.Comprehension comprehension) {
      comprehension(comprehension);
    }
  }

  private void parameters(List<Expr.Parameter> parameters) {
    for (Expr.Parameter parameter : parameters) {
      if (!parameter.name.isEmpty()) {
        scope.put(parameter.name, ScopeTable.Home.LOCAL);
      }
    }
  }

  private void comprehension(Expr.Comprehension comprehension) {
    boolean first = true;
    for (Expr.Clause clause : comprehension.clauses) {
      if (!first) {
        read(clause.value);
      }
      if (clause.target != null) {
        write(clause.target);
      }
      first = false;
    }
    read(comprehension.key);
    read(comprehension.element);
  }

  private void enqueue(int kind, Node node) {
    queue.add(new Waiting(new ScopeTable(kind, scope), node));
  }

  private void block(List<Stmt> body) {
    for (Stmt statement : body) {
      statement(statement);
    }
  }

  private void statement(Stmt statement) {
    if (statement instanceof Stmt.ExprStmt expression) {
      read(expression.value);
    } else if (statement instanceof Stmt.Assign assign) {
      read(assign.value);
      for (Expr target : assign.targets) {
        write(target);
      }
    } else if (statement instanceof Stmt.AugAssign assign) {
      read(assign.target);
      read(assign.value);
      write(assign.target);
    } else if (statement instanceof Stmt.AnnAssign assign) {
      annotated(assign);
    } else if (statement instanceof Stmt.Global global) {
      declare(global);
    } else if (statement instanceof Stmt.If test) {
      branches(test);
    } else if (statement instanceof Stmt.FunctionDef function) {
      readAll(function.decorators);
      defaults(function.parameters);
      enqueue(FunctionContext.FUNCTION, function);
      scope.write(function.name);
    } else if (statement instanceof Stmt.ClassDef type) {
      readAll(type.decorators);
      arguments(type.bases);
      enqueue(FunctionContext.CLASS, type);
      scope.write(type.name);
    } else {
      simple(statement);
      loop(statement);
    }
  }

  private void annotated(Stmt.AnnAssign assign) {
    if (assign.value != null) {
      read(assign.value);
      write(assign.target);
    } else if (assign.target instanceof Expr.Name name
        && scope.kind == FunctionContext.FUNCTION
        && scope.home(name.name) == null) {
      scope.put(name.name, ScopeTable.Home.LOCAL);
    }
  }

  private void declare(Stmt.Global global) {
    for (Expr.Name name : global.names) {
      String message = global.nonlocal ? nonlocal(name.name) : global(name.name);
      if (message != null) {
        parser.failed = false;
        parser.compileError(name.start, name.end, message);
      }
    }
  }

  private @Nullable String global(String name) {
    return scope.declareGlobal(name)
        ? null
        : "`" + name + "` is used before this `global` or is a parameter";
  }

  private @Nullable String nonlocal(String name) {
    if (scope.kind == FunctionContext.MODULE) {
      return "`nonlocal` works inside a nested function only";
    }
    ScopeTable.Home home = scope.home(name);
    if (home == ScopeTable.Home.FREE) {
      return null;
    }
    if (home != null) {
      return "`" + name + "` is used before this `nonlocal` or is a parameter";
    }
    if (!scope.closeOver(name)) {
      return "no function around this one has a variable `" + name + "`";
    }
    return null;
  }

  /** The compiler leaves out what a constant condition rules out. */
  private void branches(Stmt.If test) {
    for (Stmt.Branch branch : test.branches) {
      int truth = ConstantFolder.truth(branch.test);
      if (truth != 0) {
        read(branch.test);
        block(branch.body);
      }
      if (truth == 1) {
        return;
      }
    }
    block(test.orElse);
  }

  private void simple(Stmt statement) {
    if (statement instanceof Stmt.Return found) {
      read(found.value);
    } else if (statement instanceof Stmt.Delete delete) {
      for (Expr target : delete.targets) {
        write(target);
      }
    } else if (statement instanceof Stmt.Raise raise) {
      read(raise.exception);
      read(raise.cause);
    } else if (statement instanceof Stmt.Assert check) {
      read(check.test);
      read(check.message);
    } else if (statement instanceof Stmt.Import found) {
      for (Stmt.Alias alias : found.names) {
        int dot = alias.name.indexOf('.');
        String bound = dot < 0 ? alias.name : alias.name.substring(0, dot);
        scope.write(alias.alias == null ? bound : alias.alias);
      }
    } else if (statement instanceof Stmt.ImportFrom found) {
      for (Stmt.Alias alias : found.names) {
        scope.write(alias.alias == null ? alias.name : alias.alias);
      }
    }
  }

  private void loop(Stmt statement) {
    if (statement instanceof Stmt.While loop) {
      if (ConstantFolder.truth(loop.test) != 0) {
        block(loop.body);
        read(loop.test);
      }
      block(loop.orElse);
    } else if (statement instanceof Stmt.For loop) {
      read(loop.iterable);
      write(loop.target);
      block(loop.body);
      block(loop.orElse);
    } else if (statement instanceof Stmt.With with) {
      for (Stmt.WithItem item : with.items) {
        read(item.value);
        if (item.target != null) {
          write(item.target);
        }
      }
      block(with.body);
    } else if (statement instanceof Stmt.Try attempt) {
      attempt(attempt);
    }
  }

  private void attempt(Stmt.Try attempt) {
    block(attempt.body);
    for (Stmt.Handler handler : attempt.handlers) {
      read(handler.type);
      if (handler.name != null) {
        scope.write(handler.name);
      }
      block(handler.body);
    }
    block(attempt.orElse);
    block(attempt.finalBody);
  }

  private void write(Expr target) {
    if (target instanceof Expr.Name name) {
      scope.write(name.name);
    } else if (target instanceof Expr.TupleExpr tuple) {
      for (Expr item : tuple.items) {
        write(item);
      }
    } else if (target instanceof Expr.ListExpr list) {
      for (Expr item : list.items) {
        write(item);
      }
    } else if (target instanceof Expr.Starred star) {
      write(star.value);
    } else {
      read(target);
    }
  }

  private void defaults(List<Expr.Parameter> parameters) {
    for (Expr.Parameter parameter : parameters) {
      read(parameter.defaultValue);
    }
  }

  private void arguments(List<Expr.Argument> arguments) {
    for (Expr.Argument argument : arguments) {
      read(argument.value);
    }
  }

  private void readAll(List<? extends @Nullable Expr> exprs) {
    for (Expr expr : exprs) {
      read(expr);
    }
  }

  private void read(@Nullable Expr expr) {
    if (expr == null) {
      return;
    }
    if (expr instanceof Expr.Name name) {
      scope.read(name.name);
    } else if (expr instanceof Expr.NamedExpr named) {
      walrus(named);
    } else if (expr instanceof Expr.Lambda lambda) {
      defaults(lambda.parameters);
      enqueue(FunctionContext.LAMBDA, lambda);
    } else if (expr instanceof Expr.Comprehension comprehension) {
      enqueue(FunctionContext.COMPREHENSION, comprehension);
      read(comprehension.clauses.isEmpty() ? null : comprehension.clauses.get(0).value);
    } else if (expr instanceof Expr.Call call) {
      read(call.function);
      arguments(call.arguments);
    } else {
      readAll(new Children(expr).list());
    }
  }

  private void walrus(Expr.NamedExpr named) {
    read(named.value);
    String name = named.target.name;
    ScopeTable outer = scope.outer;
    if (scope.kind == FunctionContext.COMPREHENSION && outer != null) {
      outer.write(name);
      if (outer.home(name) == ScopeTable.Home.GLOBAL_DECLARED) {
        scope.put(name, ScopeTable.Home.GLOBAL_DECLARED);
      } else if (!bindOutside(outer, name)) {
        parser.failed = false;
        parser.compileError(
            named.target.start,
            named.target.end,
            "`:=` cannot set a variable of the comprehension's own loop");
      }
    }
    scope.write(name);
  }

  private boolean bindOutside(ScopeTable outer, String name) {
    ScopeTable.Home home = scope.home(name);
    if (outer.outer == null) {
      return scope.declareGlobal(name);
    }
    if (home == null || home == ScopeTable.Home.GLOBAL_READ) {
      return scope.closeOver(name);
    }
    return home == ScopeTable.Home.FREE;
  }
}
