package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one {@code try} with its parts. */
final class TryReader {
  private static final String COLON = "expected `:` at the end of this line";

  private final BlockParser parser;
  private final List<Stmt.Handler> handlers = new ArrayList<>(2);

  TryReader(BlockParser parser) {
    this.parser = parser;
  }

  Stmt read() {
    int from = parser.start();
    int tryEnd = parser.end();
    parser.advance();
    List<Stmt> body = parser.suite("expected `:` after `try`");
    boolean bare = false;
    while (parser.kind == Token.KW_EXCEPT) {
      if (bare) {
        Stmt.Handler last = handlers.get(handlers.size() - 1);
        parser.compileError(
            last.start, last.start + "except".length(), "a bare `except` must be the last one");
      }
      Stmt.Handler handler = handler();
      bare = handler.type == null;
      handlers.add(handler);
    }
    List<Stmt> orElse = List.of();
    if (!handlers.isEmpty() && parser.accept(Token.KW_ELSE)) {
      orElse = parser.suite("expected `:` after `else`");
    }
    List<Stmt> finalBody = List.of();
    boolean hasFinally = parser.accept(Token.KW_FINALLY);
    if (hasFinally) {
      finalBody = parser.suite("expected `:` after `finally`");
    }
    if (handlers.isEmpty() && !hasFinally) {
      parser.syntaxError(from, tryEnd, "this `try` has no `except` and no `finally`");
      parser.failed = false;
    }
    return new Stmt.Try(parser.nextId++, from, parser.bodyEnd(), body, handlers, orElse, finalBody);
  }

  private Stmt.Handler handler() {
    int from = parser.start();
    parser.advance();
    if (parser.kind == Token.STAR) {
      parser.dialect(
          from,
          parser.end(),
          "`except*` does not exist in MicroPython; use `except`",
          Releases.ALL,
          Rewrites.replace(parser.start(), parser.end(), "", "Remove `*`"));
      parser.advance();
    }
    Expr type = null;
    String name = null;
    if (parser.startsExpression()) {
      int typeStart = parser.start();
      type = parser.test();
      if (parser.accept(Token.KW_AS)) {
        name = parser.definedName("expected a name after `as`");
      } else if (parser.kind == Token.COMMA) {
        type = severalTypes(typeStart, type);
      }
    }
    List<Stmt> body = parser.suite(type == null ? COLON : "expected `:` after the exception");
    return new Stmt.Handler(parser.nextId++, from, parser.bodyEnd(), type, name, body);
  }

  /** {@code except A, B:} is CPython 3.14, or Python 2 for {@code except A as B:}. */
  private Expr severalTypes(int from, Expr first) {
    List<Expr> types = new ArrayList<>(4);
    types.add(first);
    while (parser.accept(Token.COMMA) && parser.startsExpression()) {
      types.add(parser.test());
    }
    int end = parser.lastEnd();
    Expr second = types.size() == 2 ? types.get(1) : null;
    boolean old = second instanceof Expr.Name name && isVariable(name.name);
    if (parser.kind == Token.KW_AS) {
      parser.syntaxError(from, end, "several exceptions need parentheses around them");
    } else if (old) {
      parser.add(
          from,
          end,
          SyntaxProblem.Kind.SYNTAX,
          "`except E, e` is Python 2; write `except E as e`",
          Releases.ALL,
          asFix(first, second));
      parser.failed = true;
    } else {
      parser.dialect(
          from,
          end,
          "several exceptions need parentheses around them in MicroPython",
          Releases.ALL,
          parentheses(from, end));
    }
    return new Expr.TupleExpr(parser.nextId++, from, end, types, false);
  }

  private static boolean isVariable(String name) {
    return Character.isLowerCase(name.charAt(0));
  }

  private SyntaxProblem.@Nullable Fix asFix(Expr first, @Nullable Expr second) {
    return second == null ? null : Rewrites.replace(first.end, second.start, " as ", "Write `as`");
  }

  private SyntaxProblem.Fix parentheses(int from, int end) {
    String written = parser.text.substring(from, end);
    return Rewrites.replace(from, end, "(" + written + ")", "Add the parentheses");
  }
}
