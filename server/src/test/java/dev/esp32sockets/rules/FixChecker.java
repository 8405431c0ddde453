package dev.esp32sockets.rules;

import dev.esp32sockets.rules.FixtureCase.After;
import dev.esp32sockets.text.Span;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies the fixes of one rule to a fixture case and compares the result. */
final class FixChecker {
  private final FixtureCase fixture;
  private final After after;

  FixChecker(FixtureCase fixture, After after) {
    this.fixture = fixture;
    this.after = after;
  }

  /** The result equals the block, the findings are gone and a second run changes nothing. */
  void check() {
    String place = fixture.fixture() + " line " + after.line() + ", case " + fixture.name();
    String text = fixture.main().text();
    List<Finding> before = findings(text);
    List<Finding> fixable = withFix(before);
    if (fixable.isEmpty()) {
      throw new CaseFailure(place + ": no finding of " + after.code() + " offers a fix");
    }
    String fixed = apply(text, fixable);
    if (!fixed.equals(after.text())) {
      throw new CaseFailure(
          place
              + ": the text after the fix of "
              + after.code()
              + "\n----- expected -----\n"
              + after.text()
              + "----- found -----\n"
              + fixed);
    }
    List<Finding> left = findings(fixed);
    if (left.size() > before.size() - fixable.size()) {
      throw new CaseFailure(
          place
              + ": the finding is still there after its fix\n"
              + CaseChecker.annotate(fixed, CaseChecker.marks(left, fixed)));
    }
    String again = apply(fixed, withFix(left));
    if (!again.equals(fixed)) {
      throw new CaseFailure(place + ": a second run changes the text to\n" + again);
    }
  }

  private List<Finding> findings(String text) {
    List<Finding> found = new ArrayList<>();
    for (Finding finding :
        new CaseProject(fixture, text).check(fixture.main().path(), fixture.target())) {
      if (finding.rule().code().equals(after.code())) {
        found.add(finding);
      }
    }
    return found;
  }

  private static List<Finding> withFix(List<Finding> findings) {
    List<Finding> fixable = new ArrayList<>(findings);
    fixable.removeIf(finding -> finding.fixes().isEmpty());
    return fixable;
  }

  /**
   * Applies the first fix of each finding. Edits that two fixes share, such as one import, are made
   * once; a fix that overlaps an earlier one is left for the next run, as a user's would be.
   */
  static String apply(String text, List<Finding> findings) {
    List<TextEdit> edits = new ArrayList<>();
    for (Finding finding : findings) {
      List<TextEdit> own = new ArrayList<>(finding.fixes().get(0).edits());
      own.removeAll(edits);
      if (!overlaps(own, edits)) {
        edits.addAll(own);
      }
    }
    edits.sort(Comparator.comparingInt((TextEdit edit) -> edit.span().start()));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (TextEdit edit : edits) {
      out.append(text, at, edit.span().start()).append(edit.replacement());
      at = edit.span().end();
    }
    return out.append(text, at, text.length()).toString();
  }

  private static boolean overlaps(List<TextEdit> own, List<TextEdit> others) {
    for (TextEdit edit : own) {
      for (TextEdit other : others) {
        Span span = edit.span();
        if (span.overlaps(other.span()) || span.equals(other.span())) {
          return true;
        }
      }
    }
    return false;
  }
}
