package dev.esp32sockets.project;

import java.util.List;

/** The words that a configuration may hold. */
final class ConfigKeys {
  static final List<String> ALL =
      List.of(
          "firmware",
          "chip",
          "root",
          "select",
          "ignore",
          "severity",
          "exclude",
          "extra-modules",
          "per-file-ignores",
          "board");

  static final List<String> LEVELS = List.of("error", "warning", "info", "hint", "off");

  static final List<String> LINES = List.of("asserted", "released");

  private ConfigKeys() {}
}
