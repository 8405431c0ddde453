package dev.esp32sockets.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The reports for other programs hold what those demand. */
class ReportsTest {
  private static final String ODD = "sub/a b,c:d%é&<\".py";

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    String text = "import socket\n\ns = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)\n";
    Run.write(folder, ODD, text + "s = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)\n");
    Run.write(folder, "b.py", text + "x = (\n");
    Run.write(folder, "clean.py", "x = 1\n");
  }

  private String report(String format) {
    Run run = Run.in(folder, "check", "--format", format);
    assertEquals(1, run.code, run.toString());
    assertEquals("", run.err);
    return run.out;
  }

  @Test
  void sarifHasWhatTheStandardRequires() {
    JsonObject log = JsonParser.parseString(report("sarif")).getAsJsonObject();
    assertEquals("2.1.0", log.get("version").getAsString());
    JsonObject run = log.getAsJsonArray("runs").get(0).getAsJsonObject();
    assertEquals("utf16CodeUnits", run.get("columnKind").getAsString());
    JsonObject driver = run.getAsJsonObject("tool").getAsJsonObject("driver");
    assertEquals("esp32-sockets", driver.get("name").getAsString());
    JsonArray rules = driver.getAsJsonArray("rules");
    JsonArray results = run.getAsJsonArray("results");
    assertTrue(results.size() >= 4, results.toString());
    Set<String> prints = new HashSet<>();
    for (JsonElement element : results) {
      JsonObject result = element.getAsJsonObject();
      JsonObject rule = rules.get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
      assertEquals(rule.get("id"), result.get("ruleId"));
      assertTrue(rule.getAsJsonObject("help").get("text").getAsString().contains("## "));
      assertTrue(Set.of("error", "warning", "note").contains(result.get("level").getAsString()));
      assertTrue(result.getAsJsonObject("message").has("text"));
      JsonObject place = place(result);
      String uri = place.getAsJsonObject("artifactLocation").get("uri").getAsString();
      assertTrue(java.net.URI.create(uri).getScheme() == null, uri);
      prints.add(uri + result.getAsJsonObject("partialFingerprints"));
    }
    assertEquals(results.size(), prints.size(), "each finding has a print of its own");
  }

  private static JsonObject place(JsonObject result) {
    JsonObject place =
        result
            .getAsJsonArray("locations")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("physicalLocation");
    JsonObject region = place.getAsJsonObject("region");
    for (String key : "startLine startColumn endLine endColumn".split(" ")) {
      assertTrue(region.get(key).getAsInt() >= 1, key);
    }
    return place;
  }

  @Test
  void sarifHoldsTheFixes() {
    assertTrue(report("sarif").contains("\"deletedRegion\""));
    assertTrue(report("sarif").contains("\"text\": \"AF_INET\""));
  }

  @Test
  void gitlabHasItsFields() {
    Set<String> prints = new HashSet<>();
    JsonArray report = JsonParser.parseString(report("gitlab")).getAsJsonArray();
    assertTrue(report.size() >= 4);
    for (JsonElement element : report) {
      JsonObject one = element.getAsJsonObject();
      prints.add(one.get("fingerprint").getAsString());
      assertTrue(one.has("description") && one.has("check_name"));
      String severity = one.get("severity").getAsString();
      assertTrue(Set.of("critical", "major", "minor", "info").contains(severity));
      JsonObject lines = one.getAsJsonObject("location").getAsJsonObject("lines");
      assertTrue(lines.get("begin").getAsInt() >= 1);
    }
    assertEquals(report.size(), prints.size());
  }

  @Test
  void githubEscapesWhatEndsACommand() {
    String out = report("github");
    assertTrue(
        out.contains("::warning file=sub/a b%2Cc%3Ad%25é&<\".py,line=3,endLine=3,col=19"), out);
    assertTrue(out.contains(",title=ESP201 af-inet6-socket::`"), out);
    assertTrue(out.contains("::error file=b.py"), out);
  }

  @Test
  void junitHasOneCaseAFile() throws IOException, SAXException, ParserConfigurationException {
    byte[] xml = report("junit").getBytes(StandardCharsets.UTF_8);
    Document report =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));
    Element suite = (Element) report.getElementsByTagName("testsuite").item(0);
    assertEquals("3", suite.getAttribute("tests"));
    assertEquals("2", suite.getAttribute("failures"));
    assertEquals(3, report.getElementsByTagName("testcase").getLength());
    assertEquals(2, report.getElementsByTagName("failure").getLength());
    Run never = Run.in(folder, "check", "--format", "junit", "--fail-on", "never");
    assertTrue(never.out.contains("failures=\"0\"") && never.out.contains("<system-out>"));
  }

  @Test
  void fingerprintsSurviveMovedLinesAndTellTwinsApart() throws IOException {
    String before = report("gitlab");
    Run.write(
        folder,
        "b.py",
        """
        import time

        import socket

        s = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
        x = (
        """);
    JsonArray old = JsonParser.parseString(before).getAsJsonArray();
    String after = report("gitlab");
    assertNotEquals(before, after);
    for (JsonElement element : old) {
      String print = element.getAsJsonObject().get("fingerprint").getAsString();
      assertTrue(after.contains(print), element.toString());
    }
  }
}
