package dev.esp32sockets.cli;

/** Shows the Markdown of our own pages on a terminal. */
final class Markdown {
  private final Style style;
  private final int width;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder paragraph = new StringBuilder();
  private String indent = "";

  Markdown(Style style, int width) {
    this.style = style;
    this.width = width;
  }

  String render(String page) {
    boolean code = false;
    int start = 0;
    while (start < page.length()) {
      int end = page.indexOf('\n', start);
      String line = page.substring(start, end < 0 ? page.length() : end);
      start = end < 0 ? page.length() : end + 1;
      if (line.startsWith("```")) {
        flush();
        code = !code;
      } else if (code) {
        out.append(line.isEmpty() ? "" : "    ").append(line).append('\n');
      } else {
        line(line);
      }
    }
    flush();
    return out.toString();
  }

  private void line(String line) {
    if (line.isEmpty()) {
      flush();
      out.append('\n');
    } else if (line.startsWith("#")) {
      flush();
      int level = line.indexOf(' ');
      out.append(style.bold(line.substring(level + 1))).append('\n');
    } else if (line.startsWith("|")) {
      flush();
      out.append(line).append('\n');
    } else {
      boolean item = line.startsWith("- ") || line.startsWith("* ");
      if (item) {
        flush();
        indent = "  ";
      }
      paragraph.append(paragraph.length() == 0 ? "" : " ").append(line.strip());
    }
  }

  /** Writes what was collected, its lines broken between words. */
  private void flush() {
    int column = 0;
    int start = 0;
    while (start < paragraph.length()) {
      int end = paragraph.indexOf(" ", start);
      String word = paragraph.substring(start, end < 0 ? paragraph.length() : end);
      start = end < 0 ? paragraph.length() : end + 1;
      if (column > 0 && column + 1 + Columns.width(word) > width) {
        out.append('\n').append(indent);
        column = indent.length();
      } else if (column > 0) {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += Columns.width(word);
    }
    if (column > 0) {
      out.append('\n');
    }
    paragraph.setLength(0);
    indent = "";
  }
}
