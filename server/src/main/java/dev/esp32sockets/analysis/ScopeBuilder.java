package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Binding.Source;
import dev.esp32sockets.analysis.Binding.Way;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import dev.esp32sockets.syntax.Visited;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the scopes, names, functions and classes of a file in one walk over its tree. */
final class ScopeBuilder implements Stmt.Visitor<Visited> {
  private static final List<Integer> WHOLE = List.of();

  private final ModuleInfo module;
  private final NameReader reader;
  Scope scope;
  private @Nullable ClassInfo type;

  private ScopeBuilder(ModuleInfo module) {
    this.module = module;
    this.scope = module.scope();
    this.reader = new NameReader(this, module);
  }

  static ModuleInfo build(String path, Tree tree, ProjectModules project) {
    ModuleInfo module = new ModuleInfo(path, tree, project);
    project.add(module);
    new ScopeBuilder(module).block(tree.body());
    return module;
  }

  void block(List<Stmt> body) {
    declareOuter(body);
    for (Stmt statement : body) {
      statement.accept(this);
    }
  }

  /** `global` holds for the whole function, also for what stands before it. */
  private void declareOuter(List<Stmt> body) {
    for (Stmt statement : body) {
      if (statement instanceof Stmt.Global global && scope.kind() == Scope.Kind.FUNCTION) {
        for (Expr.Name name : global.names) {
          scope.outer.add(name.name);
        }
      }
    }
  }

  private void read(@Nullable Expr expression) {
    if (expression != null) {
      expression.accept(reader);
    }
  }

  private void readAll(List<Expr> expressions) {
    for (Expr expression : expressions) {
      read(expression);
    }
  }

  void bind(Way way, Expr target, Node node, @Nullable Expr value) {
    bind(way, target, node, value, WHOLE);
  }

  private void bind(Way way, Expr target, Node node, @Nullable Expr value, List<Integer> path) {
    if (target instanceof Expr.Name name) {
      scope.bind(name.name).sources.add(new Source(way, scope, node, value, path));
    } else if (target instanceof Expr.Attribute attribute) {
      bindAttribute(way, attribute, node, value, path);
    } else if (target instanceof Expr.Starred starred) {
      bind(Way.CHANGE, starred.value, node, null, path);
    } else if (target instanceof Expr.TupleExpr tuple) {
      bindItems(way, tuple.items, node, value, path);
    } else if (target instanceof Expr.ListExpr list) {
      bindItems(way, list.items, node, value, path);
    } else {
      read(target);
    }
  }

  private void bindItems(
      Way way, List<Expr> items, Node node, @Nullable Expr value, List<Integer> path) {
    boolean starred = false;
    for (int i = 0; i < items.size(); i++) {
      starred |= items.get(i) instanceof Expr.Starred;
      List<Integer> inside = new ArrayList<>(path);
      inside.add(starred ? -1 : i);
      bind(way, items.get(i), node, value, inside);
    }
  }

  private void bindAttribute(
      Way way, Expr.Attribute target, Node node, @Nullable Expr value, List<Integer> path) {
    read(target.value);
    FunctionInfo function = scope.function();
    ClassInfo owner =
        function != null
                && target.value instanceof Expr.Name name
                && name.name.equals(function.selfName())
            ? function.owner()
            : null;
    if (owner == null) {
      module.attributesSetOutside.add(target.name);
      return;
    }
    Binding attribute = owner.attributes.get(target.name);
    if (attribute == null) {
      attribute = new Binding(target.name);
      owner.attributes.put(target.name, attribute);
    }
    attribute.sources.add(new Source(way, scope, node, value, path));
  }

  @Override
  public Visited visitExprStmt(Stmt.ExprStmt node) {
    read(node.value);
    return Visited.DONE;
  }

  @Override
  public Visited visitAssign(Stmt.Assign node) {
    read(node.value);
    for (Expr target : node.targets) {
      bind(Way.ASSIGN, target, node, node.value);
    }
    return Visited.DONE;
  }

  @Override
  public Visited visitAugAssign(Stmt.AugAssign node) {
    read(node.value);
    read(node.target);
    bind(Way.CHANGE, node.target, node, node.value);
    return Visited.DONE;
  }

  @Override
  public Visited visitAnnAssign(Stmt.AnnAssign node) {
    read(node.value);
    if (node.value != null) {
      bind(Way.ASSIGN, node.target, node, node.value);
    }
    return Visited.DONE;
  }

  @Override
  public Visited visitDelete(Stmt.Delete node) {
    for (Expr target : node.targets) {
      if (target instanceof Expr.Name name) {
        scope.bind(name.name).sources.add(new Source(Way.DELETE, scope, node, null, WHOLE));
      } else {
        read(target);
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
    return Visited.DONE;
  }

  @Override
  public Visited visitContinue(Stmt.Continue node) {
    return Visited.DONE;
  }

  @Override
  public Visited visitReturn(Stmt.Return node) {
    read(node.value);
    FunctionInfo function = scope.function();
    if (function != null) {
      function.returns.add(node);
    }
    return Visited.DONE;
  }

  @Override
  public Visited visitRaise(Stmt.Raise node) {
    read(node.exception);
    read(node.cause);
    return Visited.DONE;
  }

  @Override
  public Visited visitGlobal(Stmt.Global node) {
    if (scope.kind() == Scope.Kind.FUNCTION) {
      for (Expr.Name name : node.names) {
        scope.outer.add(name.name);
      }
    }
    return Visited.DONE;
  }

  @Override
  public Visited visitImport(Stmt.Import node) {
    for (Stmt.Alias alias : node.names) {
      String name = alias.alias;
      if (name == null) {
        int dot = alias.name.indexOf('.');
        name = dot < 0 ? alias.name : alias.name.substring(0, dot);
      }
      scope.bind(name).sources.add(new Source(Way.IMPORT, scope, alias, null, WHOLE));
    }
    return Visited.DONE;
  }

  @Override
  public Visited visitImportFrom(Stmt.ImportFrom node) {
    if (node.star) {
      bindStar(node);
    }
    for (Stmt.Alias alias : node.names) {
      String name = alias.alias == null ? alias.name : alias.alias;
      scope.bind(name).sources.add(new Source(Way.IMPORT, scope, alias, null, WHOLE));
      module.importOf.put(alias, node);
    }
    return Visited.DONE;
  }

  /** Binds every public name of a known module; an unknown one leaves the scope open. */
  private void bindStar(Stmt.ImportFrom node) {
    module.importOf.put(node, node);
    List<String> names = Imports.starNames(module, node);
    if (names == null) {
      scope.open = true;
      return;
    }
    for (String name : names) {
      scope.bind(name).sources.add(new Source(Way.IMPORT, scope, node, null, WHOLE));
    }
  }

  @Override
  public Visited visitAssert(Stmt.Assert node) {
    read(node.test);
    read(node.message);
    return Visited.DONE;
  }

  @Override
  public Visited visitIf(Stmt.If node) {
    for (Stmt.Branch branch : node.branches) {
      read(branch.test);
      block(branch.body);
    }
    block(node.orElse);
    return Visited.DONE;
  }

  @Override
  public Visited visitWhile(Stmt.While node) {
    read(node.test);
    block(node.body);
    block(node.orElse);
    return Visited.DONE;
  }

  @Override
  public Visited visitFor(Stmt.For node) {
    read(node.iterable);
    bind(Way.FOR, node.target, node, node.iterable);
    block(node.body);
    block(node.orElse);
    return Visited.DONE;
  }

  @Override
  public Visited visitTry(Stmt.Try node) {
    block(node.body);
    for (Stmt.Handler handler : node.handlers) {
      read(handler.type);
      if (handler.name != null) {
        scope
            .bind(handler.name)
            .sources
            .add(new Source(Way.EXCEPTION, scope, handler, null, WHOLE));
      }
      block(handler.body);
    }
    block(node.orElse);
    block(node.finalBody);
    return Visited.DONE;
  }

  @Override
  public Visited visitWith(Stmt.With node) {
    for (Stmt.WithItem item : node.items) {
      read(item.value);
      if (item.target != null) {
        bind(Way.WITH, item.target, item, item.value);
      }
    }
    block(node.body);
    return Visited.DONE;
  }

  @Override
  public Visited visitFunctionDef(Stmt.FunctionDef node) {
    readAll(node.decorators);
    for (Expr.Parameter parameter : node.parameters) {
      read(parameter.defaultValue);
    }
    FunctionInfo function = new FunctionInfo(node, type, scope);
    module.functions.add(function);
    module.functionOf.put(node, function);
    scope.bind(node.name).sources.add(new Source(Way.FUNCTION, scope, node, null, WHOLE));
    if (type != null) {
      type.methods.put(node.name, function);
    }
    Scope outside = scope;
    ClassInfo outsideType = type;
    scope = function.scope();
    type = null;
    for (Expr.Parameter parameter : node.parameters) {
      scope
          .bind(parameter.name)
          .sources
          .add(new Source(Way.PARAMETER, scope, parameter, null, WHOLE));
    }
    block(node.body);
    scope = outside;
    type = outsideType;
    return Visited.DONE;
  }

  @Override
  public Visited visitClassDef(Stmt.ClassDef node) {
    readAll(node.decorators);
    for (Expr.Argument base : node.bases) {
      read(base.value);
    }
    ClassInfo defined = new ClassInfo(node, scope);
    module.classes.add(defined);
    module.classOf.put(node, defined);
    scope.bind(node.name).sources.add(new Source(Way.CLASS, scope, node, null, WHOLE));
    Scope outside = scope;
    ClassInfo outsideType = type;
    scope = defined.scope();
    type = defined;
    block(node.body);
    scope = outside;
    type = outsideType;
    return Visited.DONE;
  }

  @Override
  public Visited visitErrorStmt(Stmt.ErrorStmt node) {
    readAll(node.children);
    return Visited.DONE;
  }
}
