package dev.esp32sockets.cli;

/** Makes visible what a terminal would obey: names and sources come from strangers. */
final class Escape {
  private Escape() {}

  /** The text in one line without control characters. */
  static String plain(String text) {
    int at = 0;
    while (at < text.length() && !isHidden(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      append(result, text.charAt(i));
    }
    return result.toString();
  }

  static void append(StringBuilder result, char c) {
    if (!isHidden(c)) {
      result.append(c);
    } else if (c == '\n') {
      result.append("\\n");
    } else if (c == '\r') {
      result.append("\\r");
    } else if (c == '\t') {
      result.append("\\t");
    } else {
      String hex = Integer.toHexString(c);
      result.append(c < 256 ? "\\x" : "\\u");
      result.append("0000", 0, (c < 256 ? 2 : 4) - hex.length()).append(hex);
    }
  }

  /** Control characters, and those that turn the direction of writing or take no room. */
  static boolean isHidden(char c) {
    return c < ' '
        || (c >= 0x7F && c < 0xA0)
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2069)
        || c == 0xFEFF;
  }
}
