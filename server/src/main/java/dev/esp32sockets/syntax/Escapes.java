package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.nio.charset.StandardCharsets;

/** Resolves the escapes of literals. */
final class Escapes {
  private Escapes() {}

  /** What the literal between the two offsets stands for; of bytes, one char a byte. */
  static String decode(AtomParser parser, int from, int to, boolean raw, boolean bytes) {
    char[] chars = parser.tokens.chars;
    boolean plain = true;
    boolean ascii = true;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      plain &= c != '\\' && c != '\r';
      ascii &= c < 128;
    }
    if (plain && (ascii || !bytes)) {
      return parser.text.substring(from, to);
    }
    StringBuilder into = new StringBuilder(to - from);
    int at = from;
    while (at < to) {
      char c = chars[at];
      if (c == '\\') {
        at = raw ? rawEscape(parser, at, to, into) : escape(parser, at, bytes, into);
      } else if (c == '\r') {
        into.append('\n');
        at += chars[at + 1] == '\n' ? 2 : 1;
      } else {
        into.append(c);
        at++;
      }
    }
    return bytes && !ascii ? utf8(into.toString()) : into.toString();
  }

  private static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static int rawEscape(AtomParser parser, int at, int to, StringBuilder into) {
    into.append('\\');
    if (at + 1 < to && parser.tokens.chars[at + 1] != '\r') {
      into.append(parser.tokens.chars[at + 1]);
      return at + 2;
    }
    return at + 1;
  }

  /** Resolves the escape at the backslash, or reports it; returns the offset after it. */
  static int escape(AtomParser parser, int at, boolean bytes, StringBuilder into) {
    char[] chars = parser.tokens.chars;
    char c = chars[at + 1];
    int simple = "\\'\"abtnvfr".indexOf(c);
    if (simple >= 0) {
      into.append("\\'\"\u0007\b\t\n\u000B\f\r".charAt(simple));
      return at + 2;
    }
    switch (c) {
      case '\n' -> {
        return at + 2;
      }
      case '\r' -> {
        return chars[at + 2] == '\n' ? at + 3 : at + 2;
      }
      case 'x' -> {
        return hex(parser, at, 2, bytes, into);
      }
      case 'u', 'U' -> {
        if (bytes) {
          break;
        }
        return hex(parser, at, c == 'u' ? 4 : 8, false, into);
      }
      case 'N' -> {
        parser.dialect(
            at, at + 2, "`\\N` does not exist in MicroPython; use `\\u`", Releases.ALL, null);
        return at + 2;
      }
      default -> {
        if (c >= '0' && c <= '7') {
          return octal(parser, at, bytes, into);
        }
      }
    }
    into.append('\\').append(c);
    return at + 2;
  }

  private static int hex(AtomParser parser, int at, int digits, boolean bytes, StringBuilder into) {
    int value = 0;
    int end = at + 2;
    while (end < at + 2 + digits) {
      int digit = Character.digit(parser.tokens.chars[end], 16);
      if (digit < 0 || parser.tokens.chars[end] >= 128) {
        parser.syntaxError(
            at,
            end,
            "`\\" + parser.tokens.chars[at + 1] + "` needs " + digits + " hexadecimal digits");
        return end;
      }
      value = value << 4 | digit;
      end++;
    }
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      parser.syntaxError(at, end, "there is no character with so high a number");
      return end;
    }
    if (bytes) {
      into.append((char) value);
    } else {
      into.appendCodePoint(value);
    }
    return end;
  }

  private static int octal(AtomParser parser, int at, boolean bytes, StringBuilder into) {
    int value = 0;
    int end = at + 1;
    while (end < at + 4 && parser.tokens.chars[end] >= '0' && parser.tokens.chars[end] <= '7') {
      value = value * 8 + parser.tokens.chars[end] - '0';
      end++;
    }
    if (bytes && value > 255) {
      parser.dialect(at, end, "an octal escape above `\\377` is no byte", Releases.ALL, null);
      value &= 255;
    }
    into.append((char) value);
    return end;
  }
}
