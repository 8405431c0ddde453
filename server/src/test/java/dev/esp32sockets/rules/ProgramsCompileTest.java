package dev.esp32sockets.rules;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.esp32sockets.firmware.Target;
import dev.esp32sockets.judge.MicroPythonJudge;
import dev.esp32sockets.judge.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every program of the fixtures, the pages and the examples is one that MicroPython compiles, and
 * so is every program that a fix leaves behind.
 */
class ProgramsCompileTest {
  private final Map<Integer, List<Program>> programs = new TreeMap<>();

  private record Program(String place, String text) {}

  @Test
  void fixtures() throws IOException {
    for (Path folder : List.of(FixtureTest.RULES, FixtureTest.BOOK)) {
      for (Path file : FixtureTest.files(folder)) {
        FixtureReader.read(file).forEach(this::add);
      }
    }
    judge();
  }

  @Test
  void pages() {
    for (RuleInfo rule : RuleCatalogue.all()) {
      RulePage page = RulePage.read(rule);
      List<RulePage.Example> examples = new ArrayList<>(page.examples("Good"));
      if (!rule.implementation().equals("language.MicroPythonSyntax")) {
        examples.addAll(page.examples("Bad"));
      }
      for (RulePage.Example example : examples) {
        add(example.target(), "page of " + rule.code(), example.text());
      }
    }
    judge();
  }

  @Test
  void examples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("examples"))) {
      files
          .filter(file -> file.toString().endsWith(".py"))
          .sorted()
          .forEach(file -> add(Target.DEFAULT, file.toString(), read(file)));
    }
    judge();
  }

  private void add(FixtureCase fixture) {
    if (fixture.compiles()) {
      for (FixtureCase.SourceFile file : fixture.files()) {
        add(fixture.target(), fixture.place(), file.text());
      }
    }
    for (FixtureCase.After after : fixture.afters()) {
      add(fixture.target(), fixture.place() + ", after " + after.code(), after.text());
    }
  }

  /** Judged by the newest release of the target, or by the nearest one that there is. */
  private void add(Target target, String place, String text) {
    List<Integer> releases = MicroPythonJudge.RELEASES;
    int newest = Math.max(target.releases().highest(), releases.get(0));
    int release = Math.min(newest, releases.get(releases.size() - 1));
    programs.computeIfAbsent(release, key -> new ArrayList<>()).add(new Program(place, text));
  }

  private void judge() {
    assertFalse(programs.isEmpty(), "no program found");
    StringBuilder refused = new StringBuilder();
    for (Map.Entry<Integer, List<Program>> group : programs.entrySet()) {
      List<String> texts = group.getValue().stream().map(Program::text).toList();
      List<Verdict> verdicts = MicroPythonJudge.release(group.getKey()).verdicts(texts);
      for (int i = 0; i < verdicts.size(); i++) {
        if (!verdicts.get(i).compiles()) {
          refused.append(group.getValue().get(i).place()).append(": MicroPython 1.");
          refused.append(group.getKey()).append(' ').append(verdicts.get(i)).append('\n');
        }
      }
    }
    if (refused.length() > 0) {
      throw new CaseFailure("not accepted by the compiler:\n" + refused);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
