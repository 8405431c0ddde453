package dev.esp32sockets.project;

import dev.esp32sockets.rules.RuleCatalogue;
import dev.esp32sockets.rules.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words that stand for rules: codes, names, families and {@code all}. */
public final class RuleWords {
  private RuleWords() {}

  /** What is wrong with a word, or null when it means a rule. */
  public static @Nullable String problem(String word) {
    if (!RuleCatalogue.matching(word).isEmpty()) {
      return null;
    }
    return "there is no rule `" + word + "`" + Nearest.hint(word, all());
  }

  /** Every word that is accepted where a rule is named. */
  public static List<String> all() {
    List<String> words = new ArrayList<>();
    words.add("all");
    for (RuleInfo rule : RuleCatalogue.all()) {
      words.add(rule.code());
      words.add(rule.name());
      if (!words.contains(rule.family())) {
        words.add(rule.family());
      }
    }
    return words;
  }
}
