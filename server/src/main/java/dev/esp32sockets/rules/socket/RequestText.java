package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, as far as its text is known.
 *
 * @param text with a hole for each part that is not known
 * @param version where the digit behind `HTTP/1.` stands
 */
record RequestText(String text, int version) {
  private static final String[] METHODS = {
    "GET ", "HEAD ", "POST ", "PUT ", "DELETE ", "PATCH ", "OPTIONS "
  };
  private static final String PROTOCOL = " HTTP/1.";

  /** Null when the value does not certainly begin with a request line. */
  static @Nullable RequestText of(@Nullable Value value) {
    if (!(value instanceof Text known)) {
      return null;
    }
    String text = known.text();
    int protocol = text.indexOf(PROTOCOL);
    int version = protocol + PROTOCOL.length();
    int line = text.indexOf('\n');
    boolean first = protocol > 0 && version < text.length() && (line < 0 || version < line);
    return first && startsWithMethod(text) ? new RequestText(text, version) : null;
  }

  private static boolean startsWithMethod(String text) {
    for (String method : METHODS) {
      if (text.startsWith(method)) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing follows the head of such a request. */
  boolean hasNoBody() {
    return text.startsWith("GET ") || text.startsWith("HEAD ") || text.startsWith("DELETE ");
  }

  boolean isVersion11() {
    return text.charAt(version) == '1';
  }

  /** Whether a part that is not known may hold whole lines, such as more headers. */
  boolean mayHoldMore() {
    for (int i = version; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      boolean joined =
          before == '\n' || before == '\r' || before == Text.HOLE || isWordPart(before);
      if (text.charAt(i) == Text.HOLE && joined) {
        return true;
      }
    }
    return text.charAt(text.length() - 1) == Text.HOLE;
  }

  private static boolean isWordPart(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Whether an empty line ends its headers. */
  boolean hasEmptyLine() {
    return text.contains("\n\r\n") || text.contains("\n\n");
  }

  /** What an empty line at the end lacks, as it is written in a literal. */
  String missing() {
    if (text.endsWith("\r\n")) {
      return "\\r\\n";
    }
    return text.endsWith("\n") ? "\\n" : "\\r\\n\\r\\n";
  }

  /** Whether it asks for something that is meant to stay open. */
  boolean wantsStream() {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("\nupgrade:") || lower.contains("text/event-stream");
  }

  /** The value of the header `Connection`; null when it has none. */
  @Nullable String connection() {
    String lower = text.toLowerCase(Locale.ROOT);
    int start = lower.indexOf("\nconnection:");
    if (start < 0) {
      return null;
    }
    int end = lower.indexOf('\n', start + 1);
    int colon = lower.indexOf(':', start);
    return lower.substring(colon + 1, end < 0 ? lower.length() : end).strip();
  }
}
