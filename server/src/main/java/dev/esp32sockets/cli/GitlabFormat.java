package dev.esp32sockets.cli;

import com.google.gson.stream.JsonWriter;
import dev.esp32sockets.project.CheckResult;
import dev.esp32sockets.project.FileReport;
import dev.esp32sockets.project.Fingerprints;
import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.Severity;
import java.io.IOException;

/** The code quality report of GitLab. */
final class GitlabFormat implements Format {
  @Override
  public String write(CheckResult result) {
    return Json.text(new Report(result));
  }

  private record Report(CheckResult result) implements Json.Body {
    @Override
    public void write(JsonWriter json) throws IOException {
      json.beginArray();
      for (FileReport file : result.files()) {
        String[] prints = Fingerprints.of(file.text(), file.lines(), file.findings());
        for (int i = 0; i < prints.length; i++) {
          write(json, file, file.findings().get(i), prints[i]);
        }
      }
      json.endArray();
    }

    private static void write(JsonWriter json, FileReport file, Finding finding, String print)
        throws IOException {
      Places place = Places.of(file.lines(), finding.span());
      json.beginObject();
      json.name("description").value(finding.message());
      json.name("check_name").value(finding.rule().code() + " " + finding.rule().name());
      // One print must not serve two files.
      json.name("fingerprint").value(print + Fingerprints.hash(file.file()));
      json.name("severity").value(level(finding.severity()));
      json.name("location").beginObject();
      json.name("path").value(file.file());
      json.name("lines").beginObject();
      json.name("begin").value(place.line());
      json.name("end").value(place.endLine());
      json.endObject();
      json.endObject();
      json.endObject();
    }
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case INFO -> "minor";
      case HINT -> "info";
    };
  }
}
