package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of one function or lambda and checks them. */
final class ParameterReader {
  private final ExpressionParser parser;
  private final FunctionContext function;
  private final int closing;
  private final boolean annotated;
  private @Nullable Set<String> names;
  private @Nullable String firstName;
  private boolean star;
  private boolean doubleStar;
  private boolean defaults;
  private int highest;

  ParameterReader(
      ExpressionParser parser, FunctionContext function, int closing, boolean annotated) {
    this.parser = parser;
    this.function = function;
    this.closing = closing;
    this.annotated = annotated;
  }

  /** From the first parameter to the closing token, which is left; leaves the height. */
  List<Expr.Parameter> read() {
    int mark = parser.mark();
    while (parser.kind != closing && !parser.atLineEnd()) {
      int before = parser.pos;
      Expr.Parameter parameter = parameter();
      if (parameter != null) {
        parser.push(parameter);
      }
      if (!parser.accept(Token.COMMA) || parser.pos == before) {
        break;
      }
    }
    parser.height = highest;
    return parser.since(mark);
  }

  private Expr.@Nullable Parameter parameter() {
    int from = parser.start();
    switch (parser.kind) {
      case Token.NAME -> {
        return named(from, star ? Expr.ParameterKind.KEYWORD_ONLY : Expr.ParameterKind.PLAIN, true);
      }
      case Token.STAR -> {
        return star(from);
      }
      case Token.DOUBLE_STAR -> {
        parser.advance();
        if (parser.kind != Token.NAME) {
          parser.unexpected("expected a name after `**`");
          return null;
        }
        Expr.Parameter kwargs = named(from, Expr.ParameterKind.DOUBLE_STAR, false);
        doubleStar = true;
        return kwargs;
      }
      case Token.SLASH -> {
        slash(from);
        return null;
      }
      case Token.LPAREN -> {
        parser.syntaxError(
            from, from + 1, "a parameter must be a name; unpack the tuple inside the function");
        parser.test();
        return null;
      }
      default -> {
        parser.unexpected("expected the name of a parameter");
        return null;
      }
    }
  }

  private void slash(int from) {
    parser.advance();
    parser.dialect(
        from,
        from + 1,
        "positional-only `/` does not exist in MicroPython; remove it",
        Releases.ALL,
        Rewrites.withoutSlash(parser, from, closing));
  }

  private Expr.@Nullable Parameter star(int from) {
    if (star) {
      parser.compileError(from, from + 1, "a function takes one `*` parameter only");
    }
    checkLast(from);
    parser.advance();
    star = true;
    if (parser.kind != Token.NAME) {
      return new Expr.Parameter(
          parser.nextId++, from, from + 1, Expr.ParameterKind.STAR, "", null, null);
    }
    return named(from, Expr.ParameterKind.STAR, false);
  }

  private void checkLast(int from) {
    if (doubleStar) {
      parser.compileError(from, parser.end(), "nothing can follow the `**` parameter");
    }
  }

  private Expr.Parameter named(int from, Expr.ParameterKind kind, boolean mayHaveDefault) {
    int nameStart = parser.start();
    int nameEnd = parser.end();
    String name = parser.name();
    checkLast(from);
    checkName(nameStart, nameEnd, name);
    parser.checkNameLength(nameStart);
    parser.advance();
    Expr annotation = null;
    if (annotated && parser.accept(Token.COLON)) {
      parser.annotation++;
      annotation = annotation();
      parser.annotation--;
      highest = Math.max(highest, parser.height);
    }
    Expr value = null;
    if (mayHaveDefault && parser.accept(Token.ASSIGN)) {
      value = parser.test();
      highest = Math.max(highest, parser.height);
    }
    if (kind == Expr.ParameterKind.PLAIN) {
      if (value == null && defaults) {
        parser.compileError(
            from, nameEnd, "`" + name + "` has no default but stands after one that has");
      }
      defaults |= value != null;
    }
    return new Expr.Parameter(
        parser.nextId++, from, parser.lastEnd(), kind, name, annotation, value);
  }

  private Expr annotation() {
    if (parser.kind != Token.STAR) {
      return parser.test();
    }
    int from = parser.start();
    parser.dialect(from, from + 1, "`*` in an annotation cannot be compiled", Releases.ALL, null);
    parser.advance();
    return parser.binary(Token.PREC_BIT_OR);
  }

  private void checkName(int from, int end, String name) {
    function.hasParameter = true;
    if (firstName == null) {
      firstName = name;
      return;
    }
    if (names == null) {
      names = new HashSet<>();
      names.add(firstName);
    }
    if (!names.add(name)) {
      parser.compileError(from, end, "two parameters have the name `" + name + "`");
    }
  }
}
