package dev.esp32sockets.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.Fix;
import dev.esp32sockets.rules.RuleCatalogue;
import dev.esp32sockets.rules.RuleInfo;
import dev.esp32sockets.rules.Severity;
import dev.esp32sockets.syntax.Parser;
import dev.esp32sockets.text.Span;
import dev.esp32sockets.text.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits of several findings are applied together where they fit. */
class FixApplierTest {
  private static Finding finding(boolean safe, int start, int end, String replacement) {
    RuleInfo rule = RuleCatalogue.find("ESP201");
    TextEdit edit = new TextEdit(new Span(start, end), replacement);
    Fix fix = new Fix("Change it", safe, List.of(edit));
    return new Finding(rule, Severity.WARNING, new Span(start, end), "m", List.of(), List.of(fix));
  }

  private static String apply(String text, boolean unsafe, Finding... findings) {
    FixApplier.Round round = FixApplier.apply(text, List.of(findings), unsafe);
    return round == null ? text : round.text();
  }

  @Test
  void allThatStandApart() {
    assertEquals(
        "one two 3", apply("1 2 3", false, finding(true, 2, 3, "two"), finding(true, 0, 1, "one")));
  }

  @Test
  void whatTouchesAnotherWaits() {
    assertEquals("x3", apply("123", false, finding(true, 0, 2, "x"), finding(true, 1, 3, "y")));
    assertEquals(
        "ab123", apply("123", false, finding(true, 0, 0, "ab"), finding(true, 0, 0, "cd")));
  }

  @Test
  void unsafeOnesOnlyWhereTheyAreWanted() {
    assertNull(FixApplier.apply("1", List.of(finding(false, 0, 1, "2")), false));
    assertEquals("2", apply("1", true, finding(false, 0, 1, "2")));
  }

  @Test
  void aFixThatChangesNothingIsNone() {
    assertNull(FixApplier.apply("1", List.of(finding(true, 0, 1, "1")), false));
  }

  @Test
  void newLinesEndAsThoseOfTheFile() {
    assertEquals("a\r\nb\r\nc\r\n", apply("a\r\nc\r\n", false, finding(true, 3, 3, "b\n")));
    assertEquals("a\nb\nc\n", apply("a\nc\n", false, finding(true, 2, 2, "b\n")));
  }

  @Test
  void theCompilersVerdictFollowsTheTarget() {
    assertTrue(FixApplier.isRefused(Parser.parse("x = (\n"), Releases.of(28)));
    assertFalse(FixApplier.isRefused(Parser.parse("x = 1\n"), Releases.of(28)));
  }
}
