package dev.esp32sockets.cli;

/** What the process tells whoever started it. */
final class Exit {
  static final int DONE = 0;
  static final int FINDINGS = 1;
  static final int WRONG_USE = 2;
  static final int INTERNAL = 3;

  private Exit() {}
}
