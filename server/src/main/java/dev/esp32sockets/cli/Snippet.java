package dev.esp32sockets.cli;

import dev.esp32sockets.text.LineIndex;
import dev.esp32sockets.text.Span;

/**
 * One line of source with a mark below a part of it, cut to the width of the screen: tabs become
 * blanks, wide characters count twice, control characters are made visible.
 */
final class Snippet {
  private static final int TAB = 4;
  private static final String CUT = "...";

  /** Characters farther from the place than this are never shown. */
  private static final int REACH = 400;

  private final StringBuilder line = new StringBuilder();
  private final StringBuilder marks = new StringBuilder();

  private Snippet() {}

  /** The line that holds the start of the span. */
  static Snippet of(String text, LineIndex lines, Span span, int width) {
    int number = lines.line(span.start());
    int lineStart = lines.lineStart(number);
    int lineEnd = withoutBreak(text, lineStart, lines.lineEnd(number));
    int start = Math.min(span.start(), lineEnd);
    int end = Math.max(start, Math.min(span.end(), lineEnd));
    int from = Math.max(lineStart, start - REACH);
    int to = Math.min(lineEnd, Math.min(end, start + REACH) + REACH);
    Snippet whole = new Snippet();
    whole.render(text, from, to, start, end);
    return whole.cut(width, from > lineStart, to < lineEnd);
  }

  String line() {
    return line.toString();
  }

  /** Blanks and carets below the line. */
  String marks() {
    int end = marks.length();
    while (end > 0 && marks.charAt(end - 1) == ' ') {
      end--;
    }
    return marks.substring(0, end);
  }

  private static int withoutBreak(String text, int start, int end) {
    int stop = end;
    while (stop > start && (text.charAt(stop - 1) == '\n' || text.charAt(stop - 1) == '\r')) {
      stop--;
    }
    return stop;
  }

  private void render(String text, int from, int to, int start, int end) {
    int at = from;
    while (at < to) {
      int point = text.codePointAt(at);
      int length = Character.charCount(point);
      int before = line.length();
      int width = append(point);
      // A surrogate pair or a wide character has as many marks as it has columns.
      boolean marked = at >= start && (at < end || (at == start && start == end));
      pad(marks, width, marked ? '^' : ' ');
      widths(before, width);
      at += length;
    }
    if (start >= to) {
      marks.append('^');
    }
  }

  /** Appends one character as it is shown; gives the columns it takes. */
  private int append(int point) {
    if (point == '\t') {
      int width = TAB - marks.length() % TAB;
      pad(line, width, ' ');
      return width;
    }
    if (point < 0x10000 && (Escape.isHidden((char) point) || Character.isSurrogate((char) point))) {
      int before = line.length();
      if (Character.isSurrogate((char) point)) {
        line.append("\\u").append(Integer.toHexString(point));
      } else {
        Escape.append(line, (char) point);
      }
      return line.length() - before;
    }
    line.appendCodePoint(point);
    return Columns.width(point);
  }

  // The line in units where one unit is one column, so that both strings can be cut alike.
  private int[] ends = new int[64];
  private int count;

  private void widths(int before, int width) {
    while (count + width >= ends.length) {
      ends = java.util.Arrays.copyOf(ends, ends.length * 2);
    }
    boolean oneByOne = line.length() - before == width;
    for (int i = 1; i <= width; i++) {
      ends[count++] = oneByOne ? before + i : line.length();
    }
    if (width == 0 && count > 0) {
      ends[count - 1] = line.length();
    }
  }

  private Snippet cut(int width, boolean moreBefore, boolean moreAfter) {
    if (count <= width && !moreBefore && !moreAfter) {
      return this;
    }
    int first = Math.max(0, marks.indexOf("^"));
    int room = Math.max(8, width - 2 * CUT.length());
    int last = Math.min(marks.lastIndexOf("^") + 1, first + room);
    int from = Math.max(0, Math.min(first - (room - (last - first)) / 3, count - room));
    if (!moreBefore && first <= room * 2 / 3) {
      from = 0;
    }
    int to = Math.min(count, from + room);
    Snippet result = new Snippet();
    boolean headCut = from > 0 || moreBefore;
    if (headCut) {
      result.line.append(CUT);
      result.marks.append("   ");
    }
    result.line.append(line, from == 0 ? 0 : ends[from - 1], to == 0 ? 0 : ends[to - 1]);
    result.marks.append(marks, from, Math.min(marks.length(), Math.max(to, from + 1)));
    if (to < count || moreAfter) {
      result.line.append(CUT);
    }
    return result;
  }

  private static void pad(StringBuilder builder, int count, char c) {
    for (int i = 0; i < count; i++) {
      builder.append(c);
    }
  }
}
