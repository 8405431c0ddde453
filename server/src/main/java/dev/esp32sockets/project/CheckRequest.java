package dev.esp32sockets.project;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked, and how.
 *
 * @param paths as written; {@code -} is the standard input
 * @param input the standard input, where it is one of the paths
 * @param config a configuration file instead of the search
 * @param exclude patterns relative to the working folder
 * @param jobs how many files at once
 */
public record CheckRequest(
    Path workingFolder,
    List<String> paths,
    @Nullable Input input,
    Flags flags,
    @Nullable String config,
    List<String> exclude,
    boolean reportUnusedIgnores,
    Fixing fixing,
    @Nullable String baseline,
    boolean writeBaseline,
    int jobs,
    Progress progress) {

  /** Which fixes are applied. */
  public enum Fixing {
    NONE,
    SAFE,
    ALL
  }
}
