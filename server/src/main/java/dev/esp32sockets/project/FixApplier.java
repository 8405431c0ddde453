package dev.esp32sockets.project;

import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.Fix;
import dev.esp32sockets.syntax.SyntaxProblem;
import dev.esp32sockets.syntax.Tree;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the fixes of findings to a text, as many as fit together. */
final class FixApplier {
  private final List<TextEdit> edits = new ArrayList<>();
  private int fixes;

  private FixApplier() {}

  /**
   * A text after one round of fixes.
   *
   * @param fixes how many were applied
   */
  record Round(String text, int fixes) {}

  /**
   * Applies the best fix of each finding, the first ones first; one that touches the place of
   * another waits for the next round. Null when there is nothing to do.
   */
  static @Nullable Round apply(String text, List<Finding> findings, boolean unsafe) {
    FixApplier applier = new FixApplier();
    for (Finding finding : findings) {
      Fix fix = allowed(finding, unsafe);
      if (fix != null && !fix.edits().isEmpty() && applier.fits(fix)) {
        applier.edits.addAll(fix.edits());
        applier.fixes++;
      }
    }
    if (applier.fixes == 0) {
      return null;
    }
    String changed = edited(text, applier.edits);
    return changed.equals(text) ? null : new Round(changed, applier.fixes);
  }

  /** Whether the compiler of some release of the target refuses the file. */
  static boolean isRefused(Tree tree, Releases target) {
    for (SyntaxProblem problem : tree.problems()) {
      if (!problem.rejectedBy().and(target).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  static @Nullable Fix allowed(Finding finding, boolean unsafe) {
    for (Fix fix : finding.fixes()) {
      if (unsafe || fix.safe()) {
        return fix;
      }
    }
    return null;
  }

  private boolean fits(Fix fix) {
    for (TextEdit mine : fix.edits()) {
      for (TextEdit other : edits) {
        boolean apart =
            mine.span().end() < other.span().start() || other.span().end() < mine.span().start();
        if (!apart) {
          return false;
        }
      }
    }
    return true;
  }

  static String edited(String text, List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(new ByStart());
    StringBuilder result = new StringBuilder(text.length() + 64);
    int at = 0;
    for (TextEdit edit : sorted) {
      result.append(text, at, edit.span().start());
      result.append(lineBreaksOf(text, edit.replacement()));
      at = edit.span().end();
    }
    return result.append(text, at, text.length()).toString();
  }

  /** Lines that a fix adds end as the lines of the file do. */
  private static String lineBreaksOf(String text, String replacement) {
    int first = text.indexOf('\n');
    boolean windows = first > 0 && text.charAt(first - 1) == '\r';
    if (!windows || replacement.indexOf('\n') < 0) {
      return replacement;
    }
    return replacement.replace("\r\n", "\n").replace("\n", "\r\n");
  }

  private static final class ByStart implements Comparator<TextEdit> {
    @Override
    public int compare(TextEdit a, TextEdit b) {
      return Integer.compare(a.span().start(), b.span().start());
    }
  }
}
