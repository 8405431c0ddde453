package dev.esp32sockets.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much a finding matters, from the least to the most. */
public enum Severity {
  HINT,
  INFO,
  WARNING,
  ERROR;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static @Nullable Severity of(String word) {
    for (Severity severity : values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    return null;
  }
}
