package dev.esp32sockets.project;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks folders for Python files, without what version control ignores, without environments and
 * build results, and without going in circles.
 */
final class FileSet {
  private static final Set<String> SKIPPED =
      Set.of(
          ".git",
          ".hg",
          ".venv",
          "venv",
          "env",
          "node_modules",
          "__pycache__",
          "typings",
          "build",
          "dist",
          ".eggs",
          ".tox");

  /**
   * What a walk finds.
   *
   * @param trouble a folder that cannot be listed, where there is one; null for a file
   */
  record Entry(Path path, @org.jspecify.annotations.Nullable String trouble) {}

  private final ConfigFinder configs;
  private final IgnorePatterns excluded;
  private final Path excludedFrom;
  private final int limit;
  private final List<Entry> found = new ArrayList<>();
  private final Set<Object> visited = new HashSet<>();
  private final Deque<Level> links = new ArrayDeque<>();

  /**
   * @param excluded the patterns of the command line, relative to {@code excludedFrom}
   * @param limit how many files are enough
   */
  FileSet(ConfigFinder configs, IgnorePatterns excluded, Path excludedFrom, int limit) {
    this.configs = configs;
    this.excluded = excluded;
    this.excludedFrom = excludedFrom;
    this.limit = limit;
  }

  /** A folder with the ignore files that hold in it, the nearest first. */
  private record Level(Path folder, GitIgnore ignore) {}

  /** The Python files below the folder, in the order of their names. */
  List<Entry> walk(Path folder) {
    visit(new Level(folder, GitIgnore.above(folder)));
    // Links come last, so that a file is found under its real name where both are inside.
    while (!links.isEmpty()) {
      visit(links.removeFirst());
    }
    return found;
  }

  private void visit(Level level) {
    if (!isNew(level.folder)) {
      return;
    }
    GitIgnore ignore = level.ignore.inside(level.folder);
    Config config = configs.forFolder(level.folder);
    for (Path child : children(level.folder)) {
      if (found.size() >= limit) {
        return;
      }
      child(child, ignore, config);
    }
  }

  private void child(Path child, GitIgnore ignore, Config config) {
    String name = String.valueOf(child.getFileName());
    boolean python = name.endsWith(".py");
    boolean link = Files.isSymbolicLink(child);
    boolean folder =
        link ? Files.isDirectory(child) : Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
    if (!folder && !python) {
      return;
    }
    if ((folder && SKIPPED.contains(name)) || isExcluded(child, folder, ignore, config)) {
      return;
    }
    if (!folder) {
      found.add(new Entry(child, null));
    } else if (link) {
      links.add(new Level(child, ignore));
    } else {
      visit(new Level(child, ignore));
    }
  }

  private boolean isExcluded(Path child, boolean folder, GitIgnore ignore, Config config) {
    return fits(excluded, excludedFrom, child, folder)
        || (config.folder() != null && fits(config.exclude(), config.folder(), child, folder))
        || ignore.ignores(child, folder);
  }

  private static boolean fits(IgnorePatterns patterns, Path from, Path child, boolean folder) {
    return !patterns.isEmpty()
        && child.startsWith(from)
        && patterns.verdict(Paths.slashed(from.relativize(child)), folder)
            == IgnorePatterns.Verdict.IGNORED;
  }

  private boolean isNew(Path folder) {
    try {
      Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
      return visited.add(key == null ? folder.toRealPath() : key);
    } catch (IOException e) {
      found.add(new Entry(folder, SourceReader.reason(folder, e)));
      return false;
    }
  }

  private List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        children.add(child);
      }
    } catch (IOException e) {
      found.add(new Entry(folder, SourceReader.reason(folder, e)));
      return List.of();
    } catch (DirectoryIteratorException e) {
      found.add(new Entry(folder, "it could not be listed to its end"));
      return List.of();
    }
    Path[] sorted = children.toArray(new Path[0]);
    Arrays.sort(sorted);
    return Collections.unmodifiableList(Arrays.asList(sorted));
  }
}
