package dev.esp32sockets.cli;

import dev.esp32sockets.project.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words after a command: options with or without a value, and the rest. */
final class Arguments {
  private final Map<String, List<String>> options = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private @Nullable String problem;

  private Arguments() {}

  /**
   * Reads the words from an index on.
   *
   * @param valued the options that take a value, each with its dashes
   * @param flags the options that take none
   */
  static Arguments parse(String[] given, int from, List<String> valued, List<String> flags) {
    Arguments arguments = new Arguments();
    boolean onlyWords = false;
    for (int i = from; i < given.length && arguments.problem == null; i++) {
      String word = given[i];
      if (onlyWords || !word.startsWith("-") || word.equals("-")) {
        arguments.words.add(word);
      } else if (word.equals("--")) {
        onlyWords = true;
      } else {
        i = arguments.option(given, i, valued, flags);
      }
    }
    return arguments;
  }

  /** What is wrong with the words, or null. */
  @Nullable String problem() {
    return problem;
  }

  List<String> words() {
    return words;
  }

  boolean has(String flag) {
    return options.containsKey(flag);
  }

  /** The last value of an option, or null. */
  @Nullable String value(String option) {
    List<String> all = options.get(option);
    return all == null ? null : all.get(all.size() - 1);
  }

  /** All values of an option, those between commas told apart. */
  List<String> list(String option) {
    List<String> found = new ArrayList<>();
    for (String value : all(option)) {
      int start = 0;
      while (start <= value.length()) {
        int comma = value.indexOf(',', start);
        int end = comma < 0 ? value.length() : comma;
        String word = value.substring(start, end).strip();
        if (!word.isEmpty()) {
          found.add(word);
        }
        start = end + 1;
      }
    }
    return found;
  }

  /** All values of an option as they were written. */
  List<String> all(String option) {
    return options.getOrDefault(option, List.of());
  }

  private int option(String[] given, int index, List<String> valued, List<String> flags) {
    String word = given[index];
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (flags.contains(name)) {
      if (equals >= 0) {
        problem = "`" + name + "` takes no value";
      }
      put(name, "");
      return index;
    }
    if (!valued.contains(name)) {
      List<String> known = new ArrayList<>(valued);
      known.addAll(flags);
      problem = "unknown option `" + name + "`" + Nearest.hint(name, known);
      return index;
    }
    if (equals >= 0) {
      put(name, word.substring(equals + 1));
      return index;
    }
    if (index + 1 >= given.length) {
      problem = "`" + name + "` needs a value";
      return index;
    }
    put(name, given[index + 1]);
    return index + 1;
  }

  private void put(String name, String value) {
    List<String> all = options.get(name);
    if (all == null) {
      all = new ArrayList<>();
      options.put(name, all);
    }
    all.add(value);
  }
}
