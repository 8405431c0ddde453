package dev.esp32sockets.text;

import java.util.Arrays;

/** Converts between UTF-16 offsets and zero-based lines and columns. */
public final class LineIndex {
  private final int[] starts;
  private final int length;

  public LineIndex(String text) {
    int[] found = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
      if (ends) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    starts = Arrays.copyOf(found, count);
    length = text.length();
  }

  public int lineCount() {
    return starts.length;
  }

  /** The zero-based line that holds the offset. */
  public int line(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    return at >= 0 ? at : -at - 2;
  }

  /** The zero-based column in UTF-16 units. */
  public int column(int offset) {
    return offset - starts[line(offset)];
  }

  public int lineStart(int line) {
    return starts[line];
  }

  /** The offset after the line's last character, its line break included. */
  public int lineEnd(int line) {
    return line + 1 < starts.length ? starts[line + 1] : length;
  }

  public int offset(int line, int column) {
    return Math.min(starts[line] + column, lineEnd(line));
  }
}
