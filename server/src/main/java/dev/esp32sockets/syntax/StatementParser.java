package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the statements that fit on one line. */
abstract class StatementParser extends ExpressionParser {
  StatementParser(String text, Tokenizer tokens) {
    super(text, tokens);
  }

  /** Reads the statements of one logical line with its line break. */
  final void simpleLine(List<Stmt> into) {
    do {
      if (kind == Token.NEWLINE) {
        break;
      }
      into.add(smallStatement());
      reportStars();
    } while (accept(Token.SEMICOLON));
    if (kind != Token.NEWLINE && kind != Token.END) {
      Hints.trailing(this, into);
      failed = true;
      skipLine();
    }
    accept(Token.NEWLINE);
    failed = false;
    forgetSuspensions(0);
  }

  final void skipLine() {
    while (!atLineEnd()) {
      advance();
    }
  }

  /** Stars that no assignment took are errors of the compiler. */
  private void reportStars() {
    Expr reported = null;
    for (int i = 0; i < openStars.size() && !failed && dead == 0; i++) {
      Expr.Starred star = openStars.get(i);
      Expr display = starDisplays.get(i);
      if (!takenStars.get(star.id) && (display == null || display != reported)) {
        reported = display;
        dialect(
            star.start,
            star.end,
            "`*` in a list or tuple does not exist in MicroPython; add them",
            Releases.ALL,
            display == null ? null : Rewrites.sum(text, display));
      }
    }
    openStars.clear();
    starDisplays.clear();
  }

  private Stmt smallStatement() {
    int from = start();
    switch (kind) {
      case Token.KW_PASS -> {
        advance();
        return new Stmt.Pass(nextId++, from, lastEnd());
      }
      case Token.KW_BREAK, Token.KW_CONTINUE -> {
        return jumpStatement(from);
      }
      case Token.KW_RETURN -> {
        return returnStatement(from);
      }
      case Token.KW_RAISE -> {
        return raiseStatement(from);
      }
      case Token.KW_DEL -> {
        return deleteStatement(from);
      }
      case Token.KW_GLOBAL, Token.KW_NONLOCAL -> {
        return globalStatement(from);
      }
      case Token.KW_IMPORT, Token.KW_FROM -> {
        return new ImportReader(this).read();
      }
      case Token.KW_ASSERT -> {
        return assertStatement(from);
      }
      case Token.KW_YIELD -> {
        Expr yielded = yieldExpr();
        return new Stmt.ExprStmt(nextId++, from, lastEnd(), yielded);
      }
      default -> {
        return expressionStatement(from);
      }
    }
  }

  private Stmt jumpStatement(int from) {
    boolean isBreak = kind == Token.KW_BREAK;
    advance();
    if (context.loopDepth == 0) {
      compileError(
          from, lastEnd(), isBreak ? "`break` outside a loop" : "`continue` outside a loop");
    }
    return isBreak
        ? new Stmt.Break(nextId++, from, lastEnd())
        : new Stmt.Continue(nextId++, from, lastEnd());
  }

  private Stmt returnStatement(int from) {
    advance();
    if (context.kind != FunctionContext.FUNCTION) {
      compileError(from, lastEnd(), "`return` outside a function");
    }
    Expr value = startsExpression() ? testList("return") : null;
    return new Stmt.Return(nextId++, from, lastEnd(), value);
  }

  private Stmt raiseStatement(int from) {
    advance();
    Expr exception = null;
    Expr cause = null;
    if (startsExpression()) {
      exception = test();
      if (accept(Token.KW_FROM)) {
        cause = test();
      } else if (kind == Token.COMMA) {
        syntaxError(start(), end(), "`raise E, x` is Python 2; write `raise E(x)`");
      }
    }
    return new Stmt.Raise(nextId++, from, lastEnd(), exception, cause);
  }

  private Stmt deleteStatement(int from) {
    advance();
    Expr target = expressionList();
    List<Expr> targets =
        target instanceof Expr.TupleExpr tuple && !tuple.parenthesised
            ? tuple.items
            : List.of(target);
    for (Expr one : targets) {
      Targets.checkDelete(this, one);
    }
    return new Stmt.Delete(nextId++, from, lastEnd(), targets);
  }

  private Stmt globalStatement(int from) {
    boolean nonlocal = kind == Token.KW_NONLOCAL;
    declares = true;
    advance();
    int mark = mark();
    do {
      if (kind != Token.NAME) {
        unexpected("expected the name of a variable");
        break;
      }
      push(new Expr.Name(nextId++, start(), end(), name()));
      advance();
    } while (accept(Token.COMMA));
    return new Stmt.Global(nextId++, from, lastEnd(), since(mark), nonlocal);
  }

  private Stmt assertStatement(int from) {
    advance();
    Expr test = test();
    Expr message = accept(Token.COMMA) ? test() : null;
    return new Stmt.Assert(nextId++, from, lastEnd(), test, message);
  }

  private Stmt expressionStatement(int from) {
    if (!startsExpression()) {
      Hints.noStatement(this);
      failed = true;
      Expr nothing = errorExpr(from);
      return new Stmt.ErrorStmt(nextId++, from, Math.max(from, lastEnd()), List.of(nothing));
    }
    Expr first = starredList();
    if (kind == Token.ASSIGN) {
      return assign(from, first);
    }
    if (kind == Token.COLON && !failed) {
      return annotated(from, first);
    }
    if (Token.isAugmentedAssign(kind)) {
      return augmented(from, first);
    }
    if (first instanceof Expr.Starred star) {
      // Alone it is no target either; the list of open stars reports it.
      return new Stmt.ExprStmt(nextId++, from, lastEnd(), star);
    }
    return new Stmt.ExprStmt(nextId++, from, lastEnd(), first);
  }

  /** One value or an unparenthesised tuple, stars allowed. */
  final Expr starredList() {
    int from = start();
    Expr first = kind == Token.STAR ? starred() : test();
    if (kind != Token.COMMA) {
      return first;
    }
    int stars = openStars.size();
    int mark = mark();
    int highest = height;
    push(first);
    while (accept(Token.COMMA) && startsExpression()) {
      push(kind == Token.STAR ? starred() : test());
      highest = Math.max(highest, height);
    }
    Expr.TupleExpr tuple = new Expr.TupleExpr(nextId++, from, lastEnd(), since(mark), false);
    Expr grown = grown(tuple, highest);
    nameDisplays(first instanceof Expr.Starred ? Math.max(0, stars - 1) : stars, tuple);
    return grown;
  }

  private void nameDisplays(int from, Expr display) {
    for (int i = from; i < openStars.size(); i++) {
      if (starDisplays.get(i) == null) {
        starDisplays.set(i, display);
      }
    }
  }

  private Expr assignedValue() {
    if (kind == Token.KW_YIELD) {
      return yieldExpr();
    }
    return starredList();
  }

  private Stmt assign(int from, Expr first) {
    int valueStart = pos;
    advance();
    Expr value = assignedValue();
    List<Expr> targets;
    if (kind != Token.ASSIGN) {
      targets = List.of(first);
    } else {
      targets = new ArrayList<>(4);
      targets.add(first);
      while (accept(Token.ASSIGN)) {
        targets.add(value);
        value = assignedValue();
      }
    }
    for (Expr target : targets) {
      checkAssigned(target);
    }
    if (targets.size() == 1 && first instanceof Expr.Name name) {
      noteAssignment(from, name, value, valueStart);
    }
    return new Stmt.Assign(nextId++, from, lastEnd(), targets, value);
  }

  private void checkAssigned(Expr target) {
    if (target instanceof Expr.Yield) {
      compileError(target.start, target.end, "cannot assign to an expression");
    } else {
      Targets.check(this, target);
    }
  }

  private void noteAssignment(int from, Expr.Name name, Expr value, int assignToken) {
    if (value instanceof Expr.DictExpr dict && dict.keys.contains(null)) {
      SyntaxProblem.Fix fix = Rewrites.mergedDict(text, from, name, dict);
      SyntaxProblem last = problems.isEmpty() ? null : problems.get(problems.size() - 1);
      if (fix != null && last != null && last.span().start() == dict.start) {
        problems.set(
            problems.size() - 1,
            new SyntaxProblem(last.span(), last.kind(), last.message(), last.rejectedBy(), fix));
      }
    }
    if (value instanceof Expr.Call call
        && call.start == tokens.starts[assignToken + 1]
        && call.function instanceof Expr.Name function
        && function.name.equals("const")) {
      foldConst(name, call);
    }
  }

  /** {@code X = const(value)}: the compiler puts the value wherever the name is read below. */
  private void foldConst(Expr.Name name, Expr.Call call) {
    if (failed || isConst(name) || constants.containsKey("const")) {
      return;
    }
    int folded = ConstantFolder.NOT_CONSTANT;
    if (call.arguments.size() == 1 && call.arguments.get(0).kind == Expr.ArgumentKind.POSITIONAL) {
      folded = ConstantFolder.kind(this, call.arguments.get(0).value);
    }
    if (folded == ConstantFolder.NOT_CONSTANT) {
      dialect(
          call.start,
          call.end,
          "`const()` takes only what the compiler can compute",
          Releases.ALL,
          null);
      return;
    }
    if (folded == ConstantFolder.OTHER) {
      dialect(
          call.start,
          call.end,
          "`const()` of anything but an integer is new in MicroPython 1.19",
          Releases.until(18),
          null);
    }
    constants.put(name.name, folded);
  }

  private Stmt annotated(int from, Expr target) {
    int colon = start();
    advance();
    dialect(
        colon,
        colon + 1,
        "annotations of variables are new in MicroPython 1.13",
        Releases.until(12),
        null);
    annotation++;
    Expr type = test();
    annotation--;
    Expr value = null;
    if (kind == Token.ASSIGN) {
      int assignToken = pos;
      advance();
      value = assignedValue();
      Targets.check(this, target);
      if (target instanceof Expr.Name name) {
        noteAssignment(from, name, value, assignToken);
      }
    }
    return new Stmt.AnnAssign(nextId++, from, lastEnd(), target, type, value);
  }

  private Stmt augmented(int from, Expr target) {
    Operator operator = Token.operator(kind - Token.PLUS_ASSIGN + Token.PLUS);
    advance();
    Expr value = assignedValue();
    Targets.checkAugmented(this, target);
    return new Stmt.AugAssign(nextId++, from, lastEnd(), target, operator, value);
  }

  /** Reads statements until the block ends. */
  abstract void block(List<Stmt> into);

  /** The name that stands here, or null after a problem. */
  final @Nullable String definedName(String message) {
    if (kind != Token.NAME) {
      unexpected(message);
      return null;
    }
    String found = name();
    checkNameLength(start());
    advance();
    return found;
  }
}
