package dev.esp32sockets.cli;

import dev.esp32sockets.text.LineIndex;
import dev.esp32sockets.text.Span;

/** Lines and columns as people and other programs count them: from 1, the end exclusive. */
record Places(int line, int column, int endLine, int endColumn) {
  static Places of(LineIndex lines, Span span) {
    int line = lines.line(span.start());
    int endLine = lines.line(span.end());
    return new Places(
        line + 1,
        span.start() - lines.lineStart(line) + 1,
        endLine + 1,
        span.end() - lines.lineStart(endLine) + 1);
  }
}
