package dev.esp32sockets.syntax;

/** The kinds of tokens, as plain numbers so that a token costs no object. */
final class Token {
  static final int END = 0;
  static final int NEWLINE = 1;
  static final int INDENT = 2;
  static final int DEDENT = 3;
  static final int NAME = 4;
  static final int INTEGER = 5;
  static final int FLOAT = 6;

  /** One text or bytes literal with its prefix. */
  static final int STRING = 7;

  /** A literal whose closing quotation mark is missing. */
  static final int OPEN_STRING = 8;

  /** A character that starts no token. */
  static final int INVALID = 9;

  static final int LPAREN = 10;
  static final int RPAREN = 11;
  static final int LBRACKET = 12;
  static final int RBRACKET = 13;
  static final int LBRACE = 14;
  static final int RBRACE = 15;
  static final int COMMA = 16;
  static final int COLON = 17;
  static final int SEMICOLON = 18;
  static final int DOT = 19;
  static final int ELLIPSIS = 20;
  static final int ARROW = 21;
  static final int WALRUS = 22;
  static final int ASSIGN = 23;

  static final int PLUS = 24;
  static final int MINUS = 25;
  static final int STAR = 26;
  static final int SLASH = 27;
  static final int DOUBLE_SLASH = 28;
  static final int PERCENT = 29;
  static final int DOUBLE_STAR = 30;
  static final int AT = 31;
  static final int SHIFT_LEFT = 32;
  static final int SHIFT_RIGHT = 33;
  static final int AMPERSAND = 34;
  static final int PIPE = 35;
  static final int CARET = 36;
  static final int TILDE = 37;

  static final int EQUAL = 38;
  static final int NOT_EQUAL = 39;
  static final int LESS = 40;
  static final int LESS_EQUAL = 41;
  static final int GREATER = 42;
  static final int GREATER_EQUAL = 43;

  /** The augmented assignments stand in the order of their operators from PLUS to CARET. */
  static final int PLUS_ASSIGN = 44;

  static final int CARET_ASSIGN = PLUS_ASSIGN + (CARET - PLUS);

  /** Keywords, in the order of {@link #KEYWORDS}. */
  static final int KW_FALSE = 57;

  static final int KW_NONE = 58;
  static final int KW_TRUE = 59;
  static final int KW_DEBUG = 60;
  static final int KW_AND = 61;
  static final int KW_AS = 62;
  static final int KW_ASSERT = 63;
  static final int KW_ASYNC = 64;
  static final int KW_AWAIT = 65;
  static final int KW_BREAK = 66;
  static final int KW_CLASS = 67;
  static final int KW_CONTINUE = 68;
  static final int KW_DEF = 69;
  static final int KW_DEL = 70;
  static final int KW_ELIF = 71;
  static final int KW_ELSE = 72;
  static final int KW_EXCEPT = 73;
  static final int KW_FINALLY = 74;
  static final int KW_FOR = 75;
  static final int KW_FROM = 76;
  static final int KW_GLOBAL = 77;
  static final int KW_IF = 78;
  static final int KW_IMPORT = 79;
  static final int KW_IN = 80;
  static final int KW_IS = 81;
  static final int KW_LAMBDA = 82;
  static final int KW_NONLOCAL = 83;
  static final int KW_NOT = 84;
  static final int KW_OR = 85;
  static final int KW_PASS = 86;
  static final int KW_RAISE = 87;
  static final int KW_RETURN = 88;
  static final int KW_TRY = 89;
  static final int KW_WHILE = 90;
  static final int KW_WITH = 91;
  static final int KW_YIELD = 92;
  static final int COUNT = 93;

  static final String[] KEYWORDS = {
    "False", "None", "True", "__debug__", "and", "as", "assert", "async", "await", "break", "class",
    "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
    "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
    "while", "with", "yield"
  };

  static final int PREC_OR = 1;
  static final int PREC_AND = 2;
  static final int PREC_COMPARE = 3;
  static final int PREC_BIT_OR = 4;
  static final int PREC_BIT_XOR = 5;
  static final int PREC_BIT_AND = 6;
  static final int PREC_SHIFT = 7;
  static final int PREC_SUM = 8;
  static final int PREC_TERM = 9;

  /** How tightly a kind binds between two operands; 0 when it does not stand there. */
  static final byte[] PRECEDENCE = precedences();

  private static final Operator[] OPERATORS = operators();

  private Token() {}

  static boolean isKeyword(int kind) {
    return kind >= KW_FALSE;
  }

  static boolean isAugmentedAssign(int kind) {
    return kind >= PLUS_ASSIGN && kind <= CARET_ASSIGN;
  }

  /** The operator that the kind writes; asked only of kinds that are one. */
  static Operator operator(int kind) {
    return OPERATORS[kind];
  }

  private static byte[] precedences() {
    byte[] found = new byte[COUNT];
    found[KW_OR] = PREC_OR;
    found[KW_AND] = PREC_AND;
    for (int kind = EQUAL; kind <= GREATER_EQUAL; kind++) {
      found[kind] = PREC_COMPARE;
    }
    found[KW_IN] = PREC_COMPARE;
    found[KW_IS] = PREC_COMPARE;
    found[KW_NOT] = PREC_COMPARE;
    found[PIPE] = PREC_BIT_OR;
    found[CARET] = PREC_BIT_XOR;
    found[AMPERSAND] = PREC_BIT_AND;
    found[SHIFT_LEFT] = PREC_SHIFT;
    found[SHIFT_RIGHT] = PREC_SHIFT;
    found[PLUS] = PREC_SUM;
    found[MINUS] = PREC_SUM;
    found[STAR] = PREC_TERM;
    found[SLASH] = PREC_TERM;
    found[DOUBLE_SLASH] = PREC_TERM;
    found[PERCENT] = PREC_TERM;
    found[AT] = PREC_TERM;
    return found;
  }

  private static Operator[] operators() {
    Operator[] found = new Operator[COUNT];
    found[PLUS] = Operator.ADD;
    found[MINUS] = Operator.SUBTRACT;
    found[STAR] = Operator.MULTIPLY;
    found[SLASH] = Operator.DIVIDE;
    found[DOUBLE_SLASH] = Operator.FLOOR_DIVIDE;
    found[PERCENT] = Operator.MODULO;
    found[DOUBLE_STAR] = Operator.POWER;
    found[AT] = Operator.MATRIX_MULTIPLY;
    found[SHIFT_LEFT] = Operator.SHIFT_LEFT;
    found[SHIFT_RIGHT] = Operator.SHIFT_RIGHT;
    found[AMPERSAND] = Operator.BIT_AND;
    found[PIPE] = Operator.BIT_OR;
    found[CARET] = Operator.BIT_XOR;
    found[TILDE] = Operator.INVERT;
    found[EQUAL] = Operator.EQUAL;
    found[NOT_EQUAL] = Operator.NOT_EQUAL;
    found[LESS] = Operator.LESS;
    found[LESS_EQUAL] = Operator.LESS_EQUAL;
    found[GREATER] = Operator.GREATER;
    found[GREATER_EQUAL] = Operator.GREATER_EQUAL;
    found[KW_IN] = Operator.IN;
    found[KW_IS] = Operator.IS;
    return found;
  }
}
