package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.Objects;

/**
 * One row of what MicroPython's compiler takes.
 *
 * @param section the part of the table it belongs to
 * @param code the construct
 * @param accepted the releases whose compiler takes it
 * @param ported whether the judge, which is another port, decides as the ESP32 does
 */
record LimitRow(String section, String code, Releases accepted, boolean ported) {

  static LimitRow never(String section, String code) {
    return new LimitRow(section, code, Releases.NONE, true);
  }

  static LimitRow always(String section, String code) {
    return new LimitRow(section, code, Releases.ALL, true);
  }

  static LimitRow in(String section, String range, String code) {
    return new LimitRow(section, code, Objects.requireNonNull(Releases.parse(range)), true);
  }

  /** A row on which the judge's port differs from the ESP32. */
  static LimitRow otherPort(String section, String code) {
    return new LimitRow(section, code, Releases.NONE, false);
  }
}
