package dev.esp32sockets.cli;

import dev.esp32sockets.project.CheckResult;
import dev.esp32sockets.project.FileReport;
import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.Severity;

/** Workflow commands that GitHub shows beside the lines of a change. */
final class GithubFormat implements Format {
  @Override
  public String write(CheckResult result) {
    StringBuilder out = new StringBuilder();
    for (FileReport file : result.files()) {
      for (Finding finding : file.findings()) {
        command(out, file, finding);
      }
    }
    return out.toString();
  }

  private static void command(StringBuilder out, FileReport file, Finding finding) {
    Places place = Places.of(file.lines(), finding.span());
    out.append("::").append(level(finding.severity()));
    out.append(" file=").append(property(file.file()));
    out.append(",line=").append(place.line());
    out.append(",endLine=").append(place.endLine());
    // GitHub takes columns only where one line holds both ends.
    if (place.line() == place.endLine()) {
      out.append(",col=").append(place.column()).append(",endColumn=").append(place.endColumn());
    }
    out.append(",title=").append(finding.rule().code()).append(' ');
    out.append(finding.rule().name()).append("::").append(data(finding.message())).append('\n');
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
