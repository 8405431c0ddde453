package dev.esp32sockets.project;

import java.util.ArrayList;
import java.util.List;

/** A list of patterns as in a {@code .gitignore}: the last one that fits decides. */
final class IgnorePatterns {
  static final IgnorePatterns NONE = new IgnorePatterns(List.of());

  /** What a list says of a path. */
  enum Verdict {
    SILENT,
    IGNORED,
    KEPT
  }

  private final List<Pattern> patterns;

  private IgnorePatterns(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  private record Pattern(String glob, boolean keeps, boolean foldersOnly, boolean anchored) {}

  static IgnorePatterns of(List<String> lines) {
    List<Pattern> patterns = new ArrayList<>(lines.size());
    for (String line : lines) {
      Pattern pattern = pattern(line);
      if (pattern != null) {
        patterns.add(pattern);
      }
    }
    return patterns.isEmpty() ? NONE : new IgnorePatterns(patterns);
  }

  /** The patterns of a file's text, one a line. */
  static IgnorePatterns ofText(String text) {
    List<String> lines = new ArrayList<>();
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      int stop = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
      lines.add(text.substring(start, stop));
      start = end + 1;
    }
    return of(lines);
  }

  boolean isEmpty() {
    return patterns.isEmpty();
  }

  /**
   * What the patterns say of one path itself, whatever they say of the folders above.
   *
   * @param path relative to the folder of the patterns, with {@code /}
   */
  Verdict verdict(String path, boolean folder) {
    for (int i = patterns.size() - 1; i >= 0; i--) {
      Pattern pattern = patterns.get(i);
      if (pattern.foldersOnly && !folder) {
        continue;
      }
      String subject = pattern.anchored ? path : path.substring(path.lastIndexOf('/') + 1);
      if (Glob.matches(pattern.glob, subject)) {
        return pattern.keeps ? Verdict.KEPT : Verdict.IGNORED;
      }
    }
    return Verdict.SILENT;
  }

  /** Whether a file or one of the folders that hold it is named. */
  boolean names(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (verdict(path.substring(0, slash), true) == Verdict.IGNORED) {
        return true;
      }
    }
    return verdict(path, false) == Verdict.IGNORED;
  }

  private static @org.jspecify.annotations.Nullable Pattern pattern(String line) {
    String glob = withoutTrailingBlanks(line);
    if (glob.isEmpty() || glob.charAt(0) == '#') {
      return null;
    }
    boolean keeps = glob.charAt(0) == '!';
    if (keeps) {
      glob = glob.substring(1);
    }
    boolean foldersOnly = glob.endsWith("/");
    if (foldersOnly) {
      glob = glob.substring(0, glob.length() - 1);
    }
    if (glob.startsWith("./")) {
      glob = glob.substring(1);
    }
    boolean anchored = glob.indexOf('/') >= 0;
    if (glob.startsWith("/")) {
      glob = glob.substring(1);
    }
    return glob.isEmpty() ? null : new Pattern(glob, keeps, foldersOnly, anchored);
  }

  private static String withoutTrailingBlanks(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
      end--;
    }
    return line.substring(0, end);
  }
}
