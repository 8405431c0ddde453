package dev.esp32sockets.cli;

import dev.esp32sockets.project.Nearest;
import dev.esp32sockets.project.RuleWords;
import dev.esp32sockets.rules.RuleCatalogue;
import dev.esp32sockets.rules.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The command {@code explain}: the page of a rule, or of an error of the board. */
final class Explain {
  private static final List<String> COLORS = List.of("auto", "always", "never");

  private Explain() {}

  static int run(String[] args, Terminal terminal) {
    Arguments arguments = Arguments.parse(args, 1, List.of("--color"), List.of());
    List<String> words = new ArrayList<>(arguments.words());
    String problem = arguments.problem();
    if (args.length == 2 && isNegativeNumber(args[1])) {
      // -202 looks like an option and is what people see on their screen.
      words = List.of(args[1]);
      problem = null;
    }
    String color = arguments.value("--color");
    if (problem == null && color != null && !COLORS.contains(color)) {
      problem = "`--color` is auto, always or never, not `" + color + "`";
    }
    if (problem == null && words.isEmpty()) {
      problem = "say what: a rule such as ESP201, or an error such as 116 or ETIMEDOUT";
    }
    String page = problem == null ? page(String.join(" ", words)) : null;
    if (page == null) {
      String message = problem == null ? unknown(String.join(" ", words)) : problem;
      terminal.err("esp32-sockets explain: " + Escape.plain(message) + "\n");
      return Exit.WRONG_USE;
    }
    boolean colored = "always".equals(color) || (!"never".equals(color) && terminal.wantsColor());
    terminal.out(new Markdown(new Style(colored), Math.min(terminal.columns(), 100)).render(page));
    return Exit.DONE;
  }

  private static @Nullable String page(String word) {
    RuleInfo rule = RuleCatalogue.find(word);
    if (rule == null) {
      rule = RuleCatalogue.find(word.toUpperCase(Locale.ROOT));
    }
    if (rule == null) {
      rule = RuleCatalogue.find(word.toLowerCase(Locale.ROOT));
    }
    return rule == null ? ErrorNumbers.page(word) : Pages.rule(rule);
  }

  private static String unknown(String word) {
    List<String> known = RuleWords.all();
    for (ErrorNumbers.Entry entry : ErrorNumbers.all()) {
      if (entry.name() != null) {
        known.add(entry.name());
      }
    }
    return "there is no rule and no error `" + word + "`" + Nearest.hint(word, known);
  }

  private static boolean isNegativeNumber(String word) {
    boolean digits = word.length() > 1 && word.charAt(0) == '-';
    for (int i = 1; i < word.length(); i++) {
      digits &= Character.digit(word.charAt(i), 10) >= 0;
    }
    return digits;
  }
}
