package dev.esp32sockets.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Characters that word processors and web pages put in place of plain ones.
 *
 * <p>MicroPython takes every character beyond ASCII as part of a name, so they change what a line
 * means without a word of warning.
 */
final class Typography {
  private Typography() {}

  /** The plain text for a character that has no business in code, else null. */
  static @Nullable String plain(char c) {
    return switch (c) {
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033', '\u00AB', '\u00BB', '\uFF02' -> "\"";
      case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u00B4', '\uFF07' -> "'";
      case '\u00A0', '\u2007', '\u202F', '\u3000' -> " ";
      case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u200E', '\u200F' -> "";
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> "-";
      case '\u2026' -> "...";
      default -> c >= '\u2000' && c <= '\u200A' ? " " : fullWidth(c);
    };
  }

  private static @Nullable String fullWidth(char c) {
    return c > '\uFF00' && c < '\uFF5F' && !Character.isLetterOrDigit(c)
        ? String.valueOf((char) (c - 0xFEE0))
        : null;
  }

  /** What the author took the character for. */
  static String meaning(String plain) {
    return switch (plain) {
      case "\"", "'" -> "a quotation mark";
      case " ", "" -> "a space";
      case "-" -> "a minus sign";
      default -> "`" + plain + "`";
    };
  }

  /** The character as a message shows it; an invisible one by its number. */
  static String shown(char c) {
    String plain = plain(c);
    if (plain == null || !plain.isBlank()) {
      return String.valueOf(c);
    }
    String digits = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
    return "U+" + "0000".substring(Math.min(4, digits.length())) + digits;
  }
}
