package dev.esp32sockets.rules;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.esp32sockets.rules.FixtureCase.Mark;
import dev.esp32sockets.rules.FixtureCase.SourceFile;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the catalogue together: every rule has its line, class, page and fixture.
 *
 * <p>All problems are told at once; {@code -Dfixtures=ESP2} looks at one family only.
 */
class RuleCatalogueTest {
  private final List<String> problems = new ArrayList<>();

  @Test
  void codesAndNamesAreAssignedOnce() {
    assertFalse(RuleCatalogue.all().isEmpty(), "the catalogue has no rules");
    Set<String> words = new HashSet<>();
    String last = "";
    for (RuleInfo rule : RuleCatalogue.all()) {
      expect(rule, words.add(rule.code()), "the code is assigned twice");
      expect(rule, words.add(rule.name()), "the name is assigned twice");
      expect(rule, rule.code().matches("ESP\\d{3}"), "the code is not ESPnnn");
      expect(rule, rule.name().matches("[a-z0-9]+(-[a-z0-9]+)+"), "the name is not in kebab-case");
      expect(rule, !RuleCatalogue.RETIRED.contains(rule.code()), "the code belongs to a past rule");
      expect(rule, last.compareTo(rule.code()) < 0, "the codes are not in order");
      last = rule.code();
    }
    report();
  }

  @Test
  void everyRuleHasItsImplementation() {
    for (RuleInfo rule : wanted()) {
      expect(rule, hasImplementation(rule), "no class " + rule.implementation());
    }
    report();
  }

  @Test
  void everyImplementationIsInTheCatalogue() throws IOException, URISyntaxException {
    Set<String> listed = new HashSet<>();
    for (RuleInfo rule : RuleCatalogue.all()) {
      listed.add(rule.implementation());
    }
    Path classes =
        Path.of(requireNonNull(Rule.class.getResource("Rule.class")).toURI()).getParent();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(classes, 2)) {
      found.filter(file -> file.toString().endsWith(".class")).forEach(files::add);
    }
    int rules = 0;
    for (Path file : files) {
      String name = classes.relativize(file).toString().replace(File.separatorChar, '.');
      String implementation = name.substring(0, name.length() - ".class".length());
      if (isRule(implementation)) {
        rules++;
        if (!listed.contains(implementation)) {
          problems.add(implementation + " is a rule that the catalogue does not list");
        }
      }
    }
    assertTrue(rules > 0, "no rule class in " + classes);
    report();
  }

  @Test
  void everyRuleHasAPage() {
    for (RuleInfo rule : wanted()) {
      if (!Files.exists(RulePage.path(rule))) {
        problem(rule, "no page " + RulePage.path(rule));
        continue;
      }
      for (String problem : RulePage.read(rule).problems(rule)) {
        problem(rule, problem);
      }
    }
    report();
  }

  @Test
  void everyPageShowsItsRuleAtWork() {
    for (RuleInfo rule : wanted()) {
      if (Files.exists(RulePage.path(rule)) && !isOfProject(rule)) {
        checkExamples(rule, RulePage.read(rule));
      }
    }
    report();
  }

  @Test
  void everyRuleHasAFixture() {
    for (RuleInfo rule : wanted()) {
      if (isOfProject(rule)) {
        continue;
      }
      Path fixture = FixtureTest.RULES.resolve(rule.code() + "-" + rule.name() + ".py");
      if (Files.exists(fixture)) {
        checkFixture(rule, FixtureReader.read(fixture));
      } else {
        problem(rule, "no fixture " + fixture);
      }
    }
    report();
  }

  @Test
  void everyPageAndFixtureBelongsToARule() throws IOException {
    for (Path folder : List.of(RulePage.FOLDER, FixtureTest.RULES)) {
      List<Path> files = new ArrayList<>();
      try (Stream<Path> found = Files.list(folder)) {
        found.forEach(files::add);
      }
      assertFalse(files.isEmpty(), "nothing in " + folder);
      for (Path file : files) {
        String code = file.getFileName().toString().substring(0, 6);
        if (RuleCatalogue.find(code) == null) {
          problems.add(file + " belongs to no rule");
        }
      }
    }
    report();
  }

  @Test
  void familiesAndAllAreFound() {
    assertTrue(RuleCatalogue.matching("ESP2").size() > 10);
    assertTrue(RuleCatalogue.matching("all").containsAll(RuleCatalogue.all()));
    assertTrue(RuleCatalogue.matching("no-such-rule").isEmpty());
  }

  private void checkExamples(RuleInfo rule, RulePage page) {
    List<RulePage.Example> bad = page.examples("Bad");
    List<RulePage.Example> good = page.examples("Good");
    expect(rule, !bad.isEmpty(), "the page's Bad has no ```python block");
    expect(rule, !good.isEmpty(), "the page's Good has no ```python block");
    for (RulePage.Example example : bad) {
      List<Finding> findings = example.findings();
      boolean found = findings.stream().anyMatch(finding -> finding.rule().equals(rule));
      expect(rule, found, "the page's Bad block is not found:\n" + annotate(example, findings));
    }
    for (RulePage.Example example : good) {
      List<Finding> findings = new ArrayList<>(example.findings());
      findings.removeIf(finding -> isMild(finding) && !finding.rule().equals(rule));
      boolean silent = findings.isEmpty();
      expect(rule, silent, "the page's Good block is not silent:\n" + annotate(example, findings));
    }
  }

  private static boolean isMild(Finding finding) {
    return finding.severity().compareTo(Severity.WARNING) < 0;
  }

  private static String annotate(RulePage.Example example, List<Finding> findings) {
    return CaseChecker.annotate(example.text(), CaseChecker.marks(findings, example.text()));
  }

  private void checkFixture(RuleInfo rule, List<FixtureCase> cases) {
    boolean flagged = false;
    boolean silent = false;
    boolean fixOffered = false;
    boolean fixApplied = false;
    for (FixtureCase fixture : cases) {
      boolean marked = false;
      for (SourceFile file : fixture.files()) {
        for (Mark mark : file.marks()) {
          marked |= mark.code().equals(rule.code());
          fixOffered |= mark.code().equals(rule.code()) && mark.fix();
        }
      }
      flagged |= marked;
      silent |= !marked;
      fixApplied |= fixture.afters().stream().anyMatch(a -> a.code().equals(rule.code()));
    }
    expect(rule, flagged, "the fixture has no case with a finding");
    expect(rule, silent, "the fixture has no silent case");
    expect(rule, !fixOffered || fixApplied, "the fixture has no `#- after: " + rule.code() + "`");
  }

  private static boolean hasImplementation(RuleInfo rule) {
    if (isOfProject(rule)) {
      return true;
    }
    String name = RuleCatalogue.class.getPackageName() + "." + rule.implementation();
    try {
      Class.forName(name, false, RuleCatalogue.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static boolean isRule(String implementation) {
    String name = RuleCatalogue.class.getPackageName() + "." + implementation;
    try {
      Class<?> type = Class.forName(name, false, RuleCatalogue.class.getClassLoader());
      return Rule.class.isAssignableFrom(type) && !type.isInterface();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a class file without its class", e);
    }
  }

  /** Findings about whole files and about suppressions are made, and tested, by the project. */
  private static boolean isOfProject(RuleInfo rule) {
    return rule.implementation().equals("project");
  }

  private static List<RuleInfo> wanted() {
    String wanted = System.getProperty("fixtures", "");
    List<RuleInfo> rules = new ArrayList<>(RuleCatalogue.all());
    rules.removeIf(rule -> !rule.code().startsWith(wanted));
    assertFalse(rules.isEmpty(), "the catalogue has no rule " + wanted);
    return rules;
  }

  private void expect(RuleInfo rule, boolean holds, String problem) {
    if (!holds) {
      problem(rule, problem);
    }
  }

  private void problem(RuleInfo rule, String problem) {
    problems.add(rule.code() + " " + rule.name() + ": " + problem);
  }

  private void report() {
    if (!problems.isEmpty()) {
      throw new CaseFailure(problems.size() + " problems\n" + String.join("\n", problems));
    }
  }
}
