package dev.esp32sockets.api;

import dev.esp32sockets.firmware.Releases;
import org.jspecify.annotations.Nullable;

/**
 * A module under the name by which a script imports it.
 *
 * @param importName as written, {@code usocket}
 * @param symbol the module itself, {@code socket}
 * @param importable the releases in which this name can be imported
 * @param sort how a file of the same name on the board relates to it
 * @param instead what to import where it is missing, when there is something
 */
public record Module(
    String importName, Symbol symbol, Releases importable, Sort sort, @Nullable String instead) {
  /** Where the module comes from, which decides what can hide it. */
  public enum Sort {
    /** Built in and always found first. */
    FIXED,
    /** Built in; a file of its plain name on the board hides it. */
    EXTENSIBLE,
    /** A Python file inside the firmware; a file in the board's root folder hides it. */
    FROZEN
  }
}
