package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads numbers the way MicroPython does: underscores count for nothing. */
final class Numbers {
  private Numbers() {}

  static Expr read(Cursor parser) {
    int from = parser.start();
    int to = parser.end();
    Number value =
        parser.kind == Token.INTEGER ? integer(parser, from, to) : real(parser, from, to);
    Expr node = new Expr.Num(parser.nextId++, from, to, value);
    parser.advance();
    return node;
  }

  private static @Nullable Number integer(Cursor parser, int from, int to) {
    char[] chars = parser.tokens.chars;
    long value = 0;
    boolean small = to - from <= 18;
    for (int i = from; i < to && small; i++) {
      char c = chars[i];
      if (c < '0' || c > '9') {
        small = false;
      } else {
        value = value * 10 + (c - '0');
      }
    }
    if (!small) {
      return longInteger(parser, from, to);
    }
    if (value != 0 && chars[from] == '0') {
      leadingZero(parser, from, to);
    }
    return value;
  }

  private static void leadingZero(Cursor parser, int from, int to) {
    parser.dialect(
        from,
        to,
        "a number cannot begin with `0`",
        Releases.since(25),
        Rewrites.octal(parser, from, to));
  }

  private static @Nullable Number longInteger(Cursor parser, int from, int to) {
    String digits = without(parser.text, from, to);
    int base = 10;
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      int marker = "xXoObB".indexOf(digits.charAt(1));
      base = marker < 0 ? 10 : marker < 2 ? 16 : marker < 4 ? 8 : 2;
      digits = marker < 0 ? digits : digits.substring(2);
    }
    int end = 0;
    while (end < digits.length() && digit(digits.charAt(end), base) >= 0) {
      end++;
    }
    if (end < digits.length() || end == 0) {
      fault(parser, from, to);
      return null;
    }
    BigInteger value = new BigInteger(digits, base);
    if (base == 10 && digits.charAt(0) == '0' && value.signum() != 0) {
      leadingZero(parser, from, to);
    }
    if (value.bitLength() < 64) {
      return value.longValue();
    }
    return value;
  }

  private static int digit(char c, int base) {
    return c < 128 ? Character.digit(c, base) : -1;
  }

  private static String without(String text, int from, int to) {
    String whole = text.substring(from, to);
    return whole.indexOf('_') < 0 ? whole : whole.replace("_", "");
  }

  private static @Nullable Number real(Cursor parser, int from, int to) {
    String digits = without(parser.text, from, to);
    char last = digits.charAt(digits.length() - 1);
    boolean imaginary = last == 'j' || last == 'J';
    int end = imaginary ? digits.length() - 1 : digits.length();
    if (!isReal(digits, end, imaginary)) {
      fault(parser, from, to);
      return null;
    }
    return imaginary ? null : Double.valueOf(digits);
  }

  private static boolean isReal(String digits, int end, boolean imaginary) {
    int at = digitsFrom(digits, 0, end);
    int seen = at;
    if (at < end && digits.charAt(at) == '.') {
      int fraction = digitsFrom(digits, at + 1, end);
      seen += fraction - at - 1;
      at = fraction;
    }
    if (seen == 0) {
      return false;
    }
    if (at < end && (digits.charAt(at) == 'e' || digits.charAt(at) == 'E')) {
      at++;
      if (at < end && (digits.charAt(at) == '+' || digits.charAt(at) == '-')) {
        at++;
      }
      int exponent = digitsFrom(digits, at, end);
      // MicroPython takes `1ej` for a number, the exponent being 0.
      return exponent == end && (exponent > at || imaginary);
    }
    return at == end;
  }

  private static int digitsFrom(String digits, int from, int end) {
    int at = from;
    while (at < end && digits.charAt(at) >= '0' && digits.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static void fault(Cursor parser, int from, int to) {
    String written = parser.text.substring(from, to);
    int word = to;
    while (word > from && Character.isLetter(written.charAt(word - 1 - from))) {
      word--;
    }
    for (String keyword : Token.KEYWORDS) {
      int at = to - keyword.length();
      if (at > from && at >= word && written.endsWith(keyword)) {
        parser.dialect(
            from,
            to,
            "a blank is missing before `" + keyword + "`",
            Releases.ALL,
            Rewrites.insert(at, " ", "Insert a blank"));
        parser.failed = true;
        return;
      }
    }
    boolean dotted = written.indexOf('.') > 0 && word < to;
    parser.syntaxError(
        from,
        to,
        "`"
            + (written.length() > 40 ? written.substring(0, 40) : written)
            + (dotted ? "` is read as a number; put parentheses around it" : "` is not a number"));
  }
}
