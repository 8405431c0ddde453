package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.List;

/** Reads the arguments of one call or the bases of one class. */
final class CallReader {
  /** A star beyond this argument does not fit the flags of the compiler. */
  private static final int MAX_STAR_INDEX = 30;

  private final ExpressionParser parser;
  private int keywords;
  private boolean star;
  private boolean doubleStar;
  private int index;

  CallReader(ExpressionParser parser) {
    this.parser = parser;
  }

  /** At the opening parenthesis. */
  Expr read(int from, Expr function) {
    int open = parser.start();
    int highest = parser.height;
    List<Expr.Argument> arguments = arguments();
    highest = Math.max(highest, parser.height);
    if (arguments.isEmpty() && function instanceof Expr.Name name && name.name.equals("super")) {
      checkSuper(from);
    }
    return parser.grown(
        new Expr.Call(parser.nextId++, from, parser.lastEnd(), function, arguments, open), highest);
  }

  private void checkSuper(int from) {
    FunctionContext context = parser.context;
    if (context.kind == FunctionContext.FUNCTION && !context.hasParameter) {
      parser.compileError(
          from, parser.lastEnd(), "`super()` finds no `self`: the function has no parameter");
    }
  }

  /** The arguments with both parentheses; leaves their height. */
  List<Expr.Argument> arguments() {
    int open = parser.pos;
    parser.advance();
    int mark = parser.mark();
    int highest = 0;
    while (parser.kind != Token.RPAREN && !parser.atLineEnd()) {
      int before = parser.pos;
      parser.push(argument());
      highest = Math.max(highest, parser.height);
      index++;
      if (!parser.accept(Token.COMMA) || parser.pos == before) {
        break;
      }
    }
    parser.close(open, Token.RPAREN);
    parser.height = highest;
    return parser.since(mark);
  }

  private Expr.Argument argument() {
    int from = parser.start();
    if (parser.kind == Token.STAR) {
      return star(from);
    }
    if (parser.accept(Token.DOUBLE_STAR)) {
      if (doubleStar) {
        parser.compileDialect(
            from, from + 2, "two `**` in one call are new in MicroPython 1.19", Releases.until(18));
      }
      doubleStar = true;
      keywords++;
      Expr value = parser.test();
      return make(from, Expr.ArgumentKind.DOUBLE_STAR, null, value);
    }
    if (parser.kind == Token.NAME && parser.peek() == Token.ASSIGN) {
      return keyword(from);
    }
    return positional(from);
  }

  private Expr.Argument make(
      int from,
      Expr.ArgumentKind kind,
      @org.jspecify.annotations.Nullable String keyword,
      Expr value) {
    return new Expr.Argument(parser.nextId++, from, parser.lastEnd(), kind, keyword, value);
  }

  private Expr.Argument star(int from) {
    if (doubleStar) {
      parser.compileDialect(
          from, from + 1, "`*` after `**` in a call cannot be compiled", Releases.since(19));
    } else if (keywords > 0) {
      parser.compileDialect(
          from,
          from + 1,
          "`*` after a keyword argument cannot be compiled; put it first",
          CompileEdges.STAR_AFTER_KEYWORD);
    } else if (index >= MAX_STAR_INDEX) {
      parser.compileDialect(
          from, from + 1, "`*` after 30 arguments cannot be compiled", Releases.since(19));
    }
    if (star) {
      parser.compileDialect(
          from, from + 1, "two `*` in one call are new in MicroPython 1.19", Releases.until(18));
    }
    star = true;
    parser.advance();
    Expr value = parser.test();
    return make(from, Expr.ArgumentKind.STAR, null, value);
  }

  private Expr.Argument keyword(int from) {
    String name = parser.name();
    int end = parser.end();
    if (parser.constants.containsKey(name)) {
      parser.compileDialect(
          from, end, "`" + name + "` is a `const()` here, so it names no keyword", Releases.ALL);
    }
    keywords++;
    parser.advance();
    parser.advance();
    Expr value = parser.test();
    return make(from, Expr.ArgumentKind.KEYWORD, name, value);
  }

  private Expr.Argument positional(int from) {
    int suspended = parser.suspensions();
    Expr value = parser.test();
    switch (parser.kind) {
      case Token.KW_FOR, Token.KW_ASYNC -> {
        int highest = parser.height;
        List<Expr.Clause> clauses = parser.clauses(suspended);
        highest = Math.max(highest, parser.height);
        value =
            parser.comprehension(
                Expr.ComprehensionKind.GENERATOR, from, null, value, clauses, highest);
      }
      case Token.WALRUS -> value = parser.walrus(from, value);
      case Token.ASSIGN -> {
        parser.compileError(
            value.start, value.end, "a keyword argument needs a plain name before `=`");
        keywords++;
        parser.advance();
        value = parser.test();
      }
      default -> checkOrder(from);
    }
    return make(from, Expr.ArgumentKind.POSITIONAL, null, value);
  }

  private void checkOrder(int from) {
    int end = parser.lastEnd();
    if (doubleStar) {
      parser.compileError(from, end, "a positional argument cannot follow `**`");
    } else if (keywords > 0) {
      parser.compileError(from, end, "a positional argument cannot follow a keyword argument");
    } else if (star) {
      parser.compileDialect(
          from,
          end,
          "a positional argument after `*` is new in MicroPython 1.19",
          Releases.until(18));
    }
  }
}
