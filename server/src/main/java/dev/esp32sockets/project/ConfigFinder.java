package dev.esp32sockets.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the configuration that holds for a folder: the nearest one upwards, as far as the folder of
 * a repository. Each file is read once; what is wrong in it is collected.
 */
final class ConfigFinder {
  static final String OWN_FILE = "esp32-sockets.toml";
  static final String PYPROJECT = "pyproject.toml";

  private final Path workingFolder;
  private final Flags flags;
  private final Map<Path, Config> byFolder = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable Config given;

  ConfigFinder(Path workingFolder, Flags flags) {
    this.workingFolder = workingFolder;
    this.flags = flags;
  }

  /** Messages of the form {@code FILE:LINE: message}. */
  List<String> problems() {
    return problems;
  }

  /** Uses one file for everything instead of searching. */
  void use(Path file, String shown) {
    if (!Files.isRegularFile(file)) {
      problems.add(shown + ": no such file; --config needs a configuration file");
      given = Config.DEFAULT.under(flags);
      return;
    }
    Config config = read(file, true);
    given = (config == null ? Config.DEFAULT : config).under(flags);
  }

  synchronized Config forFolder(Path folder) {
    if (given != null) {
      return given;
    }
    List<Path> passed = new ArrayList<>();
    Config found = null;
    for (Path at = folder; at != null && found == null; at = at.getParent()) {
      found = byFolder.get(at);
      if (found == null) {
        passed.add(at);
        found = inFolder(at);
        if (found == null && isRepository(at)) {
          break;
        }
      }
    }
    Config result = found == null ? Config.DEFAULT.under(flags) : found;
    for (Path at : passed) {
      byFolder.put(at, result);
    }
    return result;
  }

  private static boolean isRepository(Path folder) {
    return Files.exists(folder.resolve(".git")) || Files.exists(folder.resolve(".hg"));
  }

  private @Nullable Config inFolder(Path folder) {
    Path own = folder.resolve(OWN_FILE);
    Path pyproject = folder.resolve(PYPROJECT);
    boolean hasOwn = Files.isRegularFile(own);
    Config shared = Files.isRegularFile(pyproject) ? read(pyproject, false) : null;
    if (hasOwn && shared != null) {
      problems.add(
          shown(own)
              + ":1: `[tool.esp32-sockets]` in pyproject.toml beside it says the same keys;"
              + " keep one of the two");
    }
    Config config = hasOwn ? read(own, false) : shared;
    return config == null ? null : config.under(flags);
  }

  /** Null when the file has no table of ours. */
  private @Nullable Config read(Path file, boolean named) {
    SourceText source = SourceReader.read(file);
    SourceText.Trouble trouble = source.trouble();
    boolean ours = named || !file.endsWith(PYPROJECT);
    if (trouble != null) {
      if (ours) {
        problems.add(shown(file) + ":1: " + trouble.message());
      }
      return null;
    }
    // The TOML reader is slow to load, and most projects of other tools have no table of ours.
    if (!ours && !source.text().contains("esp32-sockets")) {
      return null;
    }
    return ConfigReader.read(file, shown(file), source.text(), ours, problems);
  }

  private String shown(Path file) {
    return Paths.shown(file, workingFolder, false);
  }
}
