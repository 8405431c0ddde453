package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one {@code with}. */
final class WithReader {
  private final BlockParser parser;

  WithReader(BlockParser parser) {
    this.parser = parser;
  }

  Stmt read(int from, boolean async) {
    parser.advance();
    int close = parenthesised();
    List<Stmt.WithItem> items;
    if (close > 0) {
      int open = parser.start();
      int openToken = parser.pos;
      parser.advance();
      items = items(Token.RPAREN);
      int end = parser.start();
      parser.close(openToken, Token.RPAREN);
      parser.dialect(
          open,
          open + 1,
          "parentheses around `as` in a `with` do not exist in MicroPython",
          Releases.ALL,
          withoutParentheses(open, end, items));
    } else {
      items = items(Token.COLON);
    }
    List<Stmt> body = parser.suite("expected `:` at the end of this line");
    return new Stmt.With(parser.nextId++, from, parser.bodyEnd(), async, items, body);
  }

  private List<Stmt.WithItem> items(int closing) {
    int mark = parser.mark();
    do {
      if (parser.kind == closing && parser.mark() > mark && closing == Token.RPAREN) {
        break;
      }
      parser.push(item());
    } while (parser.accept(Token.COMMA));
    return parser.since(mark);
  }

  private Stmt.WithItem item() {
    int from = parser.start();
    Expr value = parser.test();
    Expr target = null;
    if (parser.accept(Token.KW_AS)) {
      target = parser.binary(Token.PREC_BIT_OR);
      Targets.check(parser, target);
    }
    return new Stmt.WithItem(parser.nextId++, from, parser.lastEnd(), value, target);
  }

  /** The closing token when parentheses hold all items and an {@code as} stands inside, else -1. */
  private int parenthesised() {
    if (parser.kind != Token.LPAREN) {
      return -1;
    }
    int depth = 0;
    boolean named = false;
    for (int at = parser.pos; at < parser.tokens.count; at++) {
      int kind = parser.kinds[at];
      if (kind >= Token.LPAREN && kind <= Token.RBRACE) {
        depth += (kind & 1) == 0 ? 1 : -1;
        if (depth == 0) {
          return named && parser.kinds[at + 1] == Token.COLON ? at : -1;
        }
      } else if (kind == Token.KW_AS && depth == 1) {
        named = true;
      } else if (kind == Token.NEWLINE || kind == Token.END) {
        return -1;
      }
    }
    return -1;
  }

  private SyntaxProblem.@Nullable Fix withoutParentheses(
      int open, int close, List<Stmt.WithItem> items) {
    if (parser.text.substring(open, close).indexOf('#') >= 0 || items.isEmpty()) {
      return null;
    }
    StringBuilder into = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      Stmt.WithItem item = items.get(i);
      into.append(i == 0 ? "" : ", ").append(parser.text, item.start, item.end);
    }
    return Rewrites.replace(open, close + 1, into.toString(), "Remove the parentheses");
  }
}
