package dev.esp32sockets.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `check` prints and how it ends. */
class CheckTest {
  private static final String IPV6 =
      "import socket\n\ns = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)\ns.close()\n";
  private static final String FIXED = IPV6.replace("AF_INET6", "AF_INET");
  private static final String CLEAN = "import socket\n\ns = socket.socket()\ns.close()\n";

  @TempDir Path folder;

  private Run check(String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "check";
    System.arraycopy(options, 0, args, 1, options.length);
    return Run.in(folder, args);
  }

  @Test
  void aFindingStandsWithItsLineAndItsHelp() throws IOException {
    Run.write(folder, "client.py", IPV6);
    Run run = check("client.py");
    assertEquals(1, run.code, run.toString());
    String[] lines = run.out.split("\n");
    assertTrue(
        lines[0].startsWith("client.py:3:19: warning ESP201 af-inet6-socket: `"), run.toString());
    assertEquals(" 3 | s = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)", lines[1]);
    assertEquals("   |                   ^^^^^^^^^^^^^^^", lines[2]);
    assertEquals("   help: Use `AF_INET` (--fix)", lines[3]);
    assertTrue(run.out.contains("Checked 1 file for MicroPython 1.28: 1 warning.\n"), run.out);
    assertFalse(run.out.contains("\u001b"), "no colours where nobody reads on a screen");
    assertEquals("", run.err);
  }

  @Test
  void nothingFoundIsSaidInOneLine() throws IOException {
    Run.write(folder, "client.py", CLEAN);
    Run run = check();
    assertEquals("Checked 1 file for MicroPython 1.28: no findings.\n", run.out);
    assertEquals(0, run.code);
  }

  @Test
  void anEmptyFolderIsNoFailure() {
    Run run = check();
    assertEquals("No Python files to check.\n", run.out);
    assertEquals(0, run.code);
  }

  @Test
  void theExitCodeFollowsFailOn() throws IOException {
    Run.write(folder, "client.py", IPV6);
    assertEquals(1, check("--fail-on", "warning").code);
    assertEquals(0, check("--fail-on=error").code);
    assertEquals(0, check("--fail-on", "never").code);
    assertEquals(1, check("--fail-on", "hint").code);
  }

  @Test
  void aMissingPathIsToldAfterAllOthersWereChecked() throws IOException {
    Run.write(folder, "client.py", IPV6);
    Run run = check("nowhere", "client.py");
    assertEquals(2, run.code);
    assertTrue(run.out.contains("ESP201"), run.toString());
    assertEquals("nowhere: no such file or folder\n", run.err);
  }

  @Test
  void wrongOptionsNameTheNearestWord() {
    assertWrong("unknown option `--fromat`; the nearest is `--format`", "--fromat", "json");
    assertWrong("`--format` needs a value", "--format");
    assertWrong("not `jsn`; the nearest is `json`", "--format", "jsn");
    assertWrong("there is no rule `ESP210x`", "--select", "ESP210x");
    assertWrong(
        "no rule `af-inet6-sockt`; the nearest is `af-inet6-socket`", "--ignore=af-inet6-sockt");
    assertWrong("means no release", "--firmware", "2.0");
    assertWrong("there is no chip `esp32s4`; the nearest is `esp32s", "--chip", "esp32s4");
    assertWrong("`--jobs` needs a whole number", "--jobs", "0");
    assertWrong("`--write-baseline` needs `--baseline FILE`", "--write-baseline");
    assertWrong("`--fix` takes no value", "--fix=yes");
  }

  private void assertWrong(String expected, String... options) {
    Run run = check(options);
    assertEquals(2, run.code, run.toString());
    assertTrue(run.err.contains(expected), run.toString());
    assertEquals("", run.out);
  }

  @Test
  void jsonHasTheFieldsThatProgramsRelyOn() throws IOException {
    Run.write(folder, "src/client.py", IPV6);
    Run run = check("--format", "json");
    JsonObject report = JsonParser.parseString(run.out).getAsJsonObject();
    assertEquals(1, report.get("version").getAsInt());
    assertEquals("0.1.0", report.get("tool").getAsString());
    assertEquals("1.28", report.get("firmware").getAsString());
    JsonArray findings = report.getAsJsonArray("findings");
    assertEquals(1, findings.size(), run.toString());
    JsonObject finding = findings.get(0).getAsJsonObject();
    assertEquals("src/client.py", finding.get("file").getAsString());
    assertEquals(3, finding.get("line").getAsInt());
    assertEquals(19, finding.get("column").getAsInt());
    assertEquals(3, finding.get("endLine").getAsInt());
    assertEquals(34, finding.get("endColumn").getAsInt());
    assertEquals("ESP201", finding.get("code").getAsString());
    assertEquals("af-inet6-socket", finding.get("name").getAsString());
    assertEquals("warning", finding.get("severity").getAsString());
    assertEquals("Use `AF_INET`", finding.get("help").getAsString());
    assertTrue(finding.get("fixable").getAsBoolean());
    assertTrue(finding.get("related").isJsonArray());
    JsonObject summary = report.getAsJsonObject("summary");
    assertEquals(1, summary.get("files").getAsInt());
    assertEquals(1, summary.get("warning").getAsInt());
    for (String key : "error info hint suppressed baselined host".split(" ")) {
      assertEquals(0, summary.get(key).getAsInt(), key);
    }
  }

  @Test
  void firmwareIsNullWhereFilesDiffer() throws IOException {
    Run.write(folder, "a/esp32-sockets.toml", "firmware = '1.24'\n");
    Run.write(folder, "a/main.py", CLEAN);
    Run.write(folder, "b/main.py", CLEAN);
    assertTrue(check("--format=json").out.contains("\"firmware\": null"));
    assertTrue(check("--format=json", "a").out.contains("\"firmware\": \"1.24\""));
    assertTrue(
        check("--format=json", "--firmware", ">=1.20").out.contains("\"firmware\": \">=1.20\""));
  }

  @Test
  void standardInputTakesTheNameThatIsGiven() throws IOException {
    Run run = Run.withInput(folder, IPV6, "check", "-", "--stdin-filename", "net/client.py");
    assertTrue(run.out.startsWith("net/client.py:3:19: "), run.toString());
    assertEquals(1, run.code);
    assertTrue(Run.withInput(folder, IPV6, "check", "-").out.startsWith("<stdin>:3:19: "));
  }

  @Test
  void fixWritesTheFileAndASecondRunChangesNothing() throws IOException {
    Path file = Run.write(folder, "client.py", IPV6);
    Run run = check("--fix");
    assertEquals(FIXED, Files.readString(file), run.toString());
    assertEquals(0, run.code, run.toString());
    assertTrue(run.out.contains("Fixed 1 finding in 1 file.\n"), run.out);
    check("--fix");
    assertEquals(FIXED, Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "no temporary file stays");
    }
  }

  @Test
  void fixKeepsTheLineBreaksOfTheFile() throws IOException {
    Path file = Run.write(folder, "client.py", IPV6.replace("\n", "\r\n"));
    check("--fix");
    assertEquals(FIXED.replace("\n", "\r\n"), Files.readString(file));
  }

  @Test
  void fixOfStandardInputGoesToStandardOutput() {
    Run run = Run.withInput(folder, IPV6, "check", "-", "--fix");
    assertEquals(FIXED, run.out, run.toString());
    assertTrue(run.err.contains("no findings"), run.err);
  }

  @Test
  void diffWritesNothingAndSaysThatSomethingWouldChange() throws IOException {
    Path file = Run.write(folder, "client.py", IPV6);
    Run run = check("--diff");
    assertEquals(1, run.code);
    assertEquals(
        """
        --- a/client.py
        +++ b/client.py
        @@ -1,4 +1,4 @@
         import socket
        \s
        -s = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
        +s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
         s.close()
        """,
        run.out);
    assertEquals(IPV6, Files.readString(file));
    assertEquals(0, Run.withInput(folder, CLEAN, "check", "-", "--diff").code);
  }

  @Test
  void theBaselineSurvivesMovedLines() throws IOException {
    Run.write(folder, "client.py", IPV6);
    Run run = check("--baseline", "known.txt", "--write-baseline");
    assertEquals(0, run.code, run.toString());
    assertTrue(run.err.contains("known.txt: 1 finding written"), run.toString());
    Run.write(folder, "client.py", "# new\n\n" + IPV6.replace("socket(socket.", "socket( socket."));
    assertEquals(1, check("--baseline", "known.txt").code, "another line is another finding");
    Run.write(folder, "client.py", "import time\n\n\n" + IPV6);
    Run moved = check("--baseline", "known.txt");
    assertEquals(0, moved.code, moved.toString());
    assertTrue(moved.out.contains("1 finding known to the baseline."), moved.out);
    Run.write(folder, "client.py", IPV6 + IPV6.substring(IPV6.indexOf("s =")));
    assertEquals(1, check("--baseline", "known.txt").code, "the second one is new");
  }

  @Test
  void aBaselineThatIsMissingOrBrokenIsWrongUse() throws IOException {
    Run.write(folder, "client.py", CLEAN);
    Run missing = check("--baseline", "known.txt");
    assertEquals(2, missing.code);
    assertTrue(missing.err.contains("known.txt: no such baseline"), missing.err);
    Run.write(folder, "known.txt", "# esp32-sockets baseline 1\nrubbish\n");
    Run broken = check("--baseline", "known.txt");
    assertEquals(2, broken.code);
    assertTrue(broken.err.startsWith("known.txt:2: "), broken.err);
  }

  @Test
  void commentsSwitchRulesOffAndTellWhenTheyDoNothing() throws IOException {
    String ignored = IPV6.replace("STREAM)", "STREAM)  # esp32: ignore[ESP201] -- tried on ::1");
    Run.write(folder, "client.py", ignored);
    Run run = check();
    assertEquals(0, run.code, run.toString());
    assertTrue(run.out.contains("1 finding ignored by comments."), run.out);
    Run.write(folder, "client.py", CLEAN + "x = 1  # esp32: ignore[ESP201]\n");
    assertFalse(check().out.contains("ESP903"));
    assertTrue(check("--report-unused-ignores").out.contains("hint ESP903 ignore-unused"));
    check("--report-unused-ignores", "--fix");
    assertEquals(CLEAN + "x = 1\n", Files.readString(folder.resolve("client.py")));
  }

  @Test
  void selectionByFlagBeatsTheConfiguration() throws IOException {
    Run.write(folder, "esp32-sockets.toml", "ignore = ['af-inet6-socket']\n");
    Run.write(folder, "client.py", IPV6);
    assertEquals(0, check().code);
    assertEquals(1, check("--select", "ESP2").code);
    assertEquals(0, check("--select", "ESP201", "--ignore", "all").code);
  }

  @Test
  void outputGoesToTheFileAndTheSummaryIsNotLost() throws IOException {
    Run.write(folder, "client.py", IPV6);
    Run run = check("--format", "json", "--output", "report.json");
    assertEquals("", run.out);
    assertTrue(Files.readString(folder.resolve("report.json")).contains("ESP201"));
    Run failed = check("--output", "no/such/report.txt");
    assertEquals(2, failed.code);
    assertTrue(failed.err.startsWith("no/such/report.txt: cannot be written"), failed.err);
  }

  @Test
  void statisticsCountEachRule() throws IOException {
    Run.write(folder, "client.py", IPV6 + IPV6);
    assertTrue(check("--statistics").out.endsWith("     2  ESP201 af-inet6-socket\n"));
  }

  @Test
  void coloursOnlyWhereTheyAreAllowed() throws IOException {
    Run.write(folder, "client.py", IPV6);
    assertTrue(check("--color", "always").out.contains("\u001b[1;33mwarning\u001b[0m"));
    assertFalse(check("--color", "never").out.contains("\u001b"));
    Run asked = Run.with(folder, "", Map.of("NO_COLOR", "1"), "check", "--color", "always");
    assertTrue(asked.out.contains("\u001b["), "a flag beats the environment");
  }

  @Test
  void theOrderIsTheSameWithAnyNumberOfJobs() throws IOException {
    for (int i = 0; i < 40; i++) {
      Run.write(folder, "m" + i + ".py", IPV6);
    }
    String one = check("--jobs", "1").out;
    assertEquals(one, check("--jobs", "8").out);
    assertTrue(one.contains("Checked 40 files"), one);
  }
}
