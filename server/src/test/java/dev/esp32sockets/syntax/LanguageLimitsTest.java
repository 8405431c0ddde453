package dev.esp32sockets.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.judge.MicroPythonJudge;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds our parser, and MicroPython's own compiler, against the table of constructs.
 *
 * <p>An edge between two releases that npm serves is judged on both sides; one outside that span is
 * marked unjudged in the name of its test.
 */
class LanguageLimitsTest {

  @TestFactory
  List<DynamicTest> parserFollowsTheTable() {
    List<LimitRow> rows = LimitRows.all();
    assertTrue(rows.size() > 90, "only " + rows.size() + " rows");
    List<DynamicTest> tests = new ArrayList<>();
    for (LimitRow row : rows) {
      tests.add(DynamicTest.dynamicTest(name(row), () -> parser(row)));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> compilerFollowsTheTable() {
    List<DynamicTest> tests = new ArrayList<>();
    for (LimitRow row : LimitRows.all()) {
      tests.add(DynamicTest.dynamicTest(name(row), () -> judge(row)));
    }
    assertTrue(tests.size() > 90, "only " + tests.size() + " rows");
    return tests;
  }

  private static String name(LimitRow row) {
    String code = row.code().length() > 60 ? row.code().substring(0, 60) : row.code();
    String unjudged = hasUnjudgedEdge(row) ? " (an edge is unjudged)" : "";
    return row.section() + ": " + code.replace("\n", "\\n") + unjudged;
  }

  private static boolean hasUnjudgedEdge(LimitRow row) {
    int first = MicroPythonJudge.RELEASES.get(0);
    for (int minor = Releases.FIRST; minor < first; minor++) {
      if (row.accepted().contains(minor) != row.accepted().contains(minor + 1)) {
        return true;
      }
    }
    return false;
  }

  private static void parser(LimitRow row) {
    Tree tree = Parser.parse(row.code());
    for (int minor = Releases.FIRST; minor <= Releases.PREVIEW; minor++) {
      assertEquals(
          row.accepted().contains(minor),
          tree.compiles(minor),
          "1." + minor + " and " + tree.problems());
    }
  }

  private static void judge(LimitRow row) {
    List<Integer> releases = MicroPythonJudge.RELEASES;
    for (int i = 0; i < releases.size(); i++) {
      int minor = releases.get(i);
      boolean accepted = row.accepted().contains(minor);
      boolean newest = i + 1 == releases.size();
      boolean edge = !newest && accepted != row.accepted().contains(releases.get(i + 1));
      boolean after = i > 0 && accepted != row.accepted().contains(releases.get(i - 1));
      if (newest || edge || after) {
        boolean expected = row.ported() == accepted;
        assertEquals(expected, MicroPythonJudge.release(minor).compiles(row.code()), "1." + minor);
      }
    }
  }
}
