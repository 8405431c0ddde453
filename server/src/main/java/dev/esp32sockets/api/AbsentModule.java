package dev.esp32sockets.api;

import org.jspecify.annotations.Nullable;

/**
 * A module that is in no stock ESP32 firmware.
 *
 * @param sort why it is not there
 * @param instead what to write instead, when there is something
 */
public record AbsentModule(String name, Sort sort, @Nullable String instead) {
  /** Why a module is not there. */
  public enum Sort {
    /** Part of CPython only. */
    CPYTHON,
    /** Can be installed with {@code mip} from micropython-lib. */
    INSTALLABLE,
    /** Built into the firmware of other boards. */
    OTHER_PORT,
    /** Runs on a computer only and never will on a board: marks host code. */
    HOST_ONLY
  }
}
