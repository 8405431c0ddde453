package dev.esp32sockets.syntax;

/** Every operator of the language, with the text that writes it. */
public enum Operator {
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  FLOOR_DIVIDE("//"),
  MODULO("%"),
  POWER("**"),
  MATRIX_MULTIPLY("@"),
  SHIFT_LEFT("<<"),
  SHIFT_RIGHT(">>"),
  BIT_AND("&"),
  BIT_OR("|"),
  BIT_XOR("^"),
  INVERT("~"),
  NOT("not"),
  AND("and"),
  OR("or"),
  EQUAL("=="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_EQUAL("<="),
  GREATER(">"),
  GREATER_EQUAL(">="),
  IN("in"),
  NOT_IN("not in"),
  IS("is"),
  IS_NOT("is not");

  public final String text;

  Operator(String text) {
    this.text = text;
  }
}
