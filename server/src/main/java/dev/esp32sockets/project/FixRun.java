package dev.esp32sockets.project;

import dev.esp32sockets.project.CheckRequest.Fixing;
import dev.esp32sockets.project.CheckResult.Change;
import dev.esp32sockets.project.Targets.Item;
import dev.esp32sockets.syntax.Parser;
import dev.esp32sockets.syntax.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fixes files in rounds until nothing changes; what compiled before compiles afterwards. */
final class FixRun {
  private static final int ROUNDS = 10;

  private final Checker checker;
  private final List<Item> items;
  private final List<String> notes;
  private final String[] originals;
  private final int[] fixes;
  private final boolean[] givenUp;
  private final List<Set<String>> seen = new ArrayList<>();

  FixRun(Checker checker, List<Item> items, List<String> notes) {
    this.checker = checker;
    this.items = items;
    this.notes = notes;
    this.originals = new String[items.size()];
    this.fixes = new int[items.size()];
    this.givenUp = new boolean[items.size()];
    for (int i = 0; i < originals.length; i++) {
      originals[i] = items.get(i).file().source().text();
      seen.add(new HashSet<>(List.of(originals[i])));
    }
  }

  /** The reports after all fixes; what was changed is added to the list. */
  FileReport[] run(FileReport[] first, List<Change> changes) {
    FileReport[] reports = first;
    for (int round = 0; round < ROUNDS && fixAll(reports); round++) {
      reports = checker.check(items);
    }
    for (int i = 0; i < originals.length; i++) {
      String after = items.get(i).file().source().text();
      if (!after.equals(originals[i])) {
        changes.add(new Change(reports[i], originals[i], after, fixes[i]));
      }
    }
    return Arrays.copyOf(reports, reports.length);
  }

  private boolean fixAll(FileReport[] reports) {
    boolean changed = false;
    for (int i = 0; i < reports.length; i++) {
      if (!givenUp[i] && items.get(i).trouble() == null && items.get(i).file().trouble() == null) {
        changed |= fix(i, reports[i]);
      }
    }
    return changed;
  }

  private boolean fix(int index, FileReport report) {
    SourceFile file = items.get(index).file();
    boolean unsafe = checker.request().fixing() == Fixing.ALL;
    FixApplier.Round round = FixApplier.apply(file.source().text(), report.findings(), unsafe);
    if (round == null || !seen.get(index).add(round.text())) {
      return false;
    }
    Tree fixed = Parser.parse(round.text());
    boolean refused = FixApplier.isRefused(fixed, file.config().target().releases());
    if (refused && !FixApplier.isRefused(file.tree(), file.config().target().releases())) {
      giveUp(index);
      return true;
    }
    fixes[index] += round.fixes();
    file.replace(fixed);
    checker.forgetLookups();
    return true;
  }

  private void giveUp(int index) {
    SourceFile file = items.get(index).file();
    givenUp[index] = true;
    fixes[index] = 0;
    file.replace(Parser.parse(originals[index]));
    notes.add(file.shown() + ": left as it was, because with its fixes it would not compile");
  }
}
