package dev.esp32sockets.cli;

import dev.esp32sockets.project.CheckResult;
import dev.esp32sockets.project.FileReport;
import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.Fix;
import dev.esp32sockets.rules.Severity;

/** The last lines of a report for people. */
final class Summary {
  private final Style style;

  Summary(Style style) {
    this.style = style;
  }

  void write(CheckResult result, StringBuilder out) {
    int files = result.files().size();
    if (files == 0 && result.host() == 0) {
      out.append("No Python files to check.\n");
      return;
    }
    out.append("Checked ").append(count(files, "file")).append(" for MicroPython ");
    out.append(result.firmware() == null ? "(several targets)" : result.firmware()).append(": ");
    out.append(counts(result)).append(".\n");
    fixed(result, out);
    left(result, out);
    fixable(result, out);
  }

  private String counts(CheckResult result) {
    StringBuilder text = new StringBuilder();
    Severity[] order = {Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.HINT};
    for (Severity severity : order) {
      int count = result.count(severity);
      if (count > 0) {
        String words = severity == Severity.INFO ? count + " info" : count(count, severity.word());
        text.append(text.length() == 0 ? "" : ", ").append(style.of(severity, words));
      }
    }
    return text.length() == 0 ? style.green("no findings") : text.toString();
  }

  private static void fixed(CheckResult result, StringBuilder out) {
    int fixes = 0;
    for (CheckResult.Change change : result.changes()) {
      fixes += change.fixes();
    }
    if (fixes > 0) {
      out.append("Fixed ").append(count(fixes, "finding")).append(" in ");
      out.append(count(result.changes().size(), "file")).append(".\n");
    }
  }

  private static void left(CheckResult result, StringBuilder out) {
    if (result.suppressed() > 0) {
      out.append(count(result.suppressed(), "finding")).append(" ignored by comments.\n");
    }
    if (result.baselined() > 0) {
      out.append(count(result.baselined(), "finding")).append(" known to the baseline.\n");
    }
    if (result.host() > 0) {
      out.append(count(result.host(), "file"))
          .append(" left out: code for a computer, not for a board. Name a file to check it.\n");
    }
  }

  private static void fixable(CheckResult result, StringBuilder out) {
    int safe = 0;
    int unsafe = 0;
    for (FileReport file : result.files()) {
      for (Finding finding : file.findings()) {
        if (isFixable(finding)) {
          safe++;
        } else if (!finding.fixes().isEmpty()) {
          unsafe++;
        }
      }
    }
    if (safe > 0) {
      out.append(count(safe, "finding")).append(" can be fixed with --fix");
      out.append(unsafe > 0 ? ", " + unsafe + " more with --unsafe-fixes.\n" : ".\n");
    } else if (unsafe > 0) {
      out.append(count(unsafe, "finding")).append(" can be fixed with --unsafe-fixes.\n");
    }
  }

  static boolean isFixable(Finding finding) {
    for (Fix fix : finding.fixes()) {
      if (fix.safe()) {
        return true;
      }
    }
    return false;
  }

  static String count(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }
}
