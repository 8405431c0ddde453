package dev.esp32sockets.rules.members;

import dev.esp32sockets.analysis.MemberUse;
import dev.esp32sockets.analysis.Members;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.rules.modules.ImportGuards;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flags names that a module or an object does not have in some release of the target. */
public final class UnknownMember implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    List<MemberUse> uses = model.memberUses();
    Set<String> stored = stored(uses);
    int from = 0;
    while (from < uses.size()) {
      int to = from + 1;
      while (to < uses.size() && uses.get(to).node() == uses.get(from).node()) {
        to++;
      }
      check(model, uses.subList(from, to), stored, report);
      from = to;
    }
    for (Use<Stmt.ImportFrom> use : model.uses(Stmt.ImportFrom.class)) {
      checkImport(model, use, report);
    }
  }

  /** The names that the file itself gives to something, with what it gives them to. */
  private static Set<String> stored(List<MemberUse> uses) {
    Set<String> stored = new HashSet<>();
    for (MemberUse use : uses) {
      if (use.stored()) {
        stored.add(key(use));
      }
    }
    return stored;
  }

  private static String key(MemberUse use) {
    return Members.holder(use.owner()) + "." + use.node().name;
  }

  private static void check(
      Model model, List<MemberUse> choices, Set<String> stored, Reporter report) {
    MemberUse first = choices.get(0);
    boolean all =
        first.only() || model.valueOf(first.node().value).withoutNone().size() == choices.size();
    if (!all || first.context().isGuarded(first.node().name, "AttributeError")) {
      return;
    }
    Absence absence = null;
    for (MemberUse use : choices) {
      Absence found = stored.contains(key(use)) ? null : absence(model, use);
      if (found == null) {
        return;
      }
      absence = absence == null ? found : absence;
    }
    if (absence != null) {
      report(model, first, absence, report);
    }
  }

  private static @Nullable Absence absence(Model model, MemberUse use) {
    Symbol owner = Members.holder(use.owner());
    // A result of `accept()` that was not unpacked is a tuple, of which another rule tells.
    if (use.owner() instanceof Value.Seq seq && seq.origin() != null) {
      return null;
    }
    return owner == null ? null : Absence.of(model, owner, use.node().name);
  }

  private static void report(Model model, MemberUse use, Absence absence, Reporter report) {
    boolean onObject = !(use.owner() instanceof Value.Ref);
    String message = new MemberMessages(model, absence, use.called(), onObject).message();
    String code = Owners.code(absence.owner(), absence.member() != null);
    Reporter.Draft draft = report.at(Spans.name(use.node()), code, message);
    new MemberFixes(model, use, absence).addTo(draft);
  }

  private static void checkImport(Model model, Use<Stmt.ImportFrom> use, Reporter report) {
    Symbol module = model.importedModule(use.node());
    if (module == null) {
      return;
    }
    for (Stmt.Alias alias : use.node().names) {
      Absence absence = Absence.of(model, module, alias.name);
      if (absence != null
          && !use.context().isGuarded(alias.name, "ImportError")
          && !ImportGuards.hasFallback(use.context(), false)) {
        String message = new MemberMessages(model, absence, false, false).message();
        String code = Owners.code(module, absence.member() != null);
        Span span = new Span(alias.start, alias.start + alias.name.length());
        report.at(span, code, message);
      }
    }
  }
}
