package dev.esp32sockets.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every fixture case: findings and marks match one to one, and fixes do what they promise.
 *
 * <p>{@code -Dfixtures=ESP2} runs only the files whose name starts so.
 */
class FixtureTest {
  static final Path RULES = Path.of("src/test/resources/fixtures/rules");
  static final Path BOOK = Path.of("src/test/resources/fixtures/book");

  @TestFactory
  List<DynamicContainer> rules() throws IOException {
    return containers(RULES, true);
  }

  /** Scripts as a course teaches them: silent where they are right, found where they are not. */
  @TestFactory
  List<DynamicContainer> book() throws IOException {
    return containers(BOOK, false);
  }

  private static List<DynamicContainer> containers(Path folder, boolean named) throws IOException {
    List<DynamicContainer> containers = new ArrayList<>();
    for (Path file : files(folder)) {
      List<DynamicTest> tests = new ArrayList<>();
      if (named) {
        tests.add(DynamicTest.dynamicTest("title", () -> checkTitle(file)));
      }
      tests.addAll(tests(FixtureReader.read(file)));
      containers.add(
          DynamicContainer.dynamicContainer(file.getFileName().toString(), tests.stream()));
    }
    return containers;
  }

  /** The fixture files of a folder in the order of their names, those that were asked for. */
  static List<Path> files(Path folder) throws IOException {
    String wanted = System.getProperty("fixtures", "");
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(folder)) {
      found
          .filter(file -> file.getFileName().toString().endsWith(".py"))
          .sorted()
          .forEach(files::add);
    }
    assertFalse(files.isEmpty(), "no fixture found in " + folder);
    files.removeIf(file -> !isWanted(file.getFileName().toString(), wanted));
    return files;
  }

  /** {@code -Dfixtures=ESP205,ESP3} runs some; nothing runs all. */
  private static boolean isWanted(String name, String wanted) {
    for (String prefix : wanted.split(",")) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static List<DynamicTest> tests(List<FixtureCase> cases) {
    List<DynamicTest> tests = new ArrayList<>();
    for (FixtureCase fixture : cases) {
      String name = "line " + fixture.line() + ": " + fixture.name();
      tests.add(DynamicTest.dynamicTest(name, () -> new CaseChecker(fixture).check()));
      for (FixtureCase.After after : fixture.afters()) {
        tests.add(
            DynamicTest.dynamicTest(
                name + ", fixed " + after.code(), () -> new FixChecker(fixture, after).check()));
      }
    }
    return tests;
  }

  /** A rule's fixture is called {@code ESPnnn-name.py} and its first line says the same. */
  private static void checkTitle(Path file) throws IOException {
    String title = file.getFileName().toString().replaceFirst("\\.py$", "").replaceFirst("-", " ");
    assertEquals("# " + title, Files.readString(file).lines().findFirst().orElse(""));
    RuleInfo rule = RuleCatalogue.find(title.substring(0, title.indexOf(' ')));
    assertEquals(rule == null ? "a known rule" : rule.code() + " " + rule.name(), title);
  }
}
