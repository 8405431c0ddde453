package dev.esp32sockets.cli;

import com.google.gson.stream.JsonWriter;
import dev.esp32sockets.project.CheckResult;
import dev.esp32sockets.project.FileReport;
import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.Severity;
import dev.esp32sockets.text.Span;
import java.io.IOException;

/** The report for programs of our own making; fields are only ever added. */
final class JsonFormat implements Format {
  private final boolean fixing;

  /** With {@code fixing}, the summary says how many fixes were applied. */
  JsonFormat(boolean fixing) {
    this.fixing = fixing;
  }

  @Override
  public String write(CheckResult result) {
    return Json.text(new Report(result, fixing));
  }

  private record Report(CheckResult result, boolean fixing) implements Json.Body {
    @Override
    public void write(JsonWriter json) throws IOException {
      json.beginObject();
      json.name("version").value(1);
      json.name("tool").value(Version.number());
      json.name("firmware").value(result.firmware());
      json.name("findings").beginArray();
      for (FileReport file : result.files()) {
        for (Finding finding : file.findings()) {
          write(json, file, finding);
        }
      }
      json.endArray();
      summary(json);
      json.endObject();
    }

    private void summary(JsonWriter json) throws IOException {
      json.name("summary").beginObject();
      json.name("files").value(result.files().size());
      Severity[] order = {Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.HINT};
      for (Severity severity : order) {
        json.name(severity.word()).value(result.count(severity));
      }
      json.name("suppressed").value(result.suppressed());
      json.name("baselined").value(result.baselined());
      json.name("host").value(result.host());
      if (fixing) {
        int fixed = 0;
        for (CheckResult.Change change : result.changes()) {
          fixed += change.fixes();
        }
        json.name("fixed").value(fixed);
      }
      json.endObject();
    }

    private static void write(JsonWriter json, FileReport file, Finding finding)
        throws IOException {
      json.beginObject();
      place(json, file, finding.span());
      json.name("code").value(finding.rule().code());
      json.name("name").value(finding.rule().name());
      json.name("severity").value(finding.severity().word());
      json.name("message").value(finding.message());
      json.name("help").value(finding.fixes().isEmpty() ? null : finding.fixes().get(0).title());
      json.name("fixable").value(Summary.isFixable(finding));
      json.name("related").beginArray();
      for (Finding.Related related : finding.related()) {
        json.beginObject();
        place(json, file, related.span());
        json.name("message").value(related.message());
        json.endObject();
      }
      json.endArray();
      json.endObject();
    }

    private static void place(JsonWriter json, FileReport file, Span span) throws IOException {
      Places place = Places.of(file.lines(), span);
      json.name("file").value(file.file());
      json.name("line").value(place.line());
      json.name("column").value(place.column());
      json.name("endLine").value(place.endLine());
      json.name("endColumn").value(place.endColumn());
    }
  }
}
