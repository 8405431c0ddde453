package dev.esp32sockets.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The {@code .gitignore} files that hold in a folder: its own first, then those above it. */
final class GitIgnore {
  static final GitIgnore NONE = new GitIgnore(null, IgnorePatterns.NONE, null);

  private final @Nullable Path folder;
  private final IgnorePatterns patterns;
  private final @Nullable GitIgnore above;

  private GitIgnore(@Nullable Path folder, IgnorePatterns patterns, @Nullable GitIgnore above) {
    this.folder = folder;
    this.patterns = patterns;
    this.above = above;
  }

  /** What holds for a folder from the repository above it; nothing outside of one. */
  static GitIgnore above(Path folder) {
    Deque<Path> chain = new ArrayDeque<>();
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        chain.addFirst(at);
        break;
      }
      chain.addFirst(at);
      if (at.getParent() == null) {
        return NONE;
      }
    }
    GitIgnore ignore = NONE;
    for (Path at : chain) {
      if (!at.equals(folder)) {
        ignore = ignore.inside(at);
      }
    }
    return ignore;
  }

  /** This one with the file of a folder further down, if that has one. */
  GitIgnore inside(Path next) {
    Path file = next.resolve(".gitignore");
    if (!Files.isRegularFile(file)) {
      return this;
    }
    // An ignore file that cannot be read ignores nothing; git does the same.
    IgnorePatterns read = IgnorePatterns.ofText(SourceReader.read(file).text());
    return read.isEmpty() ? this : new GitIgnore(next, read, this);
  }

  boolean ignores(Path path, boolean isFolder) {
    for (GitIgnore at = this; at != null; at = at.above) {
      if (at.folder == null || !path.startsWith(at.folder)) {
        continue;
      }
      String relative = Paths.slashed(at.folder.relativize(path));
      IgnorePatterns.Verdict verdict = at.patterns.verdict(relative, isFolder);
      if (verdict != IgnorePatterns.Verdict.SILENT) {
        return verdict == IgnorePatterns.Verdict.IGNORED;
      }
    }
    return false;
  }
}
