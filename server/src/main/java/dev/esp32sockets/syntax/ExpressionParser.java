package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads operators, attributes, subscripts, calls and lambdas. */
abstract class ExpressionParser extends AtomParser {
  /** Names that {@code X = const(...)} turned into values for the rest of the file. */
  final Map<String, Integer> constants = new HashMap<>(4);

  ExpressionParser(String text, Tokenizer tokens) {
    super(text, tokens);
  }

  @Override
  final boolean isConst(Expr.Name name) {
    return !constants.isEmpty() && constants.containsKey(name.name);
  }

  @Override
  final Expr test() {
    if (!enter()) {
      return skipTooDeep();
    }
    Expr result = kind == Token.KW_LAMBDA ? lambda() : conditional();
    leave();
    return result;
  }

  private Expr conditional() {
    int from = start();
    Expr body = binary(Token.PREC_OR);
    if (kind != Token.KW_IF) {
      return body;
    }
    int highest = height;
    advance();
    Expr test = binary(Token.PREC_OR);
    highest = Math.max(highest, height);
    if (!accept(Token.KW_ELSE)) {
      unexpected("expected `else` after the condition");
      return grown(new Expr.ErrorExpr(nextId++, from, lastEnd(), List.of(body, test)), highest);
    }
    Expr orElse = test();
    highest = Math.max(highest, height);
    return grown(new Expr.Conditional(nextId++, from, lastEnd(), test, body, orElse), highest);
  }

  @Override
  final Expr testWithoutCondition() {
    return kind == Token.KW_LAMBDA ? test() : binary(Token.PREC_OR);
  }

  @Override
  final Expr binary(int minPrecedence) {
    if (!enter()) {
      return skipTooDeep();
    }
    Expr result = climb(minPrecedence);
    leave();
    return result;
  }

  private Expr climb(int minPrecedence) {
    int from = start();
    Expr left = operand(minPrecedence);
    while (true) {
      int precedence = Token.PRECEDENCE[kind];
      if (precedence == 0 || precedence < minPrecedence) {
        return left;
      }
      if (precedence > Token.PREC_COMPARE) {
        left = arithmetic(from, left, precedence);
      } else if (precedence == Token.PREC_COMPARE) {
        if (kind == Token.KW_NOT && peek() != Token.KW_IN) {
          return left;
        }
        left = comparison(from, left);
      } else {
        left = boolOp(from, left, precedence);
      }
    }
  }

  private Expr arithmetic(int from, Expr left, int precedence) {
    Operator operator = Token.operator(kind);
    int highest = height;
    advance();
    Expr right = binary(precedence + 1);
    return grown(
        new Expr.Binary(nextId++, from, lastEnd(), operator, left, right),
        Math.max(highest, height));
  }

  private Expr boolOp(int from, Expr first, int precedence) {
    int word = kind;
    int mark = mark();
    int highest = height;
    int outerDead = dead;
    int deciding = word == Token.KW_OR ? 1 : 0;
    Expr last = first;
    push(first);
    while (accept(word)) {
      // The compiler drops what stands behind a constant that decides the whole.
      dead += ConstantFolder.truth(last) == deciding ? 1 : 0;
      last = binary(precedence + 1);
      push(last);
      highest = Math.max(highest, height);
    }
    dead = outerDead;
    Operator operator = word == Token.KW_OR ? Operator.OR : Operator.AND;
    return grown(new Expr.BoolOp(nextId++, from, lastEnd(), operator, since(mark)), highest);
  }

  private Expr comparison(int from, Expr first) {
    if (kind == Token.GREATER || kind == Token.LESS) {
      Faults.noteOldNotEqual(this);
    }
    Operator operator = comparisonOperator();
    int highest = height;
    Expr second = binary(Token.PREC_BIT_OR);
    highest = Math.max(highest, height);
    if (Token.PRECEDENCE[kind] != Token.PREC_COMPARE) {
      return grown(
          new Expr.Compare(nextId++, from, lastEnd(), List.of(first, second), List.of(operator)),
          highest);
    }
    return chain(from, first, operator, second, highest);
  }

  private Expr chain(int from, Expr first, Operator operator, Expr second, int height) {
    int highest = height;
    java.util.ArrayList<Expr> operands = new java.util.ArrayList<>(List.of(first, second));
    java.util.ArrayList<Operator> operators = new java.util.ArrayList<>(List.of(operator));
    while (Token.PRECEDENCE[kind] == Token.PREC_COMPARE
        && (kind != Token.KW_NOT || peek() == Token.KW_IN)) {
      operators.add(comparisonOperator());
      operands.add(binary(Token.PREC_BIT_OR));
      highest = Math.max(highest, this.height);
    }
    return grown(new Expr.Compare(nextId++, from, lastEnd(), operands, operators), highest);
  }

  private Operator comparisonOperator() {
    int word = kind;
    advance();
    if (word == Token.KW_NOT) {
      advance();
      return Operator.NOT_IN;
    }
    if (word == Token.KW_IS && accept(Token.KW_NOT)) {
      return Operator.IS_NOT;
    }
    return Token.operator(word);
  }

  private Expr operand(int minPrecedence) {
    if (kind == Token.NAME) {
      return power();
    }
    if (kind == Token.KW_NOT && minPrecedence <= Token.PREC_COMPARE) {
      return unary(Operator.NOT);
    }
    return factor();
  }

  private Expr factor() {
    return switch (kind) {
      case Token.MINUS -> unary(Operator.SUBTRACT);
      case Token.PLUS -> unary(Operator.ADD);
      case Token.TILDE -> unary(Operator.INVERT);
      default -> power();
    };
  }

  private Expr unary(Operator operator) {
    if (!enter()) {
      return skipTooDeep();
    }
    int from = start();
    advance();
    Expr operand = operator == Operator.NOT ? binary(Token.PREC_COMPARE) : factor();
    leave();
    return grown(new Expr.Unary(nextId++, from, lastEnd(), operator, operand), height);
  }

  private Expr power() {
    int from = start();
    Expr base = primary();
    if (kind != Token.DOUBLE_STAR) {
      return base;
    }
    if (!enter()) {
      return skipTooDeep();
    }
    int highest = height;
    advance();
    Expr exponent = factor();
    leave();
    return grown(
        new Expr.Binary(nextId++, from, lastEnd(), Operator.POWER, base, exponent),
        Math.max(highest, height));
  }

  private Expr primary() {
    int from = start();
    if (kind != Token.KW_AWAIT) {
      return trailers(from, atom());
    }
    advance();
    suspend(from);
    Expr operand = trailers(start(), atom());
    return grown(new Expr.Await(nextId++, from, lastEnd(), operand), height);
  }

  private Expr trailers(int from, Expr atom) {
    Expr left = atom;
    while (true) {
      switch (kind) {
        case Token.DOT -> left = attribute(from, left);
        case Token.LPAREN -> left = new CallReader(this).read(from, left);
        case Token.LBRACKET -> left = subscript(from, left);
        default -> {
          return left;
        }
      }
    }
  }

  private Expr attribute(int from, Expr value) {
    int dotEnd = end();
    advance();
    String name = "";
    int nameStart = dotEnd;
    if (kind == Token.NAME) {
      nameStart = start();
      name = name();
      checkNameLength(nameStart);
      advance();
    } else if (Token.isKeyword(kind) && start() == dotEnd) {
      syntaxError(start(), end(), "`" + name() + "` is a keyword, so it cannot be an attribute");
      nameStart = start();
      name = name();
      advance();
    } else {
      unexpected("expected a name after `.`");
    }
    return grown(new Expr.Attribute(nextId++, from, lastEnd(), value, name, nameStart), height);
  }

  private Expr subscript(int from, Expr value) {
    int open = pos;
    int highest = height;
    advance();
    int itemsFrom = start();
    Expr index = subscriptItem();
    highest = Math.max(highest, height);
    if (kind == Token.COMMA) {
      int mark = mark();
      push(index);
      while (accept(Token.COMMA) && kind != Token.RBRACKET && !atLineEnd()) {
        push(subscriptItem());
        highest = Math.max(highest, height);
      }
      index = new Expr.TupleExpr(nextId++, itemsFrom, lastEnd(), since(mark), false);
      highest++;
    }
    close(open, Token.RBRACKET);
    return grown(new Expr.Subscript(nextId++, from, lastEnd(), value, index), highest);
  }

  private Expr subscriptItem() {
    int from = start();
    if (kind == Token.STAR) {
      dialect(from, end(), "`*` in a subscript does not exist in MicroPython", Releases.ALL, null);
      advance();
      Expr value = binary(Token.PREC_BIT_OR);
      return grown(new Expr.Starred(nextId++, from, lastEnd(), value), height);
    }
    Expr lower = null;
    int highest = 0;
    if (kind != Token.COLON) {
      lower = test();
      if (kind == Token.WALRUS) {
        dialect(
            start(),
            end(),
            "`:=` in a subscript needs parentheses in MicroPython",
            Releases.ALL,
            null);
        lower = walrus(from, lower);
      }
      if (kind != Token.COLON) {
        return lower;
      }
      highest = height;
    }
    return slice(from, lower, highest);
  }

  private Expr slice(int from, @org.jspecify.annotations.Nullable Expr lower, int lowerHeight) {
    int highest = lowerHeight;
    Expr upper = null;
    Expr step = null;
    advance();
    if (startsExpression()) {
      upper = test();
      highest = Math.max(highest, height);
    }
    if (accept(Token.COLON) && startsExpression()) {
      step = test();
      highest = Math.max(highest, height);
    }
    return grown(new Expr.Slice(nextId++, from, lastEnd(), lower, upper, step), highest);
  }

  private Expr lambda() {
    int from = start();
    advance();
    FunctionContext inner = new FunctionContext(FunctionContext.LAMBDA, context);
    List<Expr.Parameter> parameters = new ParameterReader(this, inner, Token.COLON, false).read();
    int highest = height;
    expect(Token.COLON, "expected `:` after the parameters of the lambda");
    int suspended = suspensions();
    FunctionContext outer = context;
    context = inner;
    Expr body = test();
    context = outer;
    forgetSuspensions(suspended);
    return grown(
        new Expr.Lambda(nextId++, from, lastEnd(), parameters, body), Math.max(highest, height));
  }

  @Override
  final Expr testList(String statement) {
    int from = start();
    Expr first = testListItem(statement);
    if (kind != Token.COMMA) {
      return first;
    }
    int mark = mark();
    int highest = height;
    push(first);
    while (accept(Token.COMMA) && startsExpression()) {
      push(testListItem(statement));
      highest = Math.max(highest, height);
    }
    return grown(new Expr.TupleExpr(nextId++, from, lastEnd(), since(mark), false), highest);
  }

  private Expr testListItem(String statement) {
    if (kind != Token.STAR) {
      return test();
    }
    int from = start();
    dialect(
        from,
        end(),
        "`*` after `" + statement + "` does not exist in MicroPython; build a tuple first",
        Releases.ALL,
        null);
    advance();
    Expr value = binary(Token.PREC_BIT_OR);
    return grown(new Expr.Starred(nextId++, from, lastEnd(), value), height);
  }

  /** The targets of {@code for} and {@code del}: their operators bind tighter than {@code in}. */
  final Expr expressionList() {
    int from = start();
    Expr first = kind == Token.STAR ? starred() : binary(Token.PREC_BIT_OR);
    if (kind != Token.COMMA) {
      return first;
    }
    int mark = mark();
    int highest = height;
    push(first);
    while (accept(Token.COMMA) && startsExpression()) {
      push(kind == Token.STAR ? starred() : binary(Token.PREC_BIT_OR));
      highest = Math.max(highest, height);
    }
    return grown(new Expr.TupleExpr(nextId++, from, lastEnd(), since(mark), false), highest);
  }

  @Override
  final Expr targetList() {
    Expr target = expressionList();
    int reached = height;
    Targets.check(this, target);
    height = reached;
    return target;
  }
}
