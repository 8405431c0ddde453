package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import org.jspecify.annotations.Nullable;

/** Words for what is wrong, and the place where a reader would mend it. */
final class Faults {
  private static final String[] CLOSING = {")", "]", "}"};

  private Faults() {}

  /** Reports the current token, which fits nowhere. */
  static void report(Cursor parser, String message) {
    int from = parser.start();
    int to = parser.end();
    switch (parser.kind) {
      case Token.INVALID -> {
        invalid(parser, from, to);
        return;
      }
      case Token.NEWLINE, Token.END, Token.DEDENT -> {
        int at = parser.lastEnd();
        add(
            parser,
            Math.max(0, at - 1),
            Math.max(at, Math.min(1, parser.text.length())),
            message,
            null);
        return;
      }
      default -> add(parser, from, Math.max(from, to), unexpected(parser, message), null);
    }
  }

  private static String unexpected(Cursor parser, String message) {
    if (parser.kind == Token.ASSIGN) {
      return "`=` cannot stand here; to compare, use `==`";
    }
    if (Token.isKeyword(parser.kind) && message.startsWith("expected the name")) {
      return "`" + parser.name() + "` is a keyword, so it cannot be a name";
    }
    return message;
  }

  private static void invalid(Cursor parser, int from, int to) {
    if (parser.tokens.values[parser.pos] == Tokenizer.BAD_INDENT) {
      int end = parser.pos + 1 < parser.tokens.count ? parser.tokens.ends[parser.pos + 1] : from;
      add(parser, from, Math.max(from, end), "this indentation fits no block above it", null);
      return;
    }
    char c = parser.tokens.chars[from];
    String message;
    if (c == '\\') {
      message = "a backslash must be the last character of its line";
    } else if (c < ' ' || c == 127) {
      message = "a control character (number " + (int) c + ") cannot stand in code";
    } else if (c == '`') {
      message = "a backtick cannot stand in code";
    } else if (c == '!') {
      message = "`!` cannot stand here; use `not`";
    } else {
      message = "`" + c + "` cannot stand in code";
    }
    add(parser, from, to, message, null);
  }

  private static void add(
      Cursor parser, int from, int to, String message, SyntaxProblem.@Nullable Fix fix) {
    parser.add(from, to, SyntaxProblem.Kind.SYNTAX, message, Releases.ALL, fix);
  }

  /** Reports that the bracket of the given token is not closed where it was expected to be. */
  static void unclosed(Cursor parser, int openToken, int closing) {
    int open = parser.tokens.starts[openToken];
    char bracket = parser.tokens.chars[open];
    String closer = CLOSING[(closing - Token.RPAREN) >> 1];
    if (parser.kind == Token.NEWLINE || parser.kind == Token.END) {
      if (parser.kind == Token.END && parser.end() < parser.text.length()) {
        add(parser, open, open + 1, "`" + bracket + "` is never closed", null);
        return;
      }
      int end = parser.lastEnd();
      boolean oneLine = parser.tokens.starts[parser.pos] <= endOfLine(parser.text, open);
      add(
          parser,
          open,
          open + 1,
          "`" + bracket + "` is never closed",
          oneLine ? Rewrites.insert(end, closer, "Insert `" + closer + "`") : null);
      return;
    }
    if (parser.kind == Token.RPAREN
        || parser.kind == Token.RBRACKET
        || parser.kind == Token.RBRACE) {
      char found = parser.tokens.chars[parser.start()];
      add(
          parser,
          parser.start(),
          parser.end(),
          "`" + found + "` does not close `" + bracket + "`",
          null);
      return;
    }
    report(parser, "expected `,` or `" + closer + "` before this");
  }

  private static int endOfLine(String text, int from) {
    int at = text.indexOf('\n', from);
    return at < 0 ? text.length() : at;
  }

  /** Reports a literal without its closing quotation mark. */
  static void openString(Cursor parser, int quoteAt, int end) {
    char[] chars = parser.tokens.chars;
    boolean triple = chars[quoteAt + 1] == chars[quoteAt] && chars[quoteAt + 2] == chars[quoteAt];
    String mark = triple ? "three quotation marks" : "a quotation mark";
    parser.syntaxError(quoteAt, triple ? quoteAt + 3 : end, "this text is not closed by " + mark);
  }

  /** Reports {@code <>}, the inequality of Python 2. */
  static void noteOldNotEqual(Cursor parser) {
    if (parser.kind == Token.LESS
        && parser.peek() == Token.GREATER
        && parser.tokens.starts[parser.pos + 1] == parser.end()) {
      int from = parser.start();
      parser.add(
          from,
          from + 2,
          SyntaxProblem.Kind.SYNTAX,
          "`<>` is Python 2; use `!=`",
          Releases.ALL,
          Rewrites.replace(from, from + 2, "!=", "Use `!=`"));
      parser.failed = true;
      parser.advance();
    }
  }

  static int utf8Length(String text, int from, int to) {
    int length = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return length;
  }

  /** What an expression is, with its article. */
  static String describe(Expr expr) {
    if (expr instanceof Expr.Call) {
      return "the result of a call";
    }
    if (expr instanceof Expr.Num || expr instanceof Expr.Str || expr instanceof Expr.Bytes) {
      return "a literal";
    }
    if (expr instanceof Expr.Constant constant) {
      return switch (constant.kind) {
        case NONE -> "`None`";
        case TRUE -> "`True`";
        case FALSE -> "`False`";
        default -> "`...`";
      };
    }
    if (expr instanceof Expr.Compare) {
      return "a comparison";
    }
    return "an expression";
  }
}
