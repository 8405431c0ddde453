package dev.esp32sockets.syntax;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.esp32sockets.judge.MicroPythonJudge;
import dev.esp32sockets.judge.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Our verdict and that of MicroPython's own compiler, over a standard library, our fixtures and
 * thousands of small mutations of both.
 */
class JudgeAgreementTest {
  private static final int MUTANTS = 20_000;
  private static final int FRESH_MUTANTS = 5_000;
  private static final long SEED = 20_261_124L;

  private final MicroPythonJudge judge = MicroPythonJudge.newest();
  private final int newest = MicroPythonJudge.RELEASES.get(MicroPythonJudge.RELEASES.size() - 1);

  private static List<String> library() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
      for (Path folder : folders.sorted().toList()) {
        String name = String.valueOf(folder.getFileName());
        if (name.startsWith("python3.") && Files.isDirectory(folder)) {
          found.addAll(sources(folder));
        }
      }
    }
    return found;
  }

  private static List<String> sources(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.filter(each -> each.toString().endsWith(".py")).sorted().toList()) {
        String text = read(path);
        if (text != null) {
          found.add(text);
        }
      }
    }
    return found;
  }

  /** The text of a file, or null when it is not UTF-8. */
  private static @Nullable String read(Path path) {
    try {
      return Files.readString(path);
    } catch (MalformedInputException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> fixtures() throws IOException {
    List<String> found = sources(Path.of("src", "test", "resources", "fixtures"));
    // What is deeper than we read is our own limit and no question for the compiler.
    found.removeIf(JudgeAgreementTest::isTooDeep);
    return found;
  }

  /** Everything to be mutated; fixtures weigh as much as the library. */
  private static List<String> originals() throws IOException {
    List<String> library = library();
    Assumptions.assumeTrue(
        library.size() >= 600 || "true".equals(System.getenv("CI")),
        "the standard library of Debian's python3 is not installed");
    assertTrue(library.size() >= 600, "only " + library.size() + " files");
    List<String> fixtures = fixtures();
    List<String> all = new ArrayList<>(library);
    while (!fixtures.isEmpty() && all.size() < 2 * library.size()) {
      all.addAll(fixtures);
    }
    return all;
  }

  private static boolean isTooDeep(String text) {
    for (SyntaxProblem problem : Parser.parse(text).problems()) {
      if (problem.kind() == SyntaxProblem.Kind.TOO_DEEP) {
        return true;
      }
    }
    return false;
  }

  private int disagreements(List<String> texts, StringBuilder report) {
    int found = 0;
    List<Verdict> verdicts = judge.verdicts(texts);
    for (int i = 0; i < texts.size(); i++) {
      Tree tree = Parser.parse(texts.get(i));
      if (tree.compiles(newest) == verdicts.get(i).compiles()) {
        continue;
      }
      found++;
      if (JudgePeculiarity.of(texts.get(i), tree, verdicts.get(i)) == null) {
        report.append("\n===== ").append(verdicts.get(i)).append('\n');
        report.append(tree.problems()).append('\n').append(texts.get(i));
      }
    }
    return found;
  }

  private void agree(List<String> texts, double share) {
    StringBuilder report = new StringBuilder();
    int found = disagreements(texts, report);
    double agreement = 1 - (double) found / texts.size();
    assertTrue(agreement >= share, found + " of " + texts.size() + " disagree" + shortened(report));
    assertTrue(report.isEmpty(), "a disagreement of no known class" + shortened(report));
  }

  private static String shortened(StringBuilder report) {
    return report.substring(0, Math.min(report.length(), 20_000));
  }

  @Test
  @Tag("full")
  void libraryAndFixtures() throws IOException {
    List<String> texts = library();
    Assumptions.assumeTrue(
        texts.size() >= 600 || "true".equals(System.getenv("CI")),
        "the standard library of Debian's python3 is not installed");
    assertTrue(texts.size() >= 600, "only " + texts.size() + " files");
    texts.addAll(fixtures());
    agree(texts, 0.999);
  }

  @Test
  @Tag("full")
  void mutants() throws IOException {
    agree(mutants(SEED, MUTANTS), 0.999);
  }

  @Test
  @Tag("full")
  void freshMutants() throws IOException {
    Assumptions.assumeTrue(Boolean.getBoolean("esp32.fullJudge"), "-Desp32.fullJudge=true asks");
    long seed = Long.getLong("esp32.judgeSeed", System.nanoTime());
    System.out.println("mutants of the fresh seed " + seed);
    StringBuilder report = new StringBuilder();
    int found = disagreements(mutants(seed, FRESH_MUTANTS), report);
    assertTrue(
        found <= FRESH_MUTANTS * 0.002,
        found + " disagree with the seed " + seed + shortened(report));
  }

  private static List<String> mutants(long seed, int count) throws IOException {
    Mutants source = new Mutants(originals(), seed);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(source.next());
    }
    return texts;
  }
}
