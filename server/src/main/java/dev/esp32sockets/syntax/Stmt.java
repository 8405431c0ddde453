package dev.esp32sockets.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement; the span ends before the line break. */
public abstract class Stmt extends Node {
  protected Stmt(int id, int start, int end) {
    super(id, start, end);
  }

  public abstract <R> R accept(Visitor<R> visitor);

  /** One method a kind. */
  public interface Visitor<R> {
    R visitExprStmt(ExprStmt node);

    R visitAssign(Assign node);

    R visitAugAssign(AugAssign node);

    R visitAnnAssign(AnnAssign node);

    R visitDelete(Delete node);

    R visitPass(Pass node);

    R visitBreak(Break node);

    R visitContinue(Continue node);

    R visitReturn(Return node);

    R visitRaise(Raise node);

    R visitGlobal(Global node);

    R visitImport(Import node);

    R visitImportFrom(ImportFrom node);

    R visitAssert(Assert node);

    R visitIf(If node);

    R visitWhile(While node);

    R visitFor(For node);

    R visitTry(Try node);

    R visitWith(With node);

    R visitFunctionDef(FunctionDef node);

    R visitClassDef(ClassDef node);

    R visitErrorStmt(ErrorStmt node);
  }

  /** An expression on its own. */
  public static final class ExprStmt extends Stmt {
    public final Expr value;

    public ExprStmt(int id, int start, int end, Expr value) {
      super(id, start, end);
      this.value = value;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitExprStmt(this);
    }
  }

  /** `a = b = value`; targets from left to right. */
  public static final class Assign extends Stmt {
    public final List<Expr> targets;
    public final Expr value;

    public Assign(int id, int start, int end, List<Expr> targets, Expr value) {
      super(id, start, end);
      this.targets = targets;
      this.value = value;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAssign(this);
    }
  }

  /** `target += value` and the like. */
  public static final class AugAssign extends Stmt {
    public final Expr target;
    public final Operator operator;
    public final Expr value;

    public AugAssign(int id, int start, int end, Expr target, Operator operator, Expr value) {
      super(id, start, end);
      this.target = target;
      this.operator = operator;
      this.value = value;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAugAssign(this);
    }
  }

  /** `target: annotation = value`, the value may be missing. */
  public static final class AnnAssign extends Stmt {
    public final Expr target;
    public final Expr annotation;
    public final @Nullable Expr value;

    public AnnAssign(
        int id, int start, int end, Expr target, Expr annotation, @Nullable Expr value) {
      super(id, start, end);
      this.target = target;
      this.annotation = annotation;
      this.value = value;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAnnAssign(this);
    }
  }

  /** `del a, b`. */
  public static final class Delete extends Stmt {
    public final List<Expr> targets;

    public Delete(int id, int start, int end, List<Expr> targets) {
      super(id, start, end);
      this.targets = targets;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDelete(this);
    }
  }

  /** `pass`. */
  public static final class Pass extends Stmt {
    public Pass(int id, int start, int end) {
      super(id, start, end);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitPass(this);
    }
  }

  /** `break`. */
  public static final class Break extends Stmt {
    public Break(int id, int start, int end) {
      super(id, start, end);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBreak(this);
    }
  }

  /** `continue`. */
  public static final class Continue extends Stmt {
    public Continue(int id, int start, int end) {
      super(id, start, end);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitContinue(this);
    }
  }

  /** `return` with or without a value. */
  public static final class Return extends Stmt {
    public final @Nullable Expr value;

    public Return(int id, int start, int end, @Nullable Expr value) {
      super(id, start, end);
      this.value = value;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitReturn(this);
    }
  }

  /** `raise`, `raise exception`, `raise exception from cause`. */
  public static final class Raise extends Stmt {
    public final @Nullable Expr exception;
    public final @Nullable Expr cause;

    public Raise(int id, int start, int end, @Nullable Expr exception, @Nullable Expr cause) {
      super(id, start, end);
      this.exception = exception;
      this.cause = cause;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRaise(this);
    }
  }

  /** `global` or `nonlocal`. */
  public static final class Global extends Stmt {
    public final List<Expr.Name> names;
    public final boolean nonlocal;

    public Global(int id, int start, int end, List<Expr.Name> names, boolean nonlocal) {
      super(id, start, end);
      this.names = names;
      this.nonlocal = nonlocal;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitGlobal(this);
    }
  }

  /** `import a.b as c, d`. */
  public static final class Import extends Stmt {
    public final List<Alias> names;

    public Import(int id, int start, int end, List<Alias> names) {
      super(id, start, end);
      this.names = names;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitImport(this);
    }
  }

  /** `from ..module import names`; star means `*`, level counts the dots. */
  public static final class ImportFrom extends Stmt {
    public final String module;
    public final int moduleStart;
    public final int level;
    public final List<Alias> names;
    public final boolean star;

    public ImportFrom(
        int id,
        int start,
        int end,
        String module,
        int moduleStart,
        int level,
        List<Alias> names,
        boolean star) {
      super(id, start, end);
      this.module = module;
      this.moduleStart = moduleStart;
      this.level = level;
      this.names = names;
      this.star = star;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitImportFrom(this);
    }
  }

  /** `assert test, message`. */
  public static final class Assert extends Stmt {
    public final Expr test;
    public final @Nullable Expr message;

    public Assert(int id, int start, int end, Expr test, @Nullable Expr message) {
      super(id, start, end);
      this.test = test;
      this.message = message;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAssert(this);
    }
  }

  /** `if`, `elif` ... and `else`: one branch a condition, orElse empty when missing. */
  public static final class If extends Stmt {
    public final List<Branch> branches;
    public final List<Stmt> orElse;

    public If(int id, int start, int end, List<Branch> branches, List<Stmt> orElse) {
      super(id, start, end);
      this.branches = branches;
      this.orElse = orElse;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitIf(this);
    }
  }

  /** `while`. */
  public static final class While extends Stmt {
    public final Expr test;
    public final List<Stmt> body;
    public final List<Stmt> orElse;

    public While(int id, int start, int end, Expr test, List<Stmt> body, List<Stmt> orElse) {
      super(id, start, end);
      this.test = test;
      this.body = body;
      this.orElse = orElse;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitWhile(this);
    }
  }

  /** `for` or `async for`. */
  public static final class For extends Stmt {
    public final boolean async;
    public final Expr target;
    public final Expr iterable;
    public final List<Stmt> body;
    public final List<Stmt> orElse;

    public For(
        int id,
        int start,
        int end,
        boolean async,
        Expr target,
        Expr iterable,
        List<Stmt> body,
        List<Stmt> orElse) {
      super(id, start, end);
      this.async = async;
      this.target = target;
      this.iterable = iterable;
      this.body = body;
      this.orElse = orElse;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitFor(this);
    }
  }

  /** `try`; parts that are missing are empty. */
  public static final class Try extends Stmt {
    public final List<Stmt> body;
    public final List<Handler> handlers;
    public final List<Stmt> orElse;
    public final List<Stmt> finalBody;

    public Try(
        int id,
        int start,
        int end,
        List<Stmt> body,
        List<Handler> handlers,
        List<Stmt> orElse,
        List<Stmt> finalBody) {
      super(id, start, end);
      this.body = body;
      this.handlers = handlers;
      this.orElse = orElse;
      this.finalBody = finalBody;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTry(this);
    }
  }

  /** `with` or `async with`. */
  public static final class With extends Stmt {
    public final boolean async;
    public final List<WithItem> items;
    public final List<Stmt> body;

    public With(int id, int start, int end, boolean async, List<WithItem> items, List<Stmt> body) {
      super(id, start, end);
      this.async = async;
      this.items = items;
      this.body = body;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitWith(this);
    }
  }

  /** A function; the span begins at the first decorator, nameStart is the offset of the name. */
  public static final class FunctionDef extends Stmt {
    public final boolean async;
    public final String name;
    public final int nameStart;
    public final List<Expr> decorators;
    public final List<Expr.Parameter> parameters;
    public final @Nullable Expr returns;
    public final List<Stmt> body;

    public FunctionDef(
        int id,
        int start,
        int end,
        boolean async,
        String name,
        int nameStart,
        List<Expr> decorators,
        List<Expr.Parameter> parameters,
        @Nullable Expr returns,
        List<Stmt> body) {
      super(id, start, end);
      this.async = async;
      this.name = name;
      this.nameStart = nameStart;
      this.decorators = decorators;
      this.parameters = parameters;
      this.returns = returns;
      this.body = body;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitFunctionDef(this);
    }
  }

  /** A class; bases may hold keywords. */
  public static final class ClassDef extends Stmt {
    public final String name;
    public final int nameStart;
    public final List<Expr> decorators;
    public final List<Expr.Argument> bases;
    public final List<Stmt> body;

    public ClassDef(
        int id,
        int start,
        int end,
        String name,
        int nameStart,
        List<Expr> decorators,
        List<Expr.Argument> bases,
        List<Stmt> body) {
      super(id, start, end);
      this.name = name;
      this.nameStart = nameStart;
      this.decorators = decorators;
      this.bases = bases;
      this.body = body;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitClassDef(this);
    }
  }

  /** A statement that could not be read; children are what was recovered inside it. */
  public static final class ErrorStmt extends Stmt {
    public final List<Expr> children;

    public ErrorStmt(int id, int start, int end, List<Expr> children) {
      super(id, start, end);
      this.children = children;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitErrorStmt(this);
    }
  }

  /** One name of an import: `name as alias`. */
  public static final class Alias extends Node {
    public final String name;
    public final @Nullable String alias;

    public Alias(int id, int start, int end, String name, @Nullable String alias) {
      super(id, start, end);
      this.name = name;
      this.alias = alias;
    }
  }

  /** `if test: body` or `elif test: body`. */
  public static final class Branch extends Node {
    public final Expr test;
    public final List<Stmt> body;

    public Branch(int id, int start, int end, Expr test, List<Stmt> body) {
      super(id, start, end);
      this.test = test;
      this.body = body;
    }
  }

  /** `except type as name: body`; a bare one has no type. */
  public static final class Handler extends Node {
    public final @Nullable Expr type;
    public final @Nullable String name;
    public final List<Stmt> body;

    public Handler(
        int id, int start, int end, @Nullable Expr type, @Nullable String name, List<Stmt> body) {
      super(id, start, end);
      this.type = type;
      this.name = name;
      this.body = body;
    }
  }

  /** `value as target` of a `with`. */
  public static final class WithItem extends Node {
    public final Expr value;
    public final @Nullable Expr target;

    public WithItem(int id, int start, int end, Expr value, @Nullable Expr target) {
      super(id, start, end);
      this.value = value;
      this.target = target;
    }
  }
}
