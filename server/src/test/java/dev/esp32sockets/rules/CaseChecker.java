package dev.esp32sockets.rules;

import dev.esp32sockets.rules.FixtureCase.Mark;
import dev.esp32sockets.rules.FixtureCase.SourceFile;
import dev.esp32sockets.text.LineIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the findings of a fixture case with its marks, one to one. */
final class CaseChecker {
  private static final List<String> UNKIND_WORDS =
      List.of("invalid", "illegal", "please", "should");

  private final FixtureCase fixture;

  CaseChecker(FixtureCase fixture) {
    this.fixture = fixture;
  }

  /** Fails with the annotated source of both sides when marks and findings differ. */
  void check() {
    CaseProject project = new CaseProject(fixture);
    for (SourceFile file : fixture.files()) {
      List<Finding> findings = project.check(file.path(), fixture.target());
      compare(file, findings);
      for (Finding finding : findings) {
        checkMessage(finding);
      }
    }
  }

  private void compare(SourceFile file, List<Finding> findings) {
    List<Mark> found = marks(findings, file.text());
    List<Mark> missing = new ArrayList<>(file.marks());
    List<Mark> unexpected = new ArrayList<>();
    for (Mark mark : found) {
      Mark expected = firstExpecting(mark, missing);
      if (expected != null) {
        missing.remove(expected);
      } else {
        unexpected.add(mark);
      }
    }
    unexpected.removeIf(mark -> fixture.allowed().contains(mark.code()));
    if (!missing.isEmpty() || !unexpected.isEmpty()) {
      throw new CaseFailure(report(file, found, missing, unexpected));
    }
  }

  private static @Nullable Mark firstExpecting(Mark found, List<Mark> expected) {
    for (Mark mark : expected) {
      if (mark.expects(found)) {
        return mark;
      }
    }
    return null;
  }

  /** The findings as marks; what spans several lines is marked on its first. */
  static List<Mark> marks(List<Finding> findings, String text) {
    LineIndex lines = new LineIndex(text);
    List<Mark> marks = new ArrayList<>();
    for (Finding finding : findings) {
      int start = Math.min(finding.span().start(), text.length());
      int line = lines.line(start);
      int lineEnd = lines.lineEnd(line);
      while (lineEnd > start && isLineBreak(text.charAt(lineEnd - 1))) {
        lineEnd--;
      }
      int column = lines.column(start);
      int end = Math.max(1, Math.min(finding.span().end(), lineEnd) - start);
      marks.add(
          new Mark(
              line,
              column,
              column + end,
              finding.rule().code(),
              finding.severity(),
              !finding.fixes().isEmpty(),
              finding.message()));
    }
    return marks;
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private String report(
      SourceFile file, List<Mark> found, List<Mark> missing, List<Mark> unexpected) {
    StringBuilder out = new StringBuilder(fixture.place());
    if (fixture.files().size() > 1) {
      out.append(", file ").append(file.path());
    }
    out.append(" (firmware ").append(fixture.target().written()).append(")\n");
    list(out, "missing", file, missing);
    list(out, "unexpected", file, unexpected);
    out.append("----- expected -----\n").append(annotate(file.text(), file.marks()));
    out.append("----- found -----\n").append(annotate(file.text(), found));
    return out.toString();
  }

  private static void list(StringBuilder out, String title, SourceFile file, List<Mark> marks) {
    for (Mark mark : marks) {
      out.append(title)
          .append(" at line ")
          .append(file.fixtureLine(mark.line()))
          .append(", columns ")
          .append(mark.start())
          .append(" to ")
          .append(mark.end())
          .append(": ")
          .append(mark.render().replaceFirst("^#[ ^<]*", ""))
          .append('\n');
    }
  }

  /** The text with the marks below their lines, as a fixture has them. */
  static String annotate(String text, List<Mark> marks) {
    StringBuilder out = new StringBuilder();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i < lines.length - 1 || !lines[i].isEmpty()) {
        out.append(lines[i]).append('\n');
      }
      for (Mark mark : marks) {
        if (mark.line() == i) {
          out.append(mark.render()).append('\n');
        }
      }
    }
    return out.toString();
  }

  private void checkMessage(Finding finding) {
    String message = finding.message();
    String problem = null;
    if (message.length() > 100) {
      problem = "has " + message.length() + " characters, 100 are the most";
    } else if (message.indexOf('\n') >= 0 || message.endsWith(".") || message.isBlank()) {
      problem = "is one line without a full stop";
    }
    for (String word : UNKIND_WORDS) {
      if (message.matches("(?i).*\\b" + word + "\\b.*")) {
        problem = "does without the word `" + word + "`";
      }
    }
    if (problem != null) {
      throw new CaseFailure(
          fixture.place()
              + ": a message "
              + problem
              + "\n"
              + finding.rule().code()
              + " "
              + message);
    }
  }
}
