package dev.esp32sockets.cli;

import dev.esp32sockets.project.CheckResult;
import dev.esp32sockets.project.FileReport;
import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A test report: one case a file, failed where a finding is at the level that fails the check. */
final class JunitFormat implements Format {
  private final @Nullable Severity level;

  JunitFormat(@Nullable Severity level) {
    this.level = level;
  }

  @Override
  public String write(CheckResult result) {
    int failed = 0;
    for (FileReport file : result.files()) {
      failed += failing(file).isEmpty() ? 0 : 1;
    }
    String counts = "\" tests=\"" + result.files().size() + "\" failures=\"" + failed + "\"";
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuites name=\"esp32-sockets").append(counts).append(" errors=\"0\">\n");
    out.append("  <testsuite name=\"esp32-sockets").append(counts).append(" errors=\"0\">\n");
    for (FileReport file : result.files()) {
      testCase(out, file);
    }
    return out.append("  </testsuite>\n</testsuites>\n").toString();
  }

  private List<Finding> failing(FileReport file) {
    List<Finding> found = new ArrayList<>();
    for (Finding finding : file.findings()) {
      if (level != null && finding.severity().compareTo(level) >= 0) {
        found.add(finding);
      }
    }
    return found;
  }

  private void testCase(StringBuilder out, FileReport file) {
    out.append("    <testcase classname=\"esp32-sockets\" name=\"");
    escape(out, file.file());
    if (file.findings().isEmpty()) {
      out.append("\"/>\n");
      return;
    }
    out.append("\">\n");
    List<Finding> failing = failing(file);
    if (!failing.isEmpty()) {
      failure(out, file, failing);
    }
    if (failing.size() < file.findings().size()) {
      out.append("      <system-out>");
      for (Finding finding : file.findings()) {
        if (!failing.contains(finding)) {
          line(out, file, finding);
        }
      }
      out.append("</system-out>\n");
    }
    out.append("    </testcase>\n");
  }

  // Most readers show the first failure of a case only, so one holds all findings.
  private static void failure(StringBuilder out, FileReport file, List<Finding> failing) {
    Finding first = failing.get(0);
    out.append("      <failure type=\"").append(first.rule().code()).append("\" message=\"");
    escape(out, first.message());
    if (failing.size() > 1) {
      out.append(" (and ").append(failing.size() - 1).append(" more)");
    }
    out.append("\">");
    for (Finding finding : failing) {
      line(out, file, finding);
    }
    out.append("</failure>\n");
  }

  private static void line(StringBuilder out, FileReport file, Finding finding) {
    Places place = Places.of(file.lines(), finding.span());
    escape(out, file.file() + ":" + place.line() + ":" + place.column() + ": ");
    escape(out, finding.severity().word() + " " + finding.rule().code() + " ");
    escape(out, finding.rule().name() + ": " + finding.message());
    out.append('\n');
  }

  private static void escape(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\n', '\r', '\t' -> out.append("&#").append((int) c).append(';');
        default -> {
          // XML cannot hold other control characters in any form.
          if (c < ' ' || c >= 0xFFFE) {
            Escape.append(out, c);
          } else {
            out.append(c);
          }
        }
      }
    }
  }
}
