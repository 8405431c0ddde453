package dev.esp32sockets.project;

import dev.esp32sockets.project.CheckResult.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes what fixes made of a file. */
public final class FixWriter {
  private FixWriter() {}

  /** Writes one file; gives what went wrong, or null. */
  public static @org.jspecify.annotations.Nullable String write(Change change) {
    Path path = change.file().path();
    String shown = change.file().file();
    SourceText now = SourceReader.read(path);
    if (now.trouble() != null || !now.text().equals(change.before())) {
      return shown + ": not fixed, because the file changed in the meantime";
    }
    try {
      AtomicFile.write(path, change.after().getBytes(StandardCharsets.UTF_8));
      return null;
    } catch (IOException e) {
      return shown + ": not fixed, because it cannot be written: " + SourceReader.reason(path, e);
    }
  }
}
