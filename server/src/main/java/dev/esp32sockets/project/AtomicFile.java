package dev.esp32sockets.project;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Objects;

/** Writes whole files: whoever interrupts finds the old content or the new one, never a part. */
public final class AtomicFile {
  private AtomicFile() {}

  public static void write(Path file, byte[] bytes) throws IOException {
    // What a link points to is written, so that the link stays one.
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      // A terminal, a pipe or /dev/null cannot be replaced by a file.
      Files.write(target, bytes);
      return;
    }
    Path folder = Objects.requireNonNull(target.getParent());
    Path temporary = Files.createTempFile(folder, ".esp32-sockets", ".tmp");
    temporary.toFile().deleteOnExit();
    try {
      Files.write(temporary, bytes);
      copyRights(target, temporary);
      move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void copyRights(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    if (Files.exists(from)) {
      view.setPermissions(Files.readAttributes(from, PosixFileAttributes.class).permissions());
    } else {
      // A temporary file is for its owner alone; a report is for everybody, as usual.
      view.setPermissions(java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
