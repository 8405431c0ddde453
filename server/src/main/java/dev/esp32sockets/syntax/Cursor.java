package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state that all parts of the parser share: the place in the tokens, the problems found, the
 * depth reached.
 *
 * <p>A statement that was found wrong once stays quiet until its end, so that one fault gives one
 * problem.
 */
abstract class Cursor {
  /** Nested brackets count twice, braces and clauses more, operators and blocks once. */
  private static final int MAX_DEPTH = 400;

  /** The longest way from an expression to its innermost part. */
  private static final int MAX_HEIGHT = 1000;

  final String text;
  final Tokenizer tokens;
  final List<SyntaxProblem> problems = new ArrayList<>();
  byte[] kinds;
  int pos;
  int kind;
  int nextId;

  /** Set from the first problem of a statement on. */
  boolean failed;

  /** Above zero inside code that the compiler leaves out, such as the body of {@code if False:}. */
  int dead;

  /** Above zero inside annotations, which the compiler throws away unread. */
  int annotation;

  /** The height of the expression that was read last. */
  int height;

  FunctionContext context = new FunctionContext(FunctionContext.MODULE, null);

  private int depth;
  private boolean tooDeep;
  private Object[] stack = new Object[64];
  private int stackSize;

  Cursor(String text, Tokenizer tokens) {
    this.text = text;
    this.tokens = tokens;
    this.kinds = tokens.kinds;
    this.kind = kinds[0];
  }

  final void advance() {
    kind = kinds[++pos];
  }

  final void jump(int to) {
    kinds = tokens.kinds;
    pos = to;
    kind = kinds[to];
  }

  final int peek() {
    return kind == Token.END ? Token.END : kinds[pos + 1];
  }

  final int start() {
    return tokens.starts[pos];
  }

  final int end() {
    return tokens.ends[pos];
  }

  /** The end of the token before the current one. */
  final int lastEnd() {
    return pos == 0 ? 0 : tokens.ends[pos - 1];
  }

  final String name() {
    return tokens.names.name(tokens.values[pos]);
  }

  final boolean accept(int wanted) {
    if (kind != wanted) {
      return false;
    }
    advance();
    return true;
  }

  /** Moves over the kind or reports that it is missing. */
  final boolean expect(int wanted, String message) {
    if (kind == wanted) {
      advance();
      return true;
    }
    unexpected(message);
    return false;
  }

  /** Reports that the current token cannot stand here. */
  final void unexpected(String message) {
    if (failed) {
      return;
    }
    Faults.report(this, message);
    failed = true;
  }

  /** Reports a fault that every Python has. */
  final void syntaxError(int start, int end, String message) {
    if (!failed) {
      failed = true;
      add(start, end, SyntaxProblem.Kind.SYNTAX, message, Releases.ALL, null);
    }
  }

  /** Reports what the compiler of MicroPython refuses although the grammar allows it. */
  final void compileError(int start, int end, String message) {
    if (!failed && dead == 0 && annotation == 0) {
      failed = true;
      add(start, end, SyntaxProblem.Kind.SYNTAX, message, Releases.ALL, null);
    }
  }

  /** Reports what CPython accepts and the compiler of some releases refuses. */
  final void compileDialect(int start, int end, String message, Releases rejectedBy) {
    if (!failed && dead == 0 && annotation == 0) {
      dialect(start, end, message, rejectedBy, null);
    }
  }

  /** Reports what CPython accepts and the grammar of some releases does not know. */
  final void dialect(
      int start, int end, String message, Releases rejectedBy, SyntaxProblem.@Nullable Fix fix) {
    if (!failed) {
      add(start, end, SyntaxProblem.Kind.DIALECT, message, rejectedBy, fix);
    }
  }

  final void add(
      int start,
      int end,
      SyntaxProblem.Kind problemKind,
      String message,
      Releases rejectedBy,
      SyntaxProblem.@Nullable Fix fix) {
    problems.add(new SyntaxProblem(new Span(start, end), problemKind, message, rejectedBy, fix));
  }

  /**
   * Enters one more level; false, after one problem for the whole file, when there are too many.
   */
  final boolean enter() {
    if (depth >= MAX_DEPTH) {
      reportDepth(start());
      return false;
    }
    depth++;
    return true;
  }

  final void leave() {
    depth--;
  }

  /** Notes that the level that was entered last takes much more of the stack than others do. */
  final void weigh(int more) {
    depth += more;
  }

  private void reportDepth(int at) {
    failed = true;
    if (!tooDeep) {
      tooDeep = true;
      add(
          at,
          Math.min(at + 1, text.length()),
          SyntaxProblem.Kind.TOO_DEEP,
          "code is nested too deeply here; split it into smaller parts",
          Releases.ALL,
          null);
    }
  }

  /** Notes that a node was built over children of the given height. */
  final Expr grown(Expr node, int childHeight) {
    if (childHeight >= MAX_HEIGHT) {
      reportDepth(node.start);
      height = 1;
      return new Expr.ErrorExpr(node.id, node.start, node.end, List.of());
    }
    height = childHeight + 1;
    return node;
  }

  /** Skips to the end of the bracket or statement that became too deep. */
  final Expr skipTooDeep() {
    int from = start();
    int open = 0;
    while (kind != Token.END && kind != Token.NEWLINE) {
      if (kind >= Token.LPAREN && kind <= Token.RBRACE) {
        boolean opens = (kind & 1) == 0;
        if (!opens && open == 0) {
          break;
        }
        open += opens ? 1 : -1;
      }
      advance();
    }
    return errorExpr(from);
  }

  final Expr errorExpr(int from) {
    height = 1;
    return new Expr.ErrorExpr(nextId++, from, Math.max(from, lastEnd()), List.of());
  }

  final void push(@Nullable Object item) {
    if (stackSize == stack.length) {
      stack = Arrays.copyOf(stack, stackSize * 2);
    }
    stack[stackSize++] = item;
  }

  final int mark() {
    return stackSize;
  }

  /** Takes what was pushed since the mark. */
  @SuppressWarnings("unchecked")
  final <T> List<T> since(int mark) {
    if (mark == stackSize) {
      return List.of();
    }
    Object[] taken = Arrays.copyOfRange(stack, mark, stackSize);
    Arrays.fill(stack, mark, stackSize, null);
    stackSize = mark;
    return (List<T>) Arrays.asList(taken);
  }
}
