package dev.esp32sockets.cli;

import com.google.gson.stream.JsonWriter;
import dev.esp32sockets.project.RuleWords;
import dev.esp32sockets.rules.RuleCatalogue;
import dev.esp32sockets.rules.RuleInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The command {@code rules}. */
final class Rules {
  private static final List<String> FORMATS = List.of("text", "json");

  private Rules() {}

  static int run(String[] args, Terminal terminal) {
    Arguments arguments = Arguments.parse(args, 1, List.of("--format"), List.of());
    String problem = arguments.problem();
    String format = arguments.value("--format");
    if (problem == null && format != null && !FORMATS.contains(format)) {
      problem = "`--format` is text or json, not `" + format + "`";
    }
    for (String word : arguments.words()) {
      problem = problem == null ? RuleWords.problem(word) : problem;
    }
    if (problem != null) {
      terminal.err("esp32-sockets rules: " + Escape.plain(problem) + "\n");
      return Exit.WRONG_USE;
    }
    List<RuleInfo> rules = rules(arguments.words());
    terminal.out("json".equals(format) ? Listing.json(rules) : text(rules));
    return Exit.DONE;
  }

  private static List<RuleInfo> rules(List<String> words) {
    if (words.isEmpty()) {
      return RuleCatalogue.all();
    }
    List<RuleInfo> found = new ArrayList<>();
    for (RuleInfo rule : RuleCatalogue.all()) {
      boolean wanted = false;
      for (String word : words) {
        wanted |= RuleCatalogue.matching(word).contains(rule);
      }
      if (wanted) {
        found.add(rule);
      }
    }
    return found;
  }

  private static String text(List<RuleInfo> rules) {
    StringBuilder out = new StringBuilder();
    for (RuleInfo rule : rules) {
      String level = rule.severity().word();
      out.append(rule.code()).append("  ").append(level).append(" ".repeat(9 - level.length()));
      out.append(rule.name()).append(rule.enabled() ? "" : "  (off by default)").append('\n');
    }
    return out.toString();
  }

  /** Apart, so that the list for people loads no JSON writer. */
  private record Listing(List<RuleInfo> rules) implements Json.Body {
    static String json(List<RuleInfo> rules) {
      return Json.text(new Listing(rules));
    }

    @Override
    public void write(JsonWriter json) throws IOException {
      json.beginArray();
      for (RuleInfo rule : rules) {
        json.beginObject();
        json.name("code").value(rule.code());
        json.name("name").value(rule.name());
        json.name("severity").value(rule.severity().word());
        json.name("certainty").value(rule.certainty().name().toLowerCase(Locale.ROOT));
        json.name("enabled").value(rule.enabled());
        json.endObject();
      }
      json.endArray();
    }
  }
}
