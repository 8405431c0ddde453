package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads names, literals, displays and comprehensions. */
abstract class AtomParser extends YieldParser {
  /** Stars that are wrong unless an assignment turns out to take them. */
  final List<Expr.Starred> openStars = new ArrayList<>();

  /** The ids of the stars that an assignment took. */
  final BitSet takenStars = new BitSet();

  /** The display around each open star, null where there is none. */
  final List<@Nullable Expr> starDisplays = new ArrayList<>();

  /** Whether something was seen whose check needs a look at all scopes. */
  boolean declares;

  AtomParser(String text, Tokenizer tokens) {
    super(text, tokens);
  }

  /** An expression whose loosest operator binds at least so tightly. */
  abstract Expr binary(int minPrecedence);

  /** Like {@link #test}, without a condition at its outermost level. */
  abstract Expr testWithoutCondition();

  final Expr atom() {
    int from = start();
    height = 1;
    switch (kind) {
      case Token.NAME -> {
        Expr name = new Expr.Name(nextId++, from, end(), name());
        checkNameLength(from);
        advance();
        return name;
      }
      case Token.INTEGER, Token.FLOAT -> {
        return Numbers.read(this);
      }
      case Token.STRING, Token.OPEN_STRING -> {
        return Literals.read(this);
      }
      case Token.LPAREN -> {
        return parenthesis();
      }
      case Token.LBRACKET -> {
        return bracket();
      }
      case Token.LBRACE -> {
        return brace();
      }
      default -> {
        return constant(from);
      }
    }
  }

  private Expr constant(int from) {
    Expr.ConstantKind found;
    switch (kind) {
      case Token.KW_NONE -> found = Expr.ConstantKind.NONE;
      case Token.KW_TRUE, Token.KW_DEBUG -> found = Expr.ConstantKind.TRUE;
      case Token.KW_FALSE -> found = Expr.ConstantKind.FALSE;
      case Token.ELLIPSIS -> found = Expr.ConstantKind.ELLIPSIS;
      default -> {
        unexpected("an expression is missing here");
        return errorExpr(from);
      }
    }
    advance();
    return new Expr.Constant(nextId++, from, lastEnd(), found);
  }

  /** The compiler keeps the length of a name in one byte. */
  final void checkNameLength(int from) {
    if (end() - from > 60 && Faults.utf8Length(text, from, end()) > 255) {
      dialect(from, end(), "this name is longer than 255 bytes", Releases.ALL, null);
    }
  }

  /** An expression, {@code name := value}, or {@code *value} where an assignment may follow. */
  final Expr namedOrStarred() {
    return kind == Token.STAR ? starred() : namedTest();
  }

  final Expr namedTest() {
    int from = start();
    Expr value = test();
    return kind == Token.WALRUS ? walrus(from, value) : value;
  }

  /** The rest of {@code name := value}, at its operator. */
  final Expr walrus(int from, Expr target) {
    int operator = start();
    int operatorEnd = end();
    advance();
    declares = true;
    int targetHeight = height;
    Expr value = test();
    if (target instanceof Expr.Name name && !isConst(name)) {
      dialect(operator, operatorEnd, "`:=` is new in MicroPython 1.13", Releases.until(12), null);
      return grown(
          new Expr.NamedExpr(nextId++, from, lastEnd(), name, value),
          Math.max(height, targetHeight));
    }
    compileError(target.start, target.end, "`:=` needs a plain name on its left");
    return grown(
        new Expr.ErrorExpr(nextId++, from, lastEnd(), List.of(target, value)),
        Math.max(height, targetHeight));
  }

  /** Whether the compiler replaced the name by the value of a {@code const()}. */
  abstract boolean isConst(Expr.Name name);

  final Expr starred() {
    int from = start();
    advance();
    Expr value = binary(Token.PREC_BIT_OR);
    Expr.Starred star = new Expr.Starred(nextId++, from, lastEnd(), value);
    if (annotation == 0) {
      openStars.add(star);
      starDisplays.add(null);
    }
    return grown(star, height);
  }

  private void nameStarDisplay(int from, Expr display) {
    for (int i = from; i < openStars.size(); i++) {
      if (starDisplays.get(i) == null) {
        starDisplays.set(i, display);
      }
    }
  }

  private Expr parenthesis() {
    int open = pos;
    int from = start();
    advance();
    if (accept(Token.RPAREN)) {
      return new Expr.TupleExpr(nextId++, from, lastEnd(), List.of(), true);
    }
    int suspended = suspensions();
    int stars = openStars.size();
    Expr first = kind == Token.KW_YIELD ? yieldExpr() : namedOrStarred();
    int highest = height;
    if (kind == Token.KW_FOR || kind == Token.KW_ASYNC) {
      List<Expr.Clause> clauses = clauses(suspended);
      highest = Math.max(highest, height);
      close(open, Token.RPAREN);
      return comprehension(Expr.ComprehensionKind.GENERATOR, from, null, first, clauses, highest);
    }
    if (kind != Token.COMMA) {
      close(open, Token.RPAREN);
      height = highest;
      return first;
    }
    List<Expr> items = rest(first, Token.RPAREN);
    highest = height;
    close(open, Token.RPAREN);
    Expr tuple = new Expr.TupleExpr(nextId++, from, lastEnd(), items, true);
    nameStarDisplay(stars, tuple);
    return grown(tuple, highest);
  }

  /** The items of a display from the comma after the first one on. */
  private List<Expr> rest(Expr first, int closing) {
    int mark = mark();
    int highest = height;
    push(first);
    while (accept(Token.COMMA) && kind != closing && !atLineEnd()) {
      push(namedOrStarred());
      highest = Math.max(highest, height);
    }
    height = highest;
    return since(mark);
  }

  final boolean atLineEnd() {
    return kind == Token.NEWLINE || kind == Token.END;
  }

  private Expr bracket() {
    int open = pos;
    int from = start();
    advance();
    if (accept(Token.RBRACKET)) {
      return new Expr.ListExpr(nextId++, from, lastEnd(), List.of());
    }
    int suspended = suspensions();
    int stars = openStars.size();
    Expr first = namedOrStarred();
    int highest = height;
    if (kind == Token.KW_FOR || kind == Token.KW_ASYNC) {
      List<Expr.Clause> clauses = clauses(suspended);
      highest = Math.max(highest, height);
      close(open, Token.RBRACKET);
      return comprehension(Expr.ComprehensionKind.LIST, from, null, first, clauses, highest);
    }
    List<Expr> items = rest(first, Token.RBRACKET);
    highest = height;
    close(open, Token.RBRACKET);
    Expr list = new Expr.ListExpr(nextId++, from, lastEnd(), items);
    nameStarDisplay(stars, list);
    return grown(list, highest);
  }

  private Expr brace() {
    int open = pos;
    int from = start();
    advance();
    if (accept(Token.RBRACE)) {
      return new Expr.DictExpr(nextId++, from, lastEnd(), Arrays.asList(), List.of());
    }
    if (!enter()) {
      return skipTooDeep();
    }
    weigh(1);
    Expr read = new BraceReader(this, open, from).read();
    weigh(-1);
    leave();
    return read;
  }

  final Expr comprehension(
      Expr.ComprehensionKind what,
      int from,
      @Nullable Expr key,
      Expr element,
      List<Expr.Clause> clauses,
      int highest) {
    return grown(
        new Expr.Comprehension(nextId++, from, lastEnd(), what, key, element, clauses), highest);
  }

  /**
   * The clauses of a comprehension, from its first {@code for} on.
   *
   * @param suspended how many yields and awaits there were before its element
   */
  final List<Expr.Clause> clauses(int suspended) {
    reportSuspensions(suspended);
    int mark = mark();
    int highest = 0;
    FunctionContext outer = context;
    FunctionContext inner = new FunctionContext(FunctionContext.COMPREHENSION, outer);
    boolean first = true;
    weigh(1);
    while (kind == Token.KW_FOR || kind == Token.KW_ASYNC || (kind == Token.KW_IF && !first)) {
      push(kind == Token.KW_IF ? condition(inner) : loop(first ? outer : inner, inner));
      context = outer;
      highest = Math.max(highest, height);
      first = false;
      if (failed && kind != Token.KW_FOR && kind != Token.KW_IF) {
        break;
      }
    }
    weigh(-1);
    height = highest;
    return since(mark);
  }

  private Expr.Clause condition(FunctionContext inner) {
    int from = start();
    advance();
    context = inner;
    Expr test = testWithoutCondition();
    return new Expr.Clause(nextId++, from, lastEnd(), null, test);
  }

  private Expr.Clause loop(FunctionContext iterableContext, FunctionContext inner) {
    int from = start();
    if (accept(Token.KW_ASYNC)) {
      dialect(
          from,
          from + "async".length(),
          "`async for` cannot stand in a comprehension; use a loop",
          Releases.ALL,
          null);
    }
    expect(Token.KW_FOR, "expected `for` here");
    context = inner;
    Expr target = targetList();
    int highest = height;
    expect(Token.KW_IN, "expected `in` after the names of this `for`");
    context = iterableContext;
    Expr iterable = binary(Token.PREC_OR);
    height = Math.max(height, highest);
    return new Expr.Clause(nextId++, from, lastEnd(), target, iterable);
  }

  /** The target of a loop, checked. */
  abstract Expr targetList();

  /** Moves over the closing bracket, or reports it missing and skips to where it stands. */
  final void close(int openToken, int closing) {
    if (kind == closing) {
      advance();
      return;
    }
    if (!failed) {
      Faults.unclosed(this, openToken, closing);
      failed = true;
    }
    int open = 0;
    while (!atLineEnd()) {
      if (kind >= Token.LPAREN && kind <= Token.RBRACE) {
        if ((kind & 1) == 0) {
          open++;
        } else if (open-- == 0) {
          if (kind == closing) {
            advance();
          }
          return;
        }
      }
      advance();
    }
  }
}
