package dev.esp32sockets.project;

import java.io.File;
import java.nio.file.Path;

/** How paths are written for people and other programs. */
public final class Paths {
  private Paths() {}

  /** The path with {@code /} between its parts on every system. */
  public static String slashed(Path path) {
    String text = path.toString();
    return File.separatorChar == '/' ? text : text.replace(File.separatorChar, '/');
  }

  /** Relative to the working folder where the path is inside it or was given relative. */
  public static String shown(Path path, Path workingFolder, boolean givenRelative) {
    boolean sameRoot = path.getRoot() != null && path.getRoot().equals(workingFolder.getRoot());
    if (sameRoot && (givenRelative || path.startsWith(workingFolder))) {
      String relative = slashed(workingFolder.relativize(path));
      return relative.isEmpty() ? "." : relative;
    }
    return slashed(path);
  }
}
