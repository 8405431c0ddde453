package dev.esp32sockets.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.project.CheckRequest.Fixing;
import dev.esp32sockets.syntax.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole check and its fixes over broken twins of our examples: nothing fails, what compiled
 * compiles after fixing, and a second run changes nothing.
 */
class FixFuzzTest {
  private static final Path EXAMPLES = Path.of("examples");
  private static final Path NOWHERE = Path.of("target/fuzz/none").toAbsolutePath();
  private static final List<List<String>> SCRIPTS = new ArrayList<>();

  private static List<List<String>> scripts() throws IOException {
    synchronized (SCRIPTS) {
      if (SCRIPTS.isEmpty()) {
        try (Stream<Path> walk = Files.walk(EXAMPLES)) {
          for (Path file : walk.filter(each -> each.toString().endsWith(".py")).sorted().toList()) {
            SCRIPTS.add(Files.readAllLines(file));
          }
        }
        assertTrue(SCRIPTS.size() > 20, "only " + SCRIPTS.size() + " examples found");
      }
      return SCRIPTS;
    }
  }

  @FuzzTest(maxDuration = "24h")
  void aChangedExample(FuzzedDataProvider data) throws IOException {
    List<List<String>> scripts = scripts();
    List<String> lines = new ArrayList<>(scripts.get(data.consumeInt(0, scripts.size() - 1)));
    int changes = data.consumeInt(0, 6);
    for (int i = 0; i < changes && !lines.isEmpty(); i++) {
      change(lines, scripts, data);
    }
    assertHolds(String.join("\n", lines) + "\n");
  }

  private static void change(
      List<String> lines, List<List<String>> scripts, FuzzedDataProvider data) {
    int at = data.consumeInt(0, lines.size() - 1);
    switch (data.consumeInt(0, 4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(data.consumeInt(0, lines.size() - 1)));
      case 2 -> {
        List<String> other = scripts.get(data.consumeInt(0, scripts.size() - 1));
        lines.add(at, other.get(data.consumeInt(0, other.size() - 1)));
      }
      case 3 -> {
        String line = lines.get(at);
        int cut = data.consumeInt(0, line.length());
        lines.set(at, line.substring(0, cut) + data.consumeString(8) + line.substring(cut));
      }
      default -> {
        String line = lines.get(at);
        int cut = data.consumeInt(0, line.length());
        lines.set(at, line.substring(0, cut) + line.substring(data.consumeInt(cut, line.length())));
      }
    }
  }

  @FuzzTest(maxDuration = "24h")
  void anyText(FuzzedDataProvider data) {
    assertHolds(data.consumeRemainingAsString());
  }

  private static void assertHolds(String text) {
    String fixed = fixed(text);
    Releases target = Releases.of(Releases.NEWEST);
    if (!FixApplier.isRefused(Parser.parse(text), target)) {
      assertFalse(FixApplier.isRefused(Parser.parse(fixed), target), fixed);
    }
    assertEquals(fixed, fixed(fixed), "a second run changes something");
  }

  private static String fixed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    CheckResult result =
        Checker.run(
            new CheckRequest(
                NOWHERE,
                List.of("-"),
                new Input(bytes, "fuzz.py"),
                Flags.NONE,
                null,
                List.of(),
                true,
                Fixing.ALL,
                null,
                false,
                1,
                Progress.NONE));
    assertEquals(List.of(), result.failures());
    return result.changes().isEmpty()
        ? result.files().get(0).text()
        : result.changes().get(0).after();
  }
}
