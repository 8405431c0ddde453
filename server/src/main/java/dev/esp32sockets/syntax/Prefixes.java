package dev.esp32sockets.syntax;

/** The letters before a quotation mark. */
final class Prefixes {
  private Prefixes() {}

  /** Whether some Python reads the one or two letters as the prefix of a literal. */
  static boolean isPrefix(char[] chars, int start, int end) {
    char first = lower(chars[start]);
    if (end - start == 1) {
      return first == 'r' || first == 'b' || first == 'f' || first == 'u' || first == 't';
    }
    char second = lower(chars[start + 1]);
    return (first == 'r' && (second == 'b' || second == 'f' || second == 't'))
        || (second == 'r' && (first == 'b' || first == 'f' || first == 't' || first == 'u'));
  }

  /** Whether braces inside the literal hold expressions. */
  static boolean isFormatted(char[] chars, int start, int end) {
    return has(chars, start, end, 'f') || has(chars, start, end, 't');
  }

  /** Whether the prefix has the letter, in either case. */
  static boolean has(char[] chars, int start, int end, char letter) {
    for (int i = start; i < end; i++) {
      if (lower(chars[i]) == letter) {
        return true;
      }
    }
    return false;
  }

  static boolean hasUpperCase(char[] chars, int start, int end) {
    for (int i = start; i < end; i++) {
      if (chars[i] < 'a') {
        return true;
      }
    }
    return false;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
