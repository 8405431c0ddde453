package dev.esp32sockets.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import dev.esp32sockets.firmware.Chip;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.firmware.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples are clean, and each broken twin has exactly the finding that it is about. */
class ExamplesTest {
  private static final Path GOOD = Path.of("examples");
  private static final Path BROKEN = GOOD.resolve("broken");

  /** Since 1.22 all that the examples use is there. */
  private static final Target EVERY_TARGET =
      new Target(Releases.between(22, Releases.NEWEST), Chip.ESP32, ">=1.22");

  /** The one finding of a broken script. */
  private record Expected(String code, int line) {}

  @TestFactory
  List<DynamicTest> goodScriptsAreSilent() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : scripts(GOOD)) {
      String text = Files.readString(GOOD.resolve(name));
      for (Target target : List.of(Target.DEFAULT, EVERY_TARGET)) {
        tests.add(
            DynamicTest.dynamicTest(
                name + " on " + target.written(), () -> expect(name, text, target, List.of())));
      }
    }
    assertTrue(tests.size() >= 16, "eight scripts at least");
    return tests;
  }

  @TestFactory
  List<DynamicTest> brokenScriptsHaveTheirFinding() throws IOException {
    Map<String, Expected> manifest = manifest();
    assertEquals(new TreeSet<>(manifest.keySet()), scripts(BROKEN), "the manifest and the folder");
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, Expected> entry : manifest.entrySet()) {
      String name = entry.getKey();
      String text = Files.readString(BROKEN.resolve(name));
      Expected expected = entry.getValue();
      List<String> finding = List.of(expected.code() + " in line " + expected.line());
      tests.add(DynamicTest.dynamicTest(name, () -> expect(name, text, Target.DEFAULT, finding)));
    }
    return tests;
  }

  @Test
  void everyScriptHasTwoBrokenTwins() throws IOException {
    Set<String> broken = scripts(BROKEN);
    for (String name : scripts(GOOD)) {
      String start = name.replace(".py", "_");
      long twins = broken.stream().filter(twin -> twin.startsWith(start)).count();
      assertTrue(twins >= 2, name + " has " + twins + " broken twins");
    }
  }

  private static void expect(String name, String text, Target target, List<String> expected) {
    List<Finding> findings = new CaseProject(name, text).check(name, target);
    List<String> found = new ArrayList<>();
    for (FixtureCase.Mark mark : CaseChecker.marks(findings, text)) {
      found.add(mark.code() + " in line " + (mark.line() + 1));
    }
    if (!found.equals(expected)) {
      throw new CaseFailure(
          name
              + " on "
              + target.written()
              + ": expected "
              + expected
              + " but found "
              + found
              + "\n"
              + CaseChecker.annotate(text, CaseChecker.marks(findings, text)));
    }
  }

  private static Set<String> scripts(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".py"))
          .forEach(names::add);
    }
    assertFalse(names.isEmpty(), "no script in " + folder);
    return names;
  }

  private static Map<String, Expected> manifest() throws IOException {
    String json = Files.readString(BROKEN.resolve("expected.json"));
    Map<String, Expected> manifest = new Gson().fromJson(json, new TypeToken<>() {});
    assertFalse(manifest.isEmpty(), "the manifest is empty");
    return manifest;
  }
}
