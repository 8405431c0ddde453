package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.text.Span;
import dev.esp32sockets.text.TextEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a file does not compile.
 *
 * @param message the whole message; one of a dialect matter leaves room for the releases behind it
 * @param rejectedBy the releases whose compiler refuses it; a typographic character or byte order
 *     mark may be refused by none, because it silently becomes part of a name
 * @param fix a repair with its title, where one is certain
 */
public record SyntaxProblem(
    Span span, Kind kind, String message, Releases rejectedBy, @Nullable Fix fix) {

  /** What the place is: the rule that reports it follows from this. */
  public enum Kind {
    /** Correct in CPython (of any version), refused by MicroPython: micropython-syntax. */
    DIALECT,
    /** Wrong in every Python: syntax-error. */
    SYNTAX,
    /** A typographic quotation mark or blank in code: typographic-character. */
    TYPOGRAPHIC,
    /** A byte order mark at the start: byte-order-mark. */
    BYTE_ORDER_MARK,
    /** Nested so deeply that neither we nor the board can read it. */
    TOO_DEEP
  }

  /**
   * A repair of the place.
   *
   * @param safe whether the repair keeps what the author certainly meant
   */
  public record Fix(String title, boolean safe, List<TextEdit> edits) {}
}
