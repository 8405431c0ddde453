package dev.esp32sockets.project;

import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.RuleCatalogue;
import dev.esp32sockets.rules.RuleInfo;
import dev.esp32sockets.rules.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rules report, and at which level. */
final class Selection {
  static final Selection DEFAULT = new Selection(Map.of(), Map.of());

  private final Map<String, Boolean> switched;
  private final Map<String, Severity> levels;

  private Selection(Map<String, Boolean> switched, Map<String, Severity> levels) {
    this.switched = switched;
    this.levels = levels;
  }

  /**
   * This selection with more words applied: what is selected is added, what is ignored is removed
   * and wins. Unknown words mean nothing.
   */
  Selection with(List<String> select, List<String> ignore) {
    if (select.isEmpty() && ignore.isEmpty()) {
      return this;
    }
    Map<String, Boolean> next = new HashMap<>(switched);
    put(next, select, true);
    put(next, ignore, false);
    return new Selection(next, levels);
  }

  /** This selection with levels applied: a rule's own word beats its family, which beats `all`. */
  Selection withLevels(Map<String, String> severity) {
    Map<String, Boolean> nextSwitched = new HashMap<>(switched);
    Map<String, Severity> nextLevels = new HashMap<>(levels);
    for (int precision = 0; precision < 3; precision++) {
      for (Map.Entry<String, String> entry : severity.entrySet()) {
        if (precision(entry.getKey()) == precision) {
          apply(nextSwitched, nextLevels, entry.getKey(), entry.getValue());
        }
      }
    }
    return new Selection(nextSwitched, nextLevels);
  }

  boolean reports(RuleInfo rule) {
    Boolean set = switched.isEmpty() ? null : switched.get(rule.code());
    return set == null ? rule.enabled() : set;
  }

  /** The finding at the level that the user wants. */
  Finding levelled(Finding finding) {
    Severity level = levels.isEmpty() ? null : levels.get(finding.rule().code());
    return level == null || level == finding.severity() ? finding : withSeverity(finding, level);
  }

  private static Finding withSeverity(Finding finding, Severity level) {
    return new Finding(
        finding.rule(),
        level,
        finding.span(),
        finding.message(),
        finding.related(),
        finding.fixes());
  }

  private static void put(Map<String, Boolean> switched, List<String> words, boolean on) {
    for (String word : words) {
      for (RuleInfo rule : RuleCatalogue.matching(word)) {
        switched.put(rule.code(), on);
      }
    }
  }

  private static void apply(
      Map<String, Boolean> switched, Map<String, Severity> levels, String word, String level) {
    @Nullable Severity severity = Severity.of(level);
    for (RuleInfo rule : RuleCatalogue.matching(word)) {
      if (severity == null) {
        switched.put(rule.code(), false);
      } else {
        // A rule's own level brings back what the level of its family switched off.
        switched.remove(rule.code());
        levels.put(rule.code(), severity);
      }
    }
  }

  private static int precision(String word) {
    if (word.equals("all")) {
      return 0;
    }
    return RuleCatalogue.find(word) == null ? 1 : 2;
  }
}
