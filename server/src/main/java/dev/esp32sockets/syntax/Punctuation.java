package dev.esp32sockets.syntax;

/** Operators and delimiters: which token begins with a character. */
final class Punctuation {
  private Punctuation() {}

  /** The longest token that begins with the three characters. */
  static int kind(char c, char next, char third) {
    return switch (c) {
      case '(' -> Token.LPAREN;
      case ')' -> Token.RPAREN;
      case '[' -> Token.LBRACKET;
      case ']' -> Token.RBRACKET;
      case '{' -> Token.LBRACE;
      case '}' -> Token.RBRACE;
      case ',' -> Token.COMMA;
      case ';' -> Token.SEMICOLON;
      case '~' -> Token.TILDE;
      case ':' -> next == '=' ? Token.WALRUS : Token.COLON;
      case '.' -> next == '.' && third == '.' ? Token.ELLIPSIS : Token.DOT;
      case '=' -> next == '=' ? Token.EQUAL : Token.ASSIGN;
      case '!' -> next == '=' ? Token.NOT_EQUAL : Token.INVALID;
      default -> operator(c, next, third);
    };
  }

  private static int operator(char c, char next, char third) {
    return switch (c) {
      case '<' -> doubled(c, next, third, Token.LESS, Token.LESS_EQUAL, Token.SHIFT_LEFT);
      case '>' -> doubled(c, next, third, Token.GREATER, Token.GREATER_EQUAL, Token.SHIFT_RIGHT);
      case '*' -> doubled(c, next, third, Token.STAR, assigned(Token.STAR), Token.DOUBLE_STAR);
      case '/' -> doubled(c, next, third, Token.SLASH, assigned(Token.SLASH), Token.DOUBLE_SLASH);
      case '-' -> next == '>' ? Token.ARROW : single(next, Token.MINUS);
      case '+' -> single(next, Token.PLUS);
      case '%' -> single(next, Token.PERCENT);
      case '@' -> single(next, Token.AT);
      case '&' -> single(next, Token.AMPERSAND);
      case '|' -> single(next, Token.PIPE);
      case '^' -> single(next, Token.CARET);
      default -> Token.INVALID;
    };
  }

  private static int assigned(int kind) {
    return Token.PLUS_ASSIGN + (kind - Token.PLUS);
  }

  private static int single(char next, int kind) {
    return next == '=' ? assigned(kind) : kind;
  }

  private static int doubled(char c, char next, char third, int one, int withEqual, int two) {
    if (next == c) {
      return third == '=' ? assigned(two) : two;
    }
    return next == '=' ? withEqual : one;
  }

  /** How many characters the kind takes. */
  static int width(int kind) {
    if (Token.isAugmentedAssign(kind)) {
      return width(kind - Token.PLUS_ASSIGN + Token.PLUS) + 1;
    }
    return switch (kind) {
      case Token.ELLIPSIS -> 3;
      case Token.WALRUS,
          Token.EQUAL,
          Token.NOT_EQUAL,
          Token.LESS_EQUAL,
          Token.GREATER_EQUAL,
          Token.ARROW,
          Token.SHIFT_LEFT,
          Token.SHIFT_RIGHT,
          Token.DOUBLE_SLASH,
          Token.DOUBLE_STAR ->
          2;
      default -> 1;
    };
  }
}
