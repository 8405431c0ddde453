package dev.esp32sockets.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whatever stands in the files of a user: no reader of ours fails, each tells what is wrong. */
class SettingsFuzzTest {
  @FuzzTest(maxDuration = "24h")
  void configuration(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    List<String> problems = new ArrayList<>();
    ConfigReader.read(Path.of("/x/esp32-sockets.toml"), "c.toml", text, true, problems);
    for (String problem : problems) {
      assertTrue(problem.startsWith("c.toml:"), problem);
    }
  }

  @FuzzTest(maxDuration = "24h")
  void baseline(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    Baseline first = Baseline.of(text, "b.txt");
    assertEquals(first.problems(), Baseline.of(text, "b.txt").problems());
  }

  @FuzzTest(maxDuration = "24h")
  void patterns(FuzzedDataProvider data) {
    IgnorePatterns patterns = IgnorePatterns.ofText(data.consumeString(200));
    String path = data.consumeRemainingAsString();
    patterns.names(path);
    patterns.verdict(path, true);
  }

  @FuzzTest(maxDuration = "24h")
  void firmware(FuzzedDataProvider data) {
    FirmwareRange.Result result = FirmwareRange.parse(data.consumeRemainingAsString());
    assertTrue((result.target() == null) != (result.error() == null));
    assertTrue(result.target() == null || !result.target().releases().isEmpty());
  }
}
