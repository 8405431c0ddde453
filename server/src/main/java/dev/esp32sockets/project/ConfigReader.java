package dev.esp32sockets.project;

import dev.esp32sockets.firmware.Chip;
import dev.esp32sockets.firmware.Target;
import dev.esp32sockets.project.Config.FileRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Turns one TOML file into a configuration and says what is wrong in it, line by line. */
final class ConfigReader {
  private static final List<String> BOARD_KEYS = List.of("port", "baud", "lines");

  private final TomlTable table;
  private final Path folder;
  private final List<Problem> problems = new ArrayList<>();

  private record Problem(int line, String message) {}

  private ConfigReader(TomlTable table, Path folder) {
    this.table = table;
    this.folder = folder;
  }

  /**
   * Reads a file; null when it has no table of ours.
   *
   * @param ours whether keys may stand at the top, and a broken file is our business
   */
  static @Nullable Config read(
      Path file, String shown, String text, boolean ours, List<String> problems) {
    TomlParseResult result = Toml.parse(text);
    TomlTable table = ourTable(result);
    if (table == null && ours) {
      table = result;
    }
    if (result.hasErrors()) {
      for (TomlParseError error : result.errors()) {
        problems.add(
            shown + ":" + error.position().line() + ": this is not TOML: " + firstLine(error));
      }
    }
    if (table == null) {
      return null;
    }
    Path folder = Objects.requireNonNull(file.getParent());
    ConfigReader reader = new ConfigReader(table, folder);
    Config config = reader.config(file);
    reader.problems.sort(new ByLine());
    for (Problem problem : reader.problems) {
      problems.add(shown + ":" + problem.line + ": " + problem.message);
    }
    return config;
  }

  private static @Nullable TomlTable ourTable(TomlTable top) {
    Object tool = top.get(List.of("tool"));
    Object own = tool instanceof TomlTable tools ? tools.get(List.of("esp32-sockets")) : null;
    return own instanceof TomlTable found ? found : null;
  }

  private static String firstLine(TomlParseError error) {
    String message = String.valueOf(error.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private Config config(Path file) {
    checkKeys();
    Selection selection =
        Selection.DEFAULT
            .withLevels(severity())
            .with(ruleWords(List.of("select")), ruleWords(List.of("ignore")));
    Config config =
        new Config(
            file,
            folder,
            target(),
            root(),
            selection,
            IgnorePatterns.of(strings(List.of("exclude"))),
            extraModules(),
            perFile());
    checkBoard();
    return config;
  }

  private void checkKeys() {
    for (String key : table.keySet()) {
      if (!ConfigKeys.ALL.contains(key)) {
        error(List.of(key), "unknown key `" + key + "`" + Nearest.hint(key, ConfigKeys.ALL));
      }
    }
  }

  private Target target() {
    Target target = Target.DEFAULT;
    Object firmware = table.get(List.of("firmware"));
    if (firmware instanceof String written) {
      FirmwareRange.Result result = FirmwareRange.parse(written);
      if (result.target() != null) {
        target = result.target();
      } else {
        error(List.of("firmware"), String.valueOf(result.error()));
      }
    } else if (firmware != null) {
      String quoted = firmware instanceof Double ? ": write \"1.24\", not 1.24" : "";
      error(List.of("firmware"), "`firmware` needs a text in quotes" + quoted);
    }
    String word = string(List.of("chip"));
    if (word == null) {
      return target;
    }
    Chip chip = Chip.of(word);
    if (chip == null) {
      error(List.of("chip"), String.valueOf(FirmwareRange.chipError(word)));
      return target;
    }
    return new Target(target.releases(), chip, target.written());
  }

  private @Nullable Path root() {
    String written = string(List.of("root"));
    if (written == null) {
      return null;
    }
    Path root = folder.resolve(written.replace('\\', '/')).normalize();
    if (!Files.isDirectory(root)) {
      error(List.of("root"), "there is no folder `" + written + "` beside this file");
      return null;
    }
    return root;
  }

  private Map<String, String> severity() {
    Map<String, String> levels = new LinkedHashMap<>();
    Object value = table.get(List.of("severity"));
    if (value instanceof TomlTable rules) {
      for (String word : rules.keySet()) {
        List<String> path = List.of("severity", word);
        String level = string(path);
        if (level == null || !checkRule(path, word)) {
          continue;
        }
        if (ConfigKeys.LEVELS.contains(level)) {
          levels.put(word, level);
        } else {
          error(path, "unknown level `" + level + "`" + Nearest.hint(level, ConfigKeys.LEVELS));
        }
      }
    } else if (value != null) {
      error(List.of("severity"), "`severity` needs a table: rule = \"level\"");
    }
    return levels;
  }

  private List<FileRules> perFile() {
    List<FileRules> found = new ArrayList<>();
    Object value = table.get(List.of("per-file-ignores"));
    if (value instanceof TomlTable files) {
      for (String glob : files.keySet()) {
        List<String> words = ruleWords(List.of("per-file-ignores", glob));
        found.add(new FileRules(IgnorePatterns.of(List.of(glob)), words));
      }
    } else if (value != null) {
      error(List.of("per-file-ignores"), "`per-file-ignores` needs a table: \"file\" = [\"rule\"]");
    }
    return found;
  }

  private Set<String> extraModules() {
    Set<String> modules = new HashSet<>();
    for (String name : strings(List.of("extra-modules"))) {
      if (isModuleName(name)) {
        modules.add(name);
      } else {
        error(List.of("extra-modules"), "`" + name + "` is no name of a module");
      }
    }
    return modules;
  }

  private static boolean isModuleName(String name) {
    boolean fits = !name.isEmpty();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      fits &= Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }
    return fits;
  }

  private void checkBoard() {
    Object value = table.get(List.of("board"));
    if (value == null) {
      return;
    }
    if (!(value instanceof TomlTable board)) {
      error(List.of("board"), "`board` needs a table with port, baud and lines");
      return;
    }
    for (String key : board.keySet()) {
      List<String> path = List.of("board", key);
      if (!BOARD_KEYS.contains(key)) {
        error(path, "unknown key `board." + key + "`" + Nearest.hint(key, BOARD_KEYS));
      } else if (key.equals("baud")) {
        if (!(board.get(List.of(key)) instanceof Long baud) || baud <= 0) {
          error(path, "`board.baud` needs a whole number above 0, such as 115200");
        }
      } else {
        checkBoardWord(path, string(path));
      }
    }
  }

  private void checkBoardWord(List<String> path, @Nullable String word) {
    boolean lines = path.get(1).equals("lines");
    if (lines && word != null && !ConfigKeys.LINES.contains(word)) {
      error(
          path,
          "`board.lines` is `asserted` or `released`, not `"
              + word
              + "`"
              + Nearest.hint(word, ConfigKeys.LINES));
    }
  }

  /** A list of codes, names, families and `all`; those that mean nothing are reported. */
  private List<String> ruleWords(List<String> path) {
    List<String> words = new ArrayList<>();
    for (String word : strings(path)) {
      if (checkRule(path, word)) {
        words.add(word);
      }
    }
    return words;
  }

  private boolean checkRule(List<String> path, String word) {
    String problem = RuleWords.problem(word);
    if (problem != null) {
      error(path, problem);
    }
    return problem == null;
  }

  private @Nullable String string(List<String> path) {
    Object value = table.get(path);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    error(path, "`" + String.join(".", path) + "` needs a text in quotes");
    return null;
  }

  private List<String> strings(List<String> path) {
    Object value = table.get(path);
    List<String> found = new ArrayList<>();
    if (value instanceof TomlArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof String text) {
          found.add(text);
        } else {
          TomlPosition place = array.inputPositionOf(i);
          problems.add(new Problem(place.line(), listNeeded(path)));
        }
      }
    } else if (value != null) {
      error(path, listNeeded(path));
    }
    return found;
  }

  private static String listNeeded(List<String> path) {
    return "`" + String.join(".", path) + "` needs a list of texts: [\"...\"]";
  }

  private void error(List<String> path, String message) {
    TomlPosition place = table.inputPositionOf(path);
    problems.add(new Problem(place == null ? 1 : place.line(), message));
  }

  private static final class ByLine implements Comparator<Problem> {
    @Override
    public int compare(Problem a, Problem b) {
      return Integer.compare(a.line, b.line);
    }
  }
}
