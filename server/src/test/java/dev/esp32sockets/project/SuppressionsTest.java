package dev.esp32sockets.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.RuleCatalogue;
import dev.esp32sockets.rules.RuleInfo;
import dev.esp32sockets.rules.Severity;
import dev.esp32sockets.syntax.Parser;
import dev.esp32sockets.syntax.Tree;
import dev.esp32sockets.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Comments that switch rules off reach what they should, and nothing else. */
class SuppressionsTest {
  private static Finding at(String text, String marked) {
    RuleInfo rule = RuleCatalogue.find("ESP201");
    int start = text.indexOf(marked);
    assertTrue(start >= 0);
    Span span = new Span(start, start + marked.length());
    return new Finding(rule, Severity.WARNING, span, "m", List.of(), List.of());
  }

  private static boolean suppresses(String text, String marked) {
    return new Suppressions(Parser.parse(text)).suppresses(at(text, marked));
  }

  @Test
  void atTheEndOfTheLine() {
    assertTrue(suppresses("bad()  # esp32: ignore[ESP201]\n", "bad"));
    assertTrue(suppresses("bad()  # esp32: ignore[af-inet6-socket]\n", "bad"));
    assertTrue(suppresses("bad()  #esp32:ignore[ESP202 , ESP201] -- why\n", "bad"));
    assertTrue(suppresses("bad()  # noqa # esp32: ignore[ESP201]\n", "bad"));
    assertFalse(suppresses("bad()  # esp32: ignore[ESP202]\n", "bad"));
    assertFalse(suppresses("x()  # esp32: ignore[ESP201]\nbad()\n", "bad"));
    assertFalse(suppresses("bad('# esp32: ignore[ESP201]')\n", "bad"));
  }

  @Test
  void familiesAndAll() {
    assertTrue(suppresses("bad()  # esp32: ignore[ESP2]\n", "bad"));
    assertTrue(suppresses("bad()  # esp32: ignore[all]\n", "bad"));
  }

  @Test
  void aloneAboveTheLine() {
    assertTrue(suppresses("# esp32: ignore[ESP201]\nbad()\n", "bad"));
    assertTrue(suppresses("# esp32: ignore[ESP201]\n# more\n\nbad()\n", "bad"));
    assertFalse(suppresses("# esp32: ignore[ESP201]\nx()\nbad()\n", "bad"));
  }

  @Test
  void aStatementOfSeveralLines() {
    String call = "f(\n    1,\n    bad,\n)";
    assertTrue(suppresses("# esp32: ignore[ESP201]\n" + call + "\n", "bad"));
    assertTrue(suppresses("f(\n    bad,  # esp32: ignore[ESP201]\n)\n", "bad"));
    assertTrue(suppresses(call + "  # esp32: ignore[ESP201]\n", call));
    assertTrue(suppresses("if x:\n  # esp32: ignore[ESP201]\n  " + call + "\n", "bad"));
    String block = "# esp32: ignore[ESP201]\nif head:\n    bad()\n";
    assertTrue(suppresses(block, "head"));
    assertFalse(suppresses(block, "bad"), "the head alone, not the block");
  }

  @Test
  void theWholeFile() {
    assertTrue(suppresses("bad()\nx()\n# esp32: ignore-file[ESP201]\n", "bad"));
    assertFalse(suppresses("bad()\n# esp32: ignore-file[ESP202]\n", "bad"));
  }

  private static String mistakes(String text) {
    StringBuilder found = new StringBuilder();
    for (Finding finding : new Suppressions(Parser.parse(text)).mistakes()) {
      found.append(finding.rule().code()).append(' ').append(finding.message()).append('\n');
    }
    return found.toString();
  }

  @Test
  void withoutCodesItSwitchesNothingOffAndIsAHint() {
    assertFalse(suppresses("bad()  # esp32: ignore\n", "bad"));
    String expected =
        "ESP902 `ignore` names no rule and switches nothing off; write `ignore[CODE]`\n";
    assertEquals(expected, mistakes("bad()  # esp32: ignore\n"));
    assertEquals(expected, mistakes("bad()  # esp32: ignore[]\n"));
    assertEquals(expected, mistakes("bad()  # esp32: ignore[ESP201\n"));
    assertEquals("", mistakes("bad()  # esp32: ignore[ESP201]\n# esp32 is fine\n"));
    assertEquals(
        "ESP902 there is no rule `af-inet-socket`; the nearest is `af-inet6-socket`\n",
        mistakes("bad()  # esp32: ignore[af-inet-socket]\n"));
  }

  @Test
  void unusedWordsAreRemovedByTheirFix() {
    assertFixed("x = 1  # esp32: ignore[ESP201]\ny\n", "x = 1\ny\n");
    assertFixed("x\n    # esp32: ignore[ESP201]\ny\n", "x\ny\n");
    assertFixed("bad()  # esp32: ignore[ESP202, ESP201]\n", "bad()  # esp32: ignore[ESP201]\n");
    assertFixed("bad()  # esp32: ignore[ESP201, ESP202]\n", "bad()  # esp32: ignore[ESP201]\n");
  }

  private static void assertFixed(String text, String expected) {
    Tree tree = Parser.parse(text);
    Suppressions suppressions = new Suppressions(tree);
    if (text.contains("bad")) {
      assertTrue(suppressions.suppresses(at(text, "bad")));
    }
    List<Finding> unused = suppressions.unused(Selection.DEFAULT);
    assertEquals(1, unused.size());
    FixApplier.Round round = FixApplier.apply(text, unused, false);
    assertEquals(expected, round.text());
  }
}
