package dev.esp32sockets.project;

import dev.esp32sockets.analysis.FileContext;
import dev.esp32sockets.project.SourceText.Trouble;
import dev.esp32sockets.rules.CheckRun;
import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.RuleCatalogue;
import dev.esp32sockets.rules.RuleInfo;
import dev.esp32sockets.syntax.Tree;
import dev.esp32sockets.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Checks one file and keeps what its user wants to see, in order. */
final class FileCheck {
  private final SourceFile file;
  private final Project project;
  private final boolean reportUnused;
  private final List<Finding> shown = new ArrayList<>();
  private int suppressed;

  private FileCheck(SourceFile file, Project project, boolean reportUnused) {
    this.file = file;
    this.project = project;
    this.reportUnused = reportUnused;
  }

  /** Throws what a fault of ours throws; the caller names the file. */
  static FileReport run(SourceFile file, Project project, boolean reportUnused) {
    return new FileCheck(file, project, reportUnused).run();
  }

  private FileReport run() {
    Tree tree = file.tree();
    RuntimeException crash = file.crash();
    if (crash != null) {
      throw crash;
    }
    Trouble trouble = file.trouble();
    if (trouble == null) {
      check(tree);
    } else {
      keep(finding(trouble.code(), trouble.offset(), trouble.message()));
    }
    shown.sort(new ByPlace());
    return new FileReport(
        file.path(), file.shown(), tree.text(), tree.lines(), withoutTwins(shown), suppressed, 0);
  }

  private void check(Tree tree) {
    Suppressions suppressions = new Suppressions(tree);
    List<Finding> found = findings(tree);
    if (suppressions.isEmpty()) {
      keep(found, tree);
      return;
    }
    found = new ArrayList<>(found);
    found.addAll(suppressions.mistakes());
    List<Finding> open = new ArrayList<>();
    for (Finding finding : found) {
      if (!isWanted(finding)) {
        continue;
      }
      if (suppressions.suppresses(finding)) {
        suppressed++;
      } else {
        open.add(finding);
      }
    }
    if (reportUnused) {
      open.addAll(suppressions.unused(file.config().selection()));
    }
    keep(open, tree);
  }

  private List<Finding> findings(Tree tree) {
    Config config = file.config();
    FileContext context =
        new FileContext(tree, project.pathOf(file.path()), config.target(), project);
    try {
      return CheckRun.check(context);
    } catch (StackOverflowError e) {
      return List.of(
          finding("ESP004", 0, "the file is nested too deeply; no ESP32 can compile it"));
    }
  }

  private void keep(List<Finding> found, Tree tree) {
    for (Finding finding : found) {
      if (finding.span().end() > tree.text().length()) {
        throw new IllegalStateException(
            finding.rule().code() + " points behind the end of the file");
      }
      keep(finding);
    }
  }

  private void keep(Finding finding) {
    if (isWanted(finding)) {
      shown.add(file.config().selection().levelled(finding));
    }
  }

  private boolean isWanted(Finding finding) {
    Config config = file.config();
    return config.selection().reports(finding.rule())
        && !config.ignoredFor(finding.rule(), file.path());
  }

  private static Finding finding(String code, int offset, String message) {
    RuleInfo rule = Objects.requireNonNull(RuleCatalogue.find(code));
    Span span = new Span(offset, offset);
    return new Finding(rule, rule.severity(), span, message, List.of(), List.of());
  }

  private static List<Finding> withoutTwins(List<Finding> sorted) {
    List<Finding> single = new ArrayList<>(sorted.size());
    for (Finding finding : sorted) {
      if (single.isEmpty() || !isTwin(single.get(single.size() - 1), finding)) {
        single.add(finding);
      }
    }
    return single;
  }

  private static boolean isTwin(Finding a, Finding b) {
    return a.rule() == b.rule()
        && a.span().start() == b.span().start()
        && a.span().end() == b.span().end()
        && a.message().equals(b.message());
  }

  /** By place, then by code. */
  private static final class ByPlace implements Comparator<Finding> {
    @Override
    public int compare(Finding a, Finding b) {
      int order = Integer.compare(a.span().start(), b.span().start());
      if (order == 0) {
        order = Integer.compare(a.span().end(), b.span().end());
      }
      return order == 0 ? a.rule().code().compareTo(b.rule().code()) : order;
    }
  }
}
