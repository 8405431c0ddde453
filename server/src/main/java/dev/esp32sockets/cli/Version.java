package dev.esp32sockets.cli;

import dev.esp32sockets.firmware.Releases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which version this is. */
final class Version {
  private Version() {}

  /** {@code 0.1.0}. */
  static String number() {
    try (InputStream in = Version.class.getResourceAsStream("/esp32-sockets-version.txt")) {
      if (in == null) {
        throw new IllegalStateException("the version is missing in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int run(Terminal terminal) {
    terminal.out(
        "esp32-sockets "
            + number()
            + "\nMicroPython 1."
            + Releases.FIRST
            + " to 1."
            + Releases.NEWEST
            + " and preview (1."
            + Releases.PREVIEW
            + ") on ESP32\nJava "
            + System.getProperty("java.version")
            + "\n");
    return 0;
  }
}
