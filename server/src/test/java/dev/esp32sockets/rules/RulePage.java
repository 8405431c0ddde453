package dev.esp32sockets.rules;

import dev.esp32sockets.firmware.Chip;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.firmware.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of a rule, cut into its sections. */
final class RulePage {
  static final Path FOLDER = Path.of("src/main/resources/rules");
  static final List<String> HEADINGS =
      List.of("What", "Why on ESP32", "Bad", "Good", "Firmware", "Suppress", "Evidence");

  private final String text;
  private final Map<String, String> sections = new LinkedHashMap<>();

  private RulePage(String text) {
    this.text = text;
    String heading = "";
    StringBuilder section = new StringBuilder();
    boolean fenced = false;
    for (String line : text.split("\n")) {
      if (line.startsWith("```")) {
        fenced = !fenced;
      }
      if (!fenced && line.startsWith("## ")) {
        sections.put(heading, section.toString());
        heading = line.substring(3).strip();
        section.setLength(0);
      } else {
        section.append(line).append('\n');
      }
    }
    sections.put(heading, section.toString());
  }

  static Path path(RuleInfo rule) {
    return FOLDER.resolve(rule.code() + ".md");
  }

  static RulePage read(RuleInfo rule) {
    try {
      return new RulePage(Files.readString(path(rule)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with the page by itself, without running its examples. */
  List<String> problems(RuleInfo rule) {
    List<String> problems = new ArrayList<>();
    String title = "# " + rule.code() + " " + rule.name();
    if (!text.startsWith(title + "\n")) {
      problems.add("the page does not start with `" + title + "`");
    }
    List<String> headings = new ArrayList<>(sections.keySet());
    headings.remove("");
    if (!headings.equals(HEADINGS)) {
      problems.add("the page's headings are " + headings + " instead of " + HEADINGS);
      return problems;
    }
    for (String heading : HEADINGS) {
      if (section(heading).isBlank()) {
        problems.add("the page says nothing under " + heading);
      }
    }
    if (!section("Suppress").contains(rule.code())) {
      problems.add("the page's Suppress does not show " + rule.code());
    }
    return problems;
  }

  String section(String heading) {
    return sections.getOrDefault(heading, "");
  }

  /** The Python blocks of a section. */
  List<Example> examples(String heading) {
    List<Example> examples = new ArrayList<>();
    StringBuilder block = null;
    for (String line : section(heading).split("\n")) {
      if (block == null && line.equals("```python")) {
        block = new StringBuilder();
      } else if (block != null && line.equals("```")) {
        examples.add(new Example(block.toString()));
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    return examples;
  }

  /**
   * A block of code; its first lines may be {@code # firmware: 1.22}, {@code # chip: esp32c3} or
   * {@code # file: boot.py}.
   */
  record Example(String text) {
    Target target() {
      String range = option("firmware");
      String chipWord = option("chip");
      Chip chip = chipWord == null ? Chip.ESP32 : Chip.of(chipWord);
      Releases releases = range == null ? Target.DEFAULT.releases() : Releases.parse(range);
      if (releases == null || chip == null) {
        throw new IllegalArgumentException("no such target: " + range + " " + chipWord);
      }
      String written = range == null ? Target.DEFAULT.written() : range;
      return new Target(releases, chip, written);
    }

    String path() {
      String file = option("file");
      return file == null ? "main.py" : file;
    }

    private @Nullable String option(String word) {
      for (String line : text.split("\n")) {
        if (!line.startsWith("# ")) {
          return null;
        }
        if (line.startsWith("# " + word + ": ")) {
          return line.substring(word.length() + 4).strip();
        }
      }
      return null;
    }

    List<Finding> findings() {
      return new CaseProject(path(), text).check(path(), target());
    }
  }
}
