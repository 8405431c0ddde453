package dev.esp32sockets.cli;

import dev.esp32sockets.project.CheckResult;
import dev.esp32sockets.project.FileReport;
import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.Fix;
import dev.esp32sockets.text.Span;

/** The report for people: each finding with its line of source, then a summary. */
final class TextFormat implements Format {
  private static final int NARROW = 80;

  private final Style style;
  private final Terminal terminal;
  private final StringBuilder out = new StringBuilder();

  TextFormat(Style style, Terminal terminal) {
    this.style = style;
    this.terminal = terminal;
  }

  @Override
  public String write(CheckResult result) {
    for (FileReport file : result.files()) {
      for (Finding finding : file.findings()) {
        finding(file, finding);
        out.append('\n');
      }
    }
    new Summary(style).write(result, out);
    return out.toString();
  }

  private void finding(FileReport file, Finding finding) {
    head(file, finding);
    int number = file.lines().line(finding.span().start()) + 1;
    boolean hasSource = !file.text().isEmpty();
    int gutter = String.valueOf(number).length() + 1;
    if (hasSource) {
      source(file, finding, number, gutter);
    }
    String indent = " ".repeat(hasSource ? gutter + 1 : 2);
    if (!finding.fixes().isEmpty()) {
      help(finding.fixes().get(0), indent);
    }
    for (Finding.Related related : finding.related()) {
      related(file, related, indent);
    }
  }

  private void head(FileReport file, Finding finding) {
    Places place = Places.of(file.lines(), finding.span());
    String where = Escape.plain(file.file()) + ":" + place.line() + ":" + place.column() + ":";
    String level = finding.severity().word();
    String rule = finding.rule().code() + " " + finding.rule().name() + ":";
    String message = Escape.plain(finding.message());
    int used = Columns.width(where) + level.length() + rule.length() + 3;
    out.append(style.bold(where)).append(' ');
    out.append(style.of(finding.severity(), level)).append(' ').append(style.bold(rule));
    wrap(" " + message, used - 1, "    ");
  }

  /** Appends a text whose lines break between words where a screen ends, and a line break. */
  private void wrap(String text, int used, String indent) {
    int width = used + Columns.width(text);
    if (width <= NARROW || !terminal.outIsTerminal() || width <= terminal.columns()) {
      out.append(text).append('\n');
      return;
    }
    int column = used;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf(' ', start + 1);
      String word = text.substring(start, end < 0 ? text.length() : end);
      if (column + Columns.width(word) > terminal.columns() && column > indent.length()) {
        out.append('\n').append(indent);
        word = word.stripLeading();
        column = indent.length();
      }
      out.append(word);
      column += Columns.width(word);
      start = end < 0 ? text.length() : end;
    }
    out.append('\n');
  }

  private void source(FileReport file, Finding finding, int number, int gutter) {
    Span span = finding.span();
    int wide = file.lines().lineEnd(number - 1) - file.lines().lineStart(number - 1);
    // Who is asked for its width takes time to answer, so only a long line is worth it.
    int width = wide + gutter + 4 <= NARROW / 2 ? NARROW : terminal.columns();
    Snippet snippet = Snippet.of(file.text(), file.lines(), span, width - gutter - 4);
    String left = " ".repeat(gutter);
    out.append(style.dim(" " + number + " |"));
    out.append(snippet.line().isEmpty() ? "" : " ").append(snippet.line()).append('\n');
    out.append(style.dim(left + " |")).append(' ');
    out.append(marks(snippet.marks(), finding)).append('\n');
  }

  private String marks(String marks, Finding finding) {
    int first = Math.max(0, marks.indexOf('^'));
    return marks.substring(0, first) + style.of(finding.severity(), marks.substring(first));
  }

  private void help(Fix fix, String indent) {
    out.append(indent).append(style.green("help:"));
    String how = fix.safe() ? " (--fix)" : " (--unsafe-fixes)";
    wrap(" " + Escape.plain(fix.title()) + how, indent.length() + 5, indent + "      ");
  }

  private void related(FileReport file, Finding.Related related, String indent) {
    Places place = Places.of(file.lines(), related.span());
    String where =
        "line " + place.line() + (place.column() > 1 ? ", column " + place.column() : "") + ":";
    out.append(indent).append(style.dim(where));
    wrap(
        " " + Escape.plain(related.message()), indent.length() + where.length(), indent + "      ");
  }
}
