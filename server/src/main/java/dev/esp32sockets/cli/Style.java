package dev.esp32sockets.cli;

import dev.esp32sockets.rules.Severity;

/** Colours, or none. */
final class Style {
  private static final String RESET = "\u001b[0m";

  private final boolean colored;

  Style(boolean colored) {
    this.colored = colored;
  }

  boolean isColored() {
    return colored;
  }

  String bold(String text) {
    return in("1", text);
  }

  String dim(String text) {
    return in("2", text);
  }

  String green(String text) {
    return in("32", text);
  }

  String of(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> in("1;31", text);
      case WARNING -> in("1;33", text);
      case INFO -> in("1;34", text);
      case HINT -> in("1;36", text);
    };
  }

  private String in(String code, String text) {
    return colored ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
