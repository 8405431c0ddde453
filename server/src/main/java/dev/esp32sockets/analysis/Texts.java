package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts of which the constant parts are known: requests are often put together from pieces. */
final class Texts {
  private static final int LONGEST = 4096;

  private Texts() {}

  static Value template(Expr.FString node) {
    return new Text(false, node.template);
  }

  static Value binary(Operator operator, Text left, Value right) {
    switch (operator) {
      case ADD:
        if (right instanceof Text other && (other.bytes() == left.bytes() || left.bytes())) {
          return text(left.bytes(), left.text() + other.text());
        }
        boolean sameType = left.bytes() ? Values.isBytes(right) : Values.isStr(right);
        if (!sameType && Values.isBytes(right)) {
          // Raises, so what comes after only sees the text that was there before.
          return Values.builtin("str");
        }
        return sameType ? text(left.bytes(), left.text() + Text.HOLE) : Special.UNKNOWN;
      case MODULO:
        return formatted(left);
      case MULTIPLY:
        return repeated(left, right);
      default:
        return Special.UNKNOWN;
    }
  }

  private static Value text(boolean bytes, String text) {
    return text.length() > LONGEST
        ? Values.builtin(bytes ? "bytes" : "str")
        : new Text(bytes, text);
  }

  private static Value repeated(Text left, Value right) {
    if (right instanceof Int times
        && left.isExact()
        && times.value() >= 0
        && times.value() * left.text().length() <= LONGEST) {
      return new Text(left.bytes(), left.text().repeat((int) times.value()));
    }
    return Values.builtin(left.bytes() ? "bytes" : "str");
  }

  /** `text % values`: each conversion becomes a hole. */
  private static Value formatted(Text format) {
    StringBuilder result = new StringBuilder();
    String text = format.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%') {
        result.append(c);
        continue;
      }
      int at = i + 1;
      while (at < text.length() && "0123456789.-+ #*".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (at < text.length() && text.charAt(at) == '%') {
        result.append('%');
      } else {
        result.append(Text.HOLE);
      }
      i = at;
    }
    return new Text(format.bytes(), result.toString());
  }

  /** The methods of str and bytes that keep the constant parts; null for all others. */
  static @Nullable Value method(Text text, String name, List<Value> arguments) {
    switch (name) {
      case "encode":
        return new Text(true, utf8(text.text()));
      case "decode":
        return isAscii(text.text()) ? new Text(false, text.text()) : null;
      case "format":
        return format(text);
      case "strip":
        return arguments.isEmpty() && text.isExact()
            ? new Text(text.bytes(), text.text().strip())
            : null;
      default:
        return null;
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 127 && c != Text.HOLE) {
        return false;
      }
    }
    return true;
  }

  private static String utf8(String text) {
    StringBuilder bytes = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point < 0x80 || point == Text.HOLE) {
        bytes.append((char) point);
      } else {
        int count = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        int first = count == 2 ? 0xC0 : count == 3 ? 0xE0 : 0xF0;
        bytes.append((char) (first | (point >> (6 * (count - 1)))));
        for (int left = count - 2; left >= 0; left--) {
          bytes.append((char) (0x80 | ((point >> (6 * left)) & 0x3F)));
        }
      }
    }
    return bytes.toString();
  }

  private static Value format(Text format) {
    StringBuilder result = new StringBuilder();
    String text = format.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
      if ((c == '{' || c == '}') && doubled) {
        result.append(c);
        i++;
      } else if (c == '{') {
        int close = text.indexOf('}', i);
        i = close < 0 ? text.length() : close;
        result.append(Text.HOLE);
      } else {
        result.append(c);
      }
    }
    return new Text(format.bytes(), result.toString());
  }
}
