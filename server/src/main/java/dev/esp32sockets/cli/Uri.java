package dev.esp32sockets.cli;

import java.nio.charset.StandardCharsets;

/** Paths as references in reports. */
final class Uri {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private Uri() {}

  /** A relative reference for a relative path, {@code file:} for another. */
  static String of(String path) {
    StringBuilder uri = new StringBuilder();
    if (path.startsWith("/")) {
      uri.append("file://");
    } else if (path.length() > 2 && path.charAt(1) == ':' && path.charAt(2) == '/') {
      uri.append("file:///");
    }
    for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
      int value = one & 0xFF;
      if (value < 128 && PLAIN.indexOf(value) >= 0) {
        uri.append((char) value);
      } else {
        uri.append('%').append("0123456789ABCDEF".charAt(value >> 4));
        uri.append("0123456789ABCDEF".charAt(value & 15));
      }
    }
    return uri.toString();
  }
}
