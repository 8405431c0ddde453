package dev.esp32sockets.project;

import org.jspecify.annotations.Nullable;

/**
 * What reading a file gave.
 *
 * @param text the text as far as it could be read; exactly the file's where there is no trouble
 * @param trouble why the file cannot be checked, or null
 */
record SourceText(String text, @Nullable Trouble trouble) {

  /**
   * Why a file cannot be checked.
   *
   * @param code the rule that says so
   * @param offset the place in the text
   */
  record Trouble(String code, int offset, String message) {}

  static SourceText of(String text) {
    return new SourceText(text, null);
  }

  static SourceText unreadable(String reason) {
    return new SourceText("", new Trouble("ESP001", 0, reason));
  }
}
