package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a {@code match}, which MicroPython takes for an ordinary name.
 *
 * <p>It is kept as an {@code if} with unreadable conditions, so that what the cases hold is seen.
 */
final class MatchReader {
  private final BlockParser parser;
  private final MatchRewrite rewrite;

  MatchReader(BlockParser parser) {
    this.parser = parser;
    this.rewrite = new MatchRewrite(parser.text, parser.tokens);
  }

  /** Whether the line is a {@code match} with a {@code case} below it. */
  static boolean isMatch(BlockParser parser) {
    if (!parser.name().equals("match")) {
      return false;
    }
    int at = parser.pos + 1;
    while (parser.kinds[at] != Token.NEWLINE && parser.kinds[at] != Token.END) {
      at++;
    }
    return at > parser.pos + 2
        && parser.kinds[at - 1] == Token.COLON
        && parser.kinds[at] == Token.NEWLINE
        && parser.kinds[at + 1] == Token.INDENT
        && parser.kinds[at + 2] == Token.NAME
        && parser.tokens.names.name(parser.tokens.values[at + 2]).equals("case");
  }

  Stmt read() {
    int from = parser.start();
    int at = parser.problems.size();
    parser.advance();
    Expr subject = parser.starredList();
    parser.openStars.clear();
    parser.starDisplays.clear();
    while (!parser.atLineEnd()) {
      parser.advance();
    }
    parser.advance();
    parser.advance();
    parser.failed = false;
    List<Stmt.Branch> branches = new ArrayList<>();
    while (parser.kind != Token.DEDENT && parser.kind != Token.END) {
      if (parser.kind == Token.NAME && parser.name().equals("case")) {
        branches.add(branch());
      } else {
        List<Stmt> stray = new ArrayList<>();
        parser.statement(stray);
        rewrite.give();
      }
    }
    int bodyEnd = parser.bodyEnd();
    parser.accept(Token.DEDENT);
    parser.problems.add(
        at,
        new SyntaxProblem(
            new dev.esp32sockets.text.Span(from, from + "match".length()),
            SyntaxProblem.Kind.DIALECT,
            "`match` does not exist in MicroPython; use `if` and `elif`",
            Releases.ALL,
            rewrite.fix(from, subject, bodyEnd)));
    return new Stmt.If(parser.nextId++, from, bodyEnd, branches, List.of());
  }

  private Stmt.Branch branch() {
    int from = parser.start();
    int casePos = parser.pos;
    parser.advance();
    int end = parser.pos;
    while (parser.kinds[end] != Token.NEWLINE
        && parser.kinds[end] != Token.END
        && !(parser.kinds[end] == Token.COLON && isBlockColon(end))) {
      end++;
    }
    rewrite.addCase(casePos, end);
    while (parser.pos < end) {
      parser.advance();
    }
    Expr test =
        new Expr.ErrorExpr(parser.nextId++, from, Math.max(from, parser.lastEnd()), List.of());
    List<Stmt> body = parser.suite("expected `:` after the pattern");
    return new Stmt.Branch(parser.nextId++, from, parser.bodyEnd(), test, body);
  }

  /** A colon outside brackets ends the pattern. */
  private boolean isBlockColon(int colon) {
    int depth = 0;
    for (int at = parser.pos; at < colon; at++) {
      int kind = parser.kinds[at];
      if (kind >= Token.LPAREN && kind <= Token.RBRACE) {
        depth += (kind & 1) == 0 ? 1 : -1;
      }
    }
    return depth == 0;
  }
}
