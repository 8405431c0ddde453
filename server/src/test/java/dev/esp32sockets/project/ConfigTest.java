package dev.esp32sockets.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.esp32sockets.firmware.Chip;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.RuleCatalogue;
import dev.esp32sockets.rules.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration files: where they are found, what they say, and how mistakes are told. */
class ConfigTest {
  @TempDir Path top;

  private Path write(String name, String text) throws IOException {
    Path file = top.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Config read(String text, String... problems) throws IOException {
    write("esp32-sockets.toml", text);
    ConfigFinder finder = new ConfigFinder(top, Flags.NONE);
    Config config = finder.forFolder(top);
    assertEquals(List.of(problems), finder.problems());
    return config;
  }

  private static RuleInfo rule(String code) {
    return RuleCatalogue.find(code);
  }

  @Test
  void everyKeyIsRead() throws IOException {
    Files.createDirectories(top.resolve("src"));
    Config config =
        read(
            """
            firmware = "1.20..1.24"
            chip = "esp32c3"
            root = "src"
            ignore = ["ESP2"]
            exclude = ["old"]
            extra-modules = ["lvgl"]
            [severity]
            ESP302 = "hint"
            [per-file-ignores]
            "test/*" = ["all"]
            [board]
            port = "/dev/ttyUSB0"
            baud = 115200
            lines = "released"
            """);
    assertEquals(Releases.between(20, 24), config.target().releases());
    assertEquals(Chip.ESP32C3, config.target().chip());
    assertEquals(top.resolve("src"), config.root());
    assertFalse(config.selection().reports(rule("ESP201")));
    assertTrue(config.selection().reports(rule("ESP301")));
    assertTrue(config.exclude().names("old/x.py"));
    assertTrue(config.extraModules().contains("lvgl"));
    assertTrue(config.ignoredFor(rule("ESP301"), top.resolve("test/x.py")));
    assertFalse(config.ignoredFor(rule("ESP301"), top.resolve("src/x.py")));
  }

  @Test
  void mistakesAreToldWithLineAndNearestWordAndTheRestHolds() throws IOException {
    Config config =
        read(
            """
            firmwar = "1.24"
            chip = "esp32c33"
            ignore = ["af-inet6-sockett", "ESP202"]
            exclude = "old"
            [severity]
            ESP301 = "warn"
            [board]
            speed = 9600
            baud = "fast"
            lines = "up"
            """,
            "esp32-sockets.toml:1: unknown key `firmwar`; the nearest is `firmware`",
            "esp32-sockets.toml:2: there is no chip `esp32c33`; the nearest is `esp32c3`",
            "esp32-sockets.toml:3: there is no rule `af-inet6-sockett`; the nearest is"
                + " `af-inet6-socket`",
            "esp32-sockets.toml:4: `exclude` needs a list of texts: [\"...\"]",
            "esp32-sockets.toml:6: unknown level `warn`; the nearest is `warning`",
            "esp32-sockets.toml:8: unknown key `board.speed`",
            "esp32-sockets.toml:9: `board.baud` needs a whole number above 0, such as 115200",
            "esp32-sockets.toml:10: `board.lines` is `asserted` or `released`, not `up`");
    assertFalse(config.selection().reports(rule("ESP202")));
  }

  @Test
  void aNumberForTheFirmwareIsTold() throws IOException {
    read(
        "firmware = 1.24\n",
        "esp32-sockets.toml:1: `firmware` needs a text in quotes: write \"1.24\", not 1.24");
  }

  @Test
  void whatIsNoTomlIsToldWithItsLine() throws IOException {
    write("esp32-sockets.toml", "chip = \"esp32\"\nfirmware = \n");
    ConfigFinder finder = new ConfigFinder(top, Flags.NONE);
    finder.forFolder(top);
    assertEquals(1, finder.problems().size(), finder.problems().toString());
    assertTrue(
        finder.problems().get(0).startsWith("esp32-sockets.toml:2: this is not TOML: "),
        finder.problems().get(0));
  }

  @Test
  void theNearestFileWithOurTableWins() throws IOException {
    write("pyproject.toml", "[tool.esp32-sockets]\nfirmware = \"1.22\"\n");
    write("a/pyproject.toml", "[tool.other]\nname = \"x\"\n");
    write("a/b/esp32-sockets.toml", "firmware = \"1.23\"\n");
    Files.createDirectories(top.resolve("c/.git"));
    Files.createDirectories(top.resolve("c/d"));
    ConfigFinder finder = new ConfigFinder(top, Flags.NONE);
    assertEquals("1.22", finder.forFolder(top.resolve("a")).target().written());
    assertEquals("1.23", finder.forFolder(top.resolve("a/b")).target().written());
    assertNull(finder.forFolder(top.resolve("c/d")).file(), "a repository ends the search");
    assertEquals(List.of(), finder.problems());
  }

  @Test
  void bothFilesInOneFolderAreAnError() throws IOException {
    write("pyproject.toml", "[tool.esp32-sockets]\nfirmware = \"1.22\"\n");
    write("esp32-sockets.toml", "firmware = \"1.23\"\n");
    ConfigFinder finder = new ConfigFinder(top, Flags.NONE);
    assertEquals("1.23", finder.forFolder(top).target().written());
    assertEquals(1, finder.problems().size());
    assertTrue(finder.problems().get(0).startsWith("esp32-sockets.toml:1: "));
  }

  @Test
  void aFileThatIsNamedReplacesTheSearch() throws IOException {
    write("esp32-sockets.toml", "firmware = \"1.23\"\n");
    Path other = write("ci/strict.toml", "firmware = \"1.20\"\n");
    ConfigFinder finder = new ConfigFinder(top, Flags.NONE);
    finder.use(other, "ci/strict.toml");
    assertEquals("1.20", finder.forFolder(top).target().written());
    ConfigFinder missing = new ConfigFinder(top, Flags.NONE);
    missing.use(top.resolve("none.toml"), "none.toml");
    assertEquals(1, missing.problems().size());
  }

  @Test
  void levelsOfRulesBeatThoseOfFamiliesAndAll() throws IOException {
    Config config =
        read("[severity]\nESP301 = \"error\"\nall = \"off\"\nESP2 = \"hint\"\nESP202 = \"off\"\n");
    assertTrue(config.selection().reports(rule("ESP301")));
    assertFalse(config.selection().reports(rule("ESP302")));
    assertTrue(config.selection().reports(rule("ESP201")));
    assertFalse(config.selection().reports(rule("ESP202")));
  }
}
