package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.List;

/** Better words for lines that no Python 3 reads but whose meaning is plain. */
final class Hints {
  private Hints() {}

  /** At a token that no statement begins with. */
  static void noStatement(StatementParser parser) {
    if (parser.failed) {
      return;
    }
    int from = parser.start();
    int to = parser.end();
    switch (parser.kind) {
      case Token.KW_ELSE, Token.KW_ELIF -> {
        error(parser, from, to, "this `" + parser.name() + "` belongs to no `if`, loop or `try`");
        return;
      }
      case Token.KW_EXCEPT, Token.KW_FINALLY -> {
        error(parser, from, to, "this `" + parser.name() + "` belongs to no `try`");
        return;
      }
      case Token.RPAREN, Token.RBRACKET, Token.RBRACE -> {
        error(parser, from, to, "`" + parser.tokens.chars[from] + "` closes nothing");
        return;
      }
      case Token.KW_ASYNC -> {
        error(parser, from, to, "`async` is a keyword; `def`, `for` or `with` must follow it");
        return;
      }
      default -> {
        String word = to > from ? "`" + parser.text.substring(from, to) + "`" : "this";
        parser.unexpected("a statement cannot begin with " + word);
      }
    }
  }

  private static void error(StatementParser parser, int from, int to, String message) {
    parser.add(from, to, SyntaxProblem.Kind.SYNTAX, message, Releases.ALL, null);
  }

  /** At a token that cannot follow the statement before it on the line. */
  static void trailing(StatementParser parser, List<Stmt> before) {
    if (parser.failed) {
      return;
    }
    Stmt last = before.get(before.size() - 1);
    if (last instanceof Stmt.ExprStmt statement
        && statement.value instanceof Expr.Name name
        && afterName(parser, name)) {
      return;
    }
    int from = parser.start();
    int to = parser.end();
    switch (parser.kind) {
      case Token.RPAREN, Token.RBRACKET, Token.RBRACE -> noOpening(parser);
      case Token.INVALID -> parser.unexpected("");
      case Token.WALRUS -> error(parser, from, to, "`:=` needs parentheses around it; use `=`");
      case Token.COLON -> error(parser, from, to, "`:` cannot stand here");
      default -> {
        String code = shortened(parser.text.substring(from, to));
        parser.unexpected("`" + code + "` cannot follow what stands before it");
      }
    }
  }

  /** Whether the line is a statement of another Python that begins with a name. */
  private static boolean afterName(StatementParser parser, Expr.Name name) {
    if ((name.name.equals("print") || name.name.equals("exec")) && parser.startsExpression()) {
      oldPrint(parser, name);
      return true;
    }
    if (name.name.equals("type") && parser.kind == Token.NAME) {
      parser.dialect(
          name.start,
          name.end,
          "`type X = ...` does not exist in MicroPython; write `X = ...`",
          Releases.ALL,
          typeFix(parser, name));
      return true;
    }
    return false;
  }

  /** At most 40 characters of code, on one line. */
  static String shortened(String code) {
    String line = code.replace('\n', ' ').replace('\r', ' ');
    return line.length() > 40 ? line.substring(0, 37) + "..." : line;
  }

  private static void noOpening(StatementParser parser) {
    int from = parser.start();
    char c = parser.tokens.chars[from];
    boolean last = parser.peek() == Token.NEWLINE;
    parser.add(
        from,
        from + 1,
        SyntaxProblem.Kind.SYNTAX,
        "`" + c + "` closes nothing",
        Releases.ALL,
        last ? Rewrites.replace(from, from + 1, "", "Remove `" + c + "`") : null);
  }

  private static void oldPrint(StatementParser parser, Expr.Name name) {
    int at = parser.pos;
    while (parser.kinds[at + 1] != Token.NEWLINE
        && parser.kinds[at + 1] != Token.SEMICOLON
        && parser.kinds[at + 1] != Token.END) {
      at++;
    }
    int from = parser.start();
    int to = parser.tokens.ends[at];
    String call = "(" + parser.text.substring(from, to) + ")";
    parser.add(
        name.start,
        name.end,
        SyntaxProblem.Kind.SYNTAX,
        "`" + name.name + "` is a function in Python 3; put parentheses around its arguments",
        Releases.ALL,
        Rewrites.replace(name.end, to, call, "Add the parentheses"));
  }

  private static SyntaxProblem.@org.jspecify.annotations.Nullable Fix typeFix(
      StatementParser parser, Expr.Name name) {
    return parser.peek() == Token.ASSIGN
        ? Rewrites.replace(name.start, parser.start(), "", "Remove `type`")
        : null;
  }
}
