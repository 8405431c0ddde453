package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one dictionary, set, or comprehension in braces. */
final class BraceReader {
  private final AtomParser parser;
  private final int open;
  private final int from;
  private final List<@Nullable Expr> keys = new ArrayList<>();
  private final List<Expr> values = new ArrayList<>();
  private boolean keyed;
  private boolean merged;
  private boolean starred;
  private int highest;

  BraceReader(AtomParser parser, int open, int from) {
    this.parser = parser;
    this.open = open;
    this.from = from;
  }

  Expr read() {
    int suspended = parser.suspensions();
    item(true);
    if (parser.kind == Token.KW_FOR || parser.kind == Token.KW_ASYNC) {
      return comprehension(suspended);
    }
    while (parser.accept(Token.COMMA) && parser.kind != Token.RBRACE && !parser.atLineEnd()) {
      item(false);
    }
    parser.close(open, Token.RBRACE);
    int end = parser.lastEnd();
    if (merged) {
      reportMerge(end);
    } else if (starred) {
      parser.dialect(
          from, end, "`{*x}` does not exist in MicroPython; use `set(x)`", Releases.ALL, null);
    }
    Expr node =
        keyed
            ? new Expr.DictExpr(parser.nextId++, from, end, keys, values)
            : new Expr.SetExpr(parser.nextId++, from, end, values);
    return parser.grown(node, highest);
  }

  private Expr comprehension(int suspended) {
    List<Expr.Clause> clauses = parser.clauses(suspended);
    highest = Math.max(highest, parser.height);
    parser.close(open, Token.RBRACE);
    Expr element = values.get(0);
    return keyed
        ? parser.comprehension(
            Expr.ComprehensionKind.DICT, from, keys.get(0), element, clauses, highest)
        : parser.comprehension(Expr.ComprehensionKind.SET, from, null, element, clauses, highest);
  }

  private void item(boolean first) {
    int start = parser.start();
    if (parser.accept(Token.DOUBLE_STAR)) {
      merged = true;
      keyed = keyed || first;
      keys.add(null);
      values.add(parser.binary(Token.PREC_BIT_OR));
      highest = Math.max(highest, parser.height);
      return;
    }
    if (parser.accept(Token.STAR)) {
      starred = true;
      Expr value = parser.binary(Token.PREC_BIT_OR);
      values.add(new Expr.Starred(parser.nextId++, start, parser.lastEnd(), value));
      highest = Math.max(highest, parser.height + 1);
      return;
    }
    Expr value = parser.test();
    highest = Math.max(highest, parser.height);
    if (parser.kind == Token.WALRUS) {
      parser.dialect(
          parser.start(),
          parser.end(),
          "`:=` needs parentheses around it here",
          Releases.ALL,
          null);
      value = parser.walrus(start, value);
    }
    colon(first, start, value);
  }

  private void colon(boolean first, int start, Expr keyOrValue) {
    boolean hasValue = parser.accept(Token.COLON);
    if (first) {
      keyed = hasValue;
    } else if (keyed != hasValue) {
      String message =
          keyed ? "a dictionary entry needs `key: value`" : "a set takes values only, no `:`";
      parser.compileError(start, parser.lastEnd(), message);
    }
    if (!hasValue) {
      values.add(keyOrValue);
      if (keyed) {
        keys.add(keyOrValue);
      }
      return;
    }
    keys.add(keyOrValue);
    values.add(parser.test());
    highest = Math.max(highest, parser.height);
  }

  private void reportMerge(int end) {
    parser.dialect(
        from,
        end,
        "`{**a}` does not exist in MicroPython; copy one and `update()` it",
        Releases.ALL,
        null);
  }
}
