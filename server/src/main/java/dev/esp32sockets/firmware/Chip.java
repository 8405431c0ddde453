package dev.esp32sockets.firmware;

import org.jspecify.annotations.Nullable;

/** The chips of the family, by the names that the configuration uses. */
public enum Chip {
  ESP32(false),
  ESP32S2(false),
  ESP32S3(false),
  ESP32C2(true),
  ESP32C3(true),
  ESP32C5(true),
  ESP32C6(true),
  ESP32H2(true),
  ESP32P4(true);

  private final boolean riscV;

  Chip(boolean riscV) {
    this.riscV = riscV;
  }

  public boolean isRiscV() {
    return riscV;
  }

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** A bit of its own, for sets of chips. */
  @SuppressWarnings("EnumOrdinal") // the index is made anew by every build
  public int bit() {
    return 1 << ordinal();
  }

  public static @Nullable Chip of(String word) {
    for (Chip chip : values()) {
      if (chip.word().equals(word)) {
        return chip;
      }
    }
    return null;
  }
}
