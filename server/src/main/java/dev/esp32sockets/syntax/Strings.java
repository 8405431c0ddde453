package dev.esp32sockets.syntax;

/** Finds the end of literals. */
final class Strings {
  private Strings() {}

  /**
   * The offset after the closing quotation mark, or the complement of the place where an unclosed
   * literal gives up.
   */
  static int end(char[] chars, int quoteAt, int length, boolean formatted) {
    char quote = chars[quoteAt];
    boolean triple = chars[quoteAt + 1] == quote && chars[quoteAt + 2] == quote;
    int at = quoteAt + (triple ? 3 : 1);
    while (at < length) {
      char c = chars[at];
      if (c == quote) {
        if (!triple) {
          return at + 1;
        }
        if (at + 2 < length && chars[at + 1] == quote && chars[at + 2] == quote) {
          return at + 3;
        }
        at++;
      } else if (c == '\\') {
        at += chars[at + 1] == '\r' && chars[at + 2] == '\n' ? 3 : 2;
      } else if (!triple && (c == '\n' || c == '\r')) {
        return ~(formatted ? lineEnd(chars, quoteAt, length) : at);
      } else if (formatted && c == '{') {
        at = chars[at + 1] == '{' ? at + 2 : fieldEnd(chars, at + 1, length);
      } else {
        at++;
      }
    }
    return ~(triple ? length : lineEnd(chars, quoteAt, length));
  }

  /** Where a reader would say that a literal on one line gives up. */
  static int lineEnd(char[] chars, int from, int length) {
    int at = from;
    while (at < length && chars[at] != '\n' && chars[at] != '\r') {
      at++;
    }
    return at;
  }

  /**
   * Where the expression that begins here ends: at a colon, closing brace or conversion outside
   * square brackets and braces. Quotation marks do not count, which is MicroPython's own limit.
   */
  static int fieldEnd(char[] chars, int from, int length) {
    int level = 0;
    int at = from;
    while (at < length) {
      char c = chars[at];
      if (level == 0 && (c == ':' || c == '}' || (c == '!' && isConversion(chars, at)))) {
        return at;
      }
      if (c == '[' || c == '{') {
        level++;
      } else if (c == ']' || c == '}') {
        level--;
      }
      at++;
    }
    return length;
  }

  private static boolean isConversion(char[] chars, int at) {
    char letter = chars[at + 1];
    char after = chars[at + 2];
    return (letter == 'r' || letter == 's') && (after == ':' || after == '}');
  }
}
