package dev.esp32sockets.cli;

import com.google.gson.stream.JsonWriter;
import dev.esp32sockets.project.CheckResult;
import dev.esp32sockets.project.FileReport;
import dev.esp32sockets.project.Fingerprints;
import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.Fix;
import dev.esp32sockets.rules.RuleCatalogue;
import dev.esp32sockets.rules.RuleInfo;
import dev.esp32sockets.rules.Severity;
import dev.esp32sockets.text.Span;
import dev.esp32sockets.text.TextEdit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The report in SARIF 2.1.0, with the page of each rule that reported. */
final class SarifFormat implements Format {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public String write(CheckResult result) {
    return Json.text(new Report(result, rules(result)));
  }

  /** The rules that reported, in the order of the catalogue. */
  private static List<RuleInfo> rules(CheckResult result) {
    List<RuleInfo> used = new ArrayList<>();
    for (RuleInfo rule : RuleCatalogue.all()) {
      if (reports(result, rule)) {
        used.add(rule);
      }
    }
    return used;
  }

  private static boolean reports(CheckResult result, RuleInfo rule) {
    for (FileReport file : result.files()) {
      for (Finding finding : file.findings()) {
        if (finding.rule().code().equals(rule.code())) {
          return true;
        }
      }
    }
    return false;
  }

  private record Report(CheckResult result, List<RuleInfo> rules) implements Json.Body {
    @Override
    public void write(JsonWriter json) throws IOException {
      json.beginObject();
      json.name("$schema").value(SCHEMA);
      json.name("version").value("2.1.0");
      json.name("runs").beginArray().beginObject();
      tool(json);
      json.name("columnKind").value("utf16CodeUnits");
      json.name("invocations").beginArray().beginObject();
      json.name("executionSuccessful").value(result.failures().isEmpty());
      json.endObject().endArray();
      json.name("results").beginArray();
      for (FileReport file : result.files()) {
        String[] prints = Fingerprints.of(file.text(), file.lines(), file.findings());
        for (int i = 0; i < prints.length; i++) {
          result(json, file, file.findings().get(i), prints[i]);
        }
      }
      json.endArray();
      json.endObject().endArray();
      json.endObject();
    }

    private void tool(JsonWriter json) throws IOException {
      json.name("tool").beginObject().name("driver").beginObject();
      json.name("name").value("esp32-sockets");
      json.name("version").value(Version.number());
      json.name("semanticVersion").value(Version.number());
      json.name("rules").beginArray();
      for (RuleInfo rule : rules) {
        rule(json, rule);
      }
      json.endArray();
      json.endObject().endObject();
    }

    private static void rule(JsonWriter json, RuleInfo rule) throws IOException {
      String page = Pages.rule(rule);
      json.beginObject();
      json.name("id").value(rule.code());
      json.name("name").value(rule.name());
      text(json, "shortDescription", Pages.firstSentence(page, rule));
      json.name("help").beginObject();
      json.name("text").value(page);
      json.name("markdown").value(page);
      json.endObject();
      json.name("defaultConfiguration").beginObject();
      json.name("level").value(level(rule.severity()));
      json.endObject();
      json.endObject();
    }

    private void result(JsonWriter json, FileReport file, Finding finding, String print)
        throws IOException {
      json.beginObject();
      json.name("ruleId").value(finding.rule().code());
      json.name("ruleIndex").value(index(finding.rule()));
      json.name("level").value(level(finding.severity()));
      text(json, "message", finding.message());
      json.name("locations").beginArray().beginObject();
      place(json, file, finding.span());
      json.endObject().endArray();
      json.name("partialFingerprints").beginObject();
      json.name("esp32Sockets/v1").value(print);
      json.endObject();
      related(json, file, finding);
      fixes(json, file, finding);
      json.endObject();
    }

    private int index(RuleInfo rule) {
      int index = 0;
      while (!rules.get(index).code().equals(rule.code())) {
        index++;
      }
      return index;
    }

    private static void related(JsonWriter json, FileReport file, Finding finding)
        throws IOException {
      if (finding.related().isEmpty()) {
        return;
      }
      json.name("relatedLocations").beginArray();
      for (Finding.Related related : finding.related()) {
        json.beginObject();
        place(json, file, related.span());
        text(json, "message", related.message());
        json.endObject();
      }
      json.endArray();
    }

    private static void fixes(JsonWriter json, FileReport file, Finding finding)
        throws IOException {
      if (finding.fixes().isEmpty()) {
        return;
      }
      json.name("fixes").beginArray();
      for (Fix fix : finding.fixes()) {
        json.beginObject();
        text(json, "description", fix.title());
        json.name("artifactChanges").beginArray().beginObject();
        artifact(json, file);
        json.name("replacements").beginArray();
        for (TextEdit edit : fix.edits()) {
          json.beginObject();
          region(json, "deletedRegion", file, edit.span());
          text(json, "insertedContent", edit.replacement());
          json.endObject();
        }
        json.endArray();
        json.endObject().endArray();
        json.endObject();
      }
      json.endArray();
    }

    private static void place(JsonWriter json, FileReport file, Span span) throws IOException {
      json.name("physicalLocation").beginObject();
      artifact(json, file);
      region(json, "region", file, span);
      json.endObject();
    }

    private static void artifact(JsonWriter json, FileReport file) throws IOException {
      json.name("artifactLocation").beginObject();
      json.name("uri").value(Uri.of(file.file()));
      json.endObject();
    }

    private static void region(JsonWriter json, String name, FileReport file, Span span)
        throws IOException {
      Places place = Places.of(file.lines(), span);
      json.name(name).beginObject();
      json.name("startLine").value(place.line());
      json.name("startColumn").value(place.column());
      json.name("endLine").value(place.endLine());
      json.name("endColumn").value(place.endColumn());
      json.endObject();
    }

    private static void text(JsonWriter json, String name, String text) throws IOException {
      json.name(name).beginObject().name("text").value(text).endObject();
    }
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "note";
    };
  }
}
