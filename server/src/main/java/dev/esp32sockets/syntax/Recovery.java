package dev.esp32sockets.syntax;

/**
 * Decides where a bracket that is never closed was meant to end.
 *
 * <p>Only asked when a bracket is open at the end of the file, so a correct file never depends on
 * these guesses.
 */
final class Recovery {
  private static final String[] STATEMENT_ONLY = {
    "def",
    "class",
    "return",
    "import",
    "while",
    "try",
    "with",
    "raise",
    "pass",
    "break",
    "continue",
    "del",
    "global",
    "nonlocal",
    "assert",
    "elif",
    "except",
    "finally"
  };

  private static final String[] AT_INDENT = {"for", "if", "else", "async", "from", "yield"};

  private Recovery() {}

  /** Whether the line that begins at the offset is a statement of its own. */
  static boolean startsStatement(char[] chars, int lineStart, int length, int indent) {
    int at = lineStart;
    int column = 0;
    while (at < length && (chars[at] == ' ' || chars[at] == '\t')) {
      column = chars[at] == '\t' ? (column / 8 + 1) * 8 : column + 1;
      at++;
    }
    int end = at;
    while (end < length && Character.isJavaIdentifierPart(chars[end]) && chars[end] != 0) {
      end++;
    }
    if (end == at) {
      return column <= indent && at < length && chars[at] == '@';
    }
    if (isOneOf(STATEMENT_ONLY, chars, at, end)) {
      return true;
    }
    return column <= indent
        && (isOneOf(AT_INDENT, chars, at, end) || isSimpleStatement(chars, end, length));
  }

  private static boolean isOneOf(String[] words, char[] chars, int start, int end) {
    for (String word : words) {
      if (word.length() == end - start
          && word.regionMatches(0, new String(chars, start, end - start), 0, end - start)) {
        return true;
      }
    }
    return false;
  }

  /** A name, its attributes, then {@code =} or {@code (}. */
  private static boolean isSimpleStatement(char[] chars, int from, int length) {
    int at = from;
    while (at + 1 < length && chars[at] == '.' && Character.isJavaIdentifierPart(chars[at + 1])) {
      at++;
      while (at < length && Character.isJavaIdentifierPart(chars[at])) {
        at++;
      }
    }
    if (at < length && (chars[at] == '(' || chars[at] == '[')) {
      return true;
    }
    while (at < length && chars[at] == ' ') {
      at++;
    }
    char c = chars[at];
    char next = chars[at + 1];
    return (c == '=' && next != '=')
        || (c != '=' && c != '!' && c != '<' && c != '>' && next == '=');
  }
}
