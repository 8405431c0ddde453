package dev.esp32sockets.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. */
public abstract class Expr extends Node {
  protected Expr(int id, int start, int end) {
    super(id, start, end);
  }

  public abstract <R> R accept(Visitor<R> visitor);

  /** One method a kind. */
  public interface Visitor<R> {
    R visitName(Name node);

    R visitNum(Num node);

    R visitStr(Str node);

    R visitBytes(Bytes node);

    R visitFString(FString node);

    R visitConstant(Constant node);

    R visitTupleExpr(TupleExpr node);

    R visitListExpr(ListExpr node);

    R visitSetExpr(SetExpr node);

    R visitDictExpr(DictExpr node);

    R visitAttribute(Attribute node);

    R visitSubscript(Subscript node);

    R visitSlice(Slice node);

    R visitCall(Call node);

    R visitUnary(Unary node);

    R visitBinary(Binary node);

    R visitBoolOp(BoolOp node);

    R visitCompare(Compare node);

    R visitConditional(Conditional node);

    R visitLambda(Lambda node);

    R visitComprehension(Comprehension node);

    R visitAwait(Await node);

    R visitYield(Yield node);

    R visitNamedExpr(NamedExpr node);

    R visitStarred(Starred node);

    R visitErrorExpr(ErrorExpr node);
  }

  /** A name that is read, written or deleted. */
  public static final class Name extends Expr {
    public final String name;

    public Name(int id, int start, int end, String name) {
      super(id, start, end);
      this.name = name;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitName(this);
    }
  }

  /**
   * An int, float or complex literal; the value is a Long, BigInteger or Double, or null for a
   * complex one.
   */
  public static final class Num extends Expr {
    public final @Nullable Number value;

    public Num(int id, int start, int end, @Nullable Number value) {
      super(id, start, end);
      this.value = value;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNum(this);
    }
  }

  /** One or more adjacent text literals without an f-string: the joined value. */
  public static final class Str extends Expr {
    public final String value;
    public final int parts;

    public Str(int id, int start, int end, String value, int parts) {
      super(id, start, end);
      this.value = value;
      this.parts = parts;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitStr(this);
    }
  }

  /** One or more adjacent bytes literals; each char of the value is one byte (0 to 255). */
  public static final class Bytes extends Expr {
    public final String value;
    public final int parts;

    public Bytes(int id, int start, int end, String value, int parts) {
      super(id, start, end);
      this.value = value;
      this.parts = parts;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBytes(this);
    }
  }

  /**
   * A formatted string, plain neighbours joined to it; the values are the expressions inside
   * braces.
   */
  public static final class FString extends Expr {
    /** Stands in the template for each pair of braces. */
    public static final char HOLE = '\uFFFC';

    public final List<Expr> values;

    /** The constant text, with a {@link #HOLE} for each value. */
    public final String template;

    public final int parts;

    public FString(int id, int start, int end, List<Expr> values, String template, int parts) {
      super(id, start, end);
      this.values = values;
      this.template = template;
      this.parts = parts;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitFString(this);
    }
  }

  /** `None`, `True`, `False` or `...`. */
  public static final class Constant extends Expr {
    public final ConstantKind kind;

    public Constant(int id, int start, int end, ConstantKind kind) {
      super(id, start, end);
      this.kind = kind;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitConstant(this);
    }
  }

  /** A tuple display, with or without parentheses (the span includes them). */
  public static final class TupleExpr extends Expr {
    public final List<Expr> items;
    public final boolean parenthesised;

    public TupleExpr(int id, int start, int end, List<Expr> items, boolean parenthesised) {
      super(id, start, end);
      this.items = items;
      this.parenthesised = parenthesised;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTupleExpr(this);
    }
  }

  /** A list display. */
  public static final class ListExpr extends Expr {
    public final List<Expr> items;

    public ListExpr(int id, int start, int end, List<Expr> items) {
      super(id, start, end);
      this.items = items;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitListExpr(this);
    }
  }

  /** A set display. */
  public static final class SetExpr extends Expr {
    public final List<Expr> items;

    public SetExpr(int id, int start, int end, List<Expr> items) {
      super(id, start, end);
      this.items = items;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetExpr(this);
    }
  }

  /** A dictionary display; a null key marks `**value`. */
  public static final class DictExpr extends Expr {
    public final List<@Nullable Expr> keys;
    public final List<Expr> values;

    public DictExpr(int id, int start, int end, List<@Nullable Expr> keys, List<Expr> values) {
      super(id, start, end);
      this.keys = keys;
      this.values = values;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDictExpr(this);
    }
  }

  /** `value.name`; nameStart is the offset of the name, which may be empty in half-typed code. */
  public static final class Attribute extends Expr {
    public final Expr value;
    public final String name;
    public final int nameStart;

    public Attribute(int id, int start, int end, Expr value, String name, int nameStart) {
      super(id, start, end);
      this.value = value;
      this.name = name;
      this.nameStart = nameStart;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAttribute(this);
    }
  }

  /** `value[index]`. */
  public static final class Subscript extends Expr {
    public final Expr value;
    public final Expr index;

    public Subscript(int id, int start, int end, Expr value, Expr index) {
      super(id, start, end);
      this.value = value;
      this.index = index;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSubscript(this);
    }
  }

  /** `lower:upper:step` inside a subscript. */
  public static final class Slice extends Expr {
    public final @Nullable Expr lower;
    public final @Nullable Expr upper;
    public final @Nullable Expr step;

    public Slice(
        int id,
        int start,
        int end,
        @Nullable Expr lower,
        @Nullable Expr upper,
        @Nullable Expr step) {
      super(id, start, end);
      this.lower = lower;
      this.upper = upper;
      this.step = step;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSlice(this);
    }
  }

  /** A call; open is the offset of its left parenthesis. */
  public static final class Call extends Expr {
    public final Expr function;
    public final List<Argument> arguments;
    public final int open;

    public Call(int id, int start, int end, Expr function, List<Argument> arguments, int open) {
      super(id, start, end);
      this.function = function;
      this.arguments = arguments;
      this.open = open;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCall(this);
    }
  }

  /** `not x`, `-x`, `+x`, `~x`. */
  public static final class Unary extends Expr {
    public final Operator operator;
    public final Expr operand;

    public Unary(int id, int start, int end, Operator operator, Expr operand) {
      super(id, start, end);
      this.operator = operator;
      this.operand = operand;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitUnary(this);
    }
  }

  /** An arithmetic or bit operation. */
  public static final class Binary extends Expr {
    public final Operator operator;
    public final Expr left;
    public final Expr right;

    public Binary(int id, int start, int end, Operator operator, Expr left, Expr right) {
      super(id, start, end);
      this.operator = operator;
      this.left = left;
      this.right = right;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBinary(this);
    }
  }

  /** `a and b and c` or `a or b or c`, as one node. */
  public static final class BoolOp extends Expr {
    public final Operator operator;
    public final List<Expr> operands;

    public BoolOp(int id, int start, int end, Operator operator, List<Expr> operands) {
      super(id, start, end);
      this.operator = operator;
      this.operands = operands;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBoolOp(this);
    }
  }

  /** `a < b < c` as one node: one operator fewer than operands. */
  public static final class Compare extends Expr {
    public final List<Expr> operands;
    public final List<Operator> operators;

    public Compare(int id, int start, int end, List<Expr> operands, List<Operator> operators) {
      super(id, start, end);
      this.operands = operands;
      this.operators = operators;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCompare(this);
    }
  }

  /** `body if test else orElse`. */
  public static final class Conditional extends Expr {
    public final Expr test;
    public final Expr body;
    public final Expr orElse;

    public Conditional(int id, int start, int end, Expr test, Expr body, Expr orElse) {
      super(id, start, end);
      this.test = test;
      this.body = body;
      this.orElse = orElse;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitConditional(this);
    }
  }

  /** A lambda. */
  public static final class Lambda extends Expr {
    public final List<Parameter> parameters;
    public final Expr body;

    public Lambda(int id, int start, int end, List<Parameter> parameters, Expr body) {
      super(id, start, end);
      this.parameters = parameters;
      this.body = body;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitLambda(this);
    }
  }

  /** A list, set, dictionary comprehension or generator; key is set for a dictionary only. */
  public static final class Comprehension extends Expr {
    public final ComprehensionKind kind;
    public final @Nullable Expr key;
    public final Expr element;
    public final List<Clause> clauses;

    public Comprehension(
        int id,
        int start,
        int end,
        ComprehensionKind kind,
        @Nullable Expr key,
        Expr element,
        List<Clause> clauses) {
      super(id, start, end);
      this.kind = kind;
      this.key = key;
      this.element = element;
      this.clauses = clauses;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitComprehension(this);
    }
  }

  /** `await operand`. */
  public static final class Await extends Expr {
    public final Expr operand;

    public Await(int id, int start, int end, Expr operand) {
      super(id, start, end);
      this.operand = operand;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAwait(this);
    }
  }

  /** `yield`, `yield value` or `yield from value`. */
  public static final class Yield extends Expr {
    public final @Nullable Expr value;
    public final boolean from;

    public Yield(int id, int start, int end, @Nullable Expr value, boolean from) {
      super(id, start, end);
      this.value = value;
      this.from = from;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitYield(this);
    }
  }

  /** `name := value`. */
  public static final class NamedExpr extends Expr {
    public final Name target;
    public final Expr value;

    public NamedExpr(int id, int start, int end, Name target, Expr value) {
      super(id, start, end);
      this.target = target;
      this.value = value;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNamedExpr(this);
    }
  }

  /** `*value` as a target or argument. */
  public static final class Starred extends Expr {
    public final Expr value;

    public Starred(int id, int start, int end, Expr value) {
      super(id, start, end);
      this.value = value;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitStarred(this);
    }
  }

  /** What could not be read; children are the expressions recovered inside it. */
  public static final class ErrorExpr extends Expr {
    public final List<Expr> children;

    public ErrorExpr(int id, int start, int end, List<Expr> children) {
      super(id, start, end);
      this.children = children;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitErrorExpr(this);
    }
  }

  /** The keywords that are values. */
  public enum ConstantKind {
    NONE,
    TRUE,
    FALSE,
    ELLIPSIS
  }

  /** What a comprehension makes. */
  public enum ComprehensionKind {
    LIST,
    SET,
    DICT,
    GENERATOR
  }

  /** One argument of a call: plain, `name=value`, `*value` or `**value`. */
  public static final class Argument extends Node {
    public final ArgumentKind kind;
    public final @Nullable String keyword;
    public final Expr value;

    public Argument(
        int id, int start, int end, ArgumentKind kind, @Nullable String keyword, Expr value) {
      super(id, start, end);
      this.kind = kind;
      this.keyword = keyword;
      this.value = value;
    }
  }

  /** How an argument is passed. */
  public enum ArgumentKind {
    POSITIONAL,
    KEYWORD,
    STAR,
    DOUBLE_STAR
  }

  /** `for target in iterable` or `if condition` of a comprehension; an `if` has no target. */
  public static final class Clause extends Node {
    public final @Nullable Expr target;
    public final Expr value;

    public Clause(int id, int start, int end, @Nullable Expr target, Expr value) {
      super(id, start, end);
      this.target = target;
      this.value = value;
    }

    public boolean isFor() {
      return target != null;
    }
  }

  /** A parameter of a function or lambda. A bare `*` is a STAR with an empty name. */
  public static final class Parameter extends Node {
    public final ParameterKind kind;
    public final String name;
    public final @Nullable Expr annotation;
    public final @Nullable Expr defaultValue;

    public Parameter(
        int id,
        int start,
        int end,
        ParameterKind kind,
        String name,
        @Nullable Expr annotation,
        @Nullable Expr defaultValue) {
      super(id, start, end);
      this.kind = kind;
      this.name = name;
      this.annotation = annotation;
      this.defaultValue = defaultValue;
    }
  }

  /** PLAIN may be passed by position or keyword, KEYWORD_ONLY stands after a star. */
  public enum ParameterKind {
    PLAIN,
    STAR,
    KEYWORD_ONLY,
    DOUBLE_STAR
  }
}
