package dev.esp32sockets.rules;

import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Expr.Argument;
import dev.esp32sockets.syntax.Expr.ArgumentKind;
import dev.esp32sockets.text.Span;

/** The smallest part of a node that shows a fault. */
public final class Spans {
  private Spans() {}

  /** The name of what is called: {@code wrap_socket} of {@code ctx.wrap_socket(raw)}. */
  public static Span name(Expr.Call call) {
    return name(call.function);
  }

  /** The last name of the expression, or all of it when it does not end in one. */
  public static Span name(Expr expression) {
    if (expression instanceof Expr.Attribute attribute) {
      return new Span(attribute.nameStart, attribute.nameStart + attribute.name.length());
    }
    return expression.span();
  }

  /** The keyword without its value; a positional argument as a whole. */
  public static Span keyword(Argument argument) {
    String keyword = argument.keyword;
    if (argument.kind != ArgumentKind.KEYWORD || keyword == null) {
      return argument.span();
    }
    return new Span(argument.start, argument.start + keyword.length());
  }
}
