package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.List;

/** Reads blocks and the statements that hold them. */
final class BlockParser extends StatementParser {
  BlockParser(String text, Tokenizer tokens) {
    super(text, tokens);
  }

  List<Stmt> file() {
    List<Stmt> body = new ArrayList<>();
    while (kind != Token.END) {
      block(body);
      accept(Token.DEDENT);
    }
    return body;
  }

  @Override
  void block(List<Stmt> into) {
    while (kind != Token.DEDENT && kind != Token.END) {
      statement(into);
    }
  }

  void statement(List<Stmt> into) {
    switch (kind) {
      case Token.NEWLINE -> advance();
      case Token.INDENT -> straySuite(into);
      case Token.INVALID -> invalid(into);
      case Token.KW_IF -> into.add(ifStatement());
      case Token.KW_WHILE -> into.add(whileStatement());
      case Token.KW_FOR -> into.add(forStatement(start(), false));
      case Token.KW_TRY -> into.add(new TryReader(this).read());
      case Token.KW_WITH -> into.add(new WithReader(this).read(start(), false));
      case Token.KW_DEF, Token.KW_CLASS, Token.AT -> into.add(new DefinitionReader(this).read());
      case Token.KW_ASYNC -> asyncStatement(into);
      case Token.KW_ELSE, Token.KW_ELIF, Token.KW_EXCEPT, Token.KW_FINALLY -> into.add(orphan());
      case Token.NAME -> nameFirst(into);
      default -> simpleLine(into);
    }
  }

  private void nameFirst(List<Stmt> into) {
    if (MatchReader.isMatch(this)) {
      into.add(new MatchReader(this).read());
    } else {
      simpleLine(into);
    }
  }

  private void invalid(List<Stmt> into) {
    if (tokens.values[pos] == Tokenizer.BAD_INDENT) {
      unexpected("");
      failed = false;
      advance();
    } else {
      simpleLine(into);
    }
  }

  private void straySuite(List<Stmt> into) {
    int from = start();
    int to = pos + 1 < tokens.count ? tokens.ends[pos + 1] : from;
    syntaxError(from, Math.max(from, to), "this line is indented more than its block");
    failed = false;
    advance();
    if (enter()) {
      block(into);
      leave();
    } else {
      skipBlock();
    }
    accept(Token.DEDENT);
  }

  private void asyncStatement(List<Stmt> into) {
    int from = start();
    switch (peek()) {
      case Token.KW_DEF -> into.add(new DefinitionReader(this).read());
      case Token.KW_FOR -> {
        checkAsync(from);
        advance();
        into.add(forStatement(from, true));
      }
      case Token.KW_WITH -> {
        checkAsync(from);
        advance();
        into.add(new WithReader(this).read(from, true));
      }
      default -> simpleLine(into);
    }
  }

  private void checkAsync(int from) {
    if (!context.generator) {
      compileDialect(
          from,
          tokens.ends[pos + 1],
          "`" + text.substring(from, tokens.ends[pos + 1]) + "` outside `async def`",
          Releases.since(16));
    }
  }

  /** Reads the colon and the block behind it; the message says what is wrong without a colon. */
  List<Stmt> suite(String missingColon) {
    if (kind == Token.COLON) {
      advance();
    } else {
      missingColon(missingColon);
    }
    forgetSuspensions(0);
    List<Stmt> body = new ArrayList<>(4);
    if (kind != Token.NEWLINE) {
      if (kind == Token.END) {
        return body;
      }
      failed = false;
      simpleLine(body);
      return body;
    }
    int header = lastEnd();
    advance();
    if (kind != Token.INDENT) {
      if (!failed) {
        syntaxError(Math.max(0, header - 1), header, "expected an indented block below this line");
      }
      failed = false;
      return body;
    }
    failed = false;
    advance();
    if (enter()) {
      block(body);
      leave();
    } else {
      skipBlock();
    }
    accept(Token.DEDENT);
    return body;
  }

  private void skipBlock() {
    int open = 0;
    while (kind != Token.END) {
      if (kind == Token.INDENT) {
        open++;
      } else if (kind == Token.DEDENT && open-- == 0) {
        break;
      }
      advance();
    }
    failed = false;
  }

  private void missingColon(String message) {
    if (!failed) {
      if (kind == Token.NEWLINE && peek() == Token.INDENT) {
        int at = lastEnd();
        add(
            Math.max(0, at - 1),
            at,
            SyntaxProblem.Kind.SYNTAX,
            message,
            Releases.ALL,
            Rewrites.insert(at, ":", "Insert `:`"));
      } else {
        Faults.report(this, message);
      }
      failed = true;
    }
    while (!atLineEnd() && !(kind == Token.COLON && peek() == Token.NEWLINE)) {
      advance();
    }
    accept(Token.COLON);
  }

  /** Reads a block that runs under a condition: the compiler leaves it out when that is false. */
  private List<Stmt> branch(String missingColon, boolean isDead) {
    dead += isDead ? 1 : 0;
    List<Stmt> body = suite(missingColon);
    dead -= isDead ? 1 : 0;
    return body;
  }

  private Stmt ifStatement() {
    int from = start();
    List<Stmt.Branch> branches = new ArrayList<>(2);
    boolean rest = false;
    do {
      int start = start();
      advance();
      dead += rest ? 1 : 0;
      Expr test = namedTest();
      int truth = failed ? -1 : ConstantFolder.truth(test);
      List<Stmt> body = branch("expected `:` after the condition", truth == 0);
      dead -= rest ? 1 : 0;
      rest |= truth == 1;
      branches.add(new Stmt.Branch(nextId++, start, bodyEnd(), test, body));
    } while (kind == Token.KW_ELIF);
    List<Stmt> orElse = List.of();
    if (accept(Token.KW_ELSE)) {
      orElse = branch("expected `:` after `else`", rest);
    }
    return new Stmt.If(nextId++, from, bodyEnd(), branches, orElse);
  }

  /** The end of the last token that is no line break. */
  int bodyEnd() {
    int at = pos - 1;
    while (at > 0
        && (kinds[at] == Token.NEWLINE || kinds[at] == Token.DEDENT || kinds[at] == Token.INDENT)) {
      at--;
    }
    return at < 0 ? 0 : tokens.ends[at];
  }

  private Stmt whileStatement() {
    int from = start();
    advance();
    Expr test = namedTest();
    boolean never = !failed && ConstantFolder.truth(test) == 0;
    context.loopDepth++;
    List<Stmt> body = branch("expected `:` after the condition", never);
    context.loopDepth--;
    List<Stmt> orElse = elseSuite();
    return new Stmt.While(nextId++, from, bodyEnd(), test, body, orElse);
  }

  List<Stmt> elseSuite() {
    return accept(Token.KW_ELSE) ? suite("expected `:` after `else`") : List.of();
  }

  private Stmt forStatement(int from, boolean async) {
    advance();
    Expr target = targetList();
    expect(Token.KW_IN, "expected `in` after the names of this `for`");
    Expr iterable = startsExpression() ? testList("in") : missing();
    context.loopDepth++;
    List<Stmt> body = suite("expected `:` at the end of this line");
    context.loopDepth--;
    List<Stmt> orElse = elseSuite();
    return new Stmt.For(nextId++, from, bodyEnd(), async, target, iterable, body, orElse);
  }

  private Expr missing() {
    int from = start();
    unexpected("an expression is missing here");
    return errorExpr(from);
  }

  /** An {@code else} or the like without its beginning: what it holds is kept as a branch. */
  private Stmt orphan() {
    int from = start();
    Hints.noStatement(this);
    failed = true;
    while (!atLineEnd() && !(kind == Token.COLON && peek() == Token.NEWLINE)) {
      advance();
    }
    Expr test = errorExpr(from);
    List<Stmt> body = suite("");
    Stmt.Branch branch = new Stmt.Branch(nextId++, from, bodyEnd(), test, body);
    return new Stmt.If(nextId++, from, bodyEnd(), List.of(branch), List.of());
  }
}
