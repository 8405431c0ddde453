package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.Arrays;

/** Reads {@code yield} and keeps count of what suspends a function. */
abstract class YieldParser extends Cursor {
  private int[] suspensions = new int[8];
  private int suspensionCount;

  YieldParser(String text, Tokenizer tokens) {
    super(text, tokens);
  }

  /** A condition, lambda or anything that binds tighter. */
  abstract Expr test();

  /** Values with commas between; a star among them is an error of the given statement. */
  abstract Expr testList(String statement);

  /** Whether an expression or a star can begin with the current token. */
  final boolean startsExpression() {
    return switch (kind) {
      case Token.NAME,
          Token.INTEGER,
          Token.FLOAT,
          Token.STRING,
          Token.OPEN_STRING,
          Token.LPAREN,
          Token.LBRACKET,
          Token.LBRACE,
          Token.ELLIPSIS,
          Token.PLUS,
          Token.MINUS,
          Token.TILDE,
          Token.STAR,
          Token.KW_FALSE,
          Token.KW_NONE,
          Token.KW_TRUE,
          Token.KW_DEBUG,
          Token.KW_AWAIT,
          Token.KW_LAMBDA,
          Token.KW_NOT ->
          true;
      default -> false;
    };
  }

  final int suspensions() {
    return suspensionCount;
  }

  final void forgetSuspensions(int mark) {
    suspensionCount = mark;
  }

  private void noteSuspension(int at) {
    if (suspensionCount == suspensions.length) {
      suspensions = Arrays.copyOf(suspensions, suspensionCount * 2);
    }
    suspensions[suspensionCount++] = at;
  }

  /** Reports the suspensions inside the element of a comprehension. */
  final void reportSuspensions(int from) {
    for (int i = from; i < suspensionCount; i++) {
      reportSuspension(suspensions[i]);
    }
    suspensionCount = from;
  }

  private void reportSuspension(int at) {
    if (text.startsWith("await", at)) {
      compileDialect(
          at, at + 5, "`await` cannot stand in a comprehension; use a loop", Releases.ALL);
    } else {
      compileError(at, at + 5, "`yield` cannot stand in a comprehension");
    }
  }

  /** Notes a yield or await; one outside a function is a fault. */
  final void suspend(int at) {
    if (context.maySuspend()) {
      context.generator = true;
      noteSuspension(at);
    } else if (context.kind == FunctionContext.COMPREHENSION) {
      reportSuspension(at);
    } else {
      boolean await = text.startsWith("await", at);
      compileError(
          at, at + 5, (await ? "`await`" : "`yield`") + " outside a function cannot be compiled");
    }
  }

  final Expr yieldExpr() {
    int from = start();
    if (!enter()) {
      return skipTooDeep();
    }
    advance();
    suspend(from);
    Expr read = yielded(from);
    leave();
    return read;
  }

  private Expr yielded(int from) {
    height = 0;
    if (accept(Token.KW_FROM)) {
      Expr value = test();
      return grown(new Expr.Yield(nextId++, from, lastEnd(), value, true), height);
    }
    Expr value = startsExpression() ? testList("yield") : null;
    return grown(new Expr.Yield(nextId++, from, lastEnd(), value, false), height);
  }
}
