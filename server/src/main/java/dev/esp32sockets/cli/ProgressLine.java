package dev.esp32sockets.cli;

import dev.esp32sockets.project.Progress;

/** Shows on a terminal how far a long check is, in one line that goes away. */
final class ProgressLine implements Progress {
  private static final long PATIENCE_MS = 700;
  private static final long EVERY_MS = 100;
  private static final String CLEAR = "\r\u001b[K";

  private final Terminal terminal;
  private final long started = System.nanoTime();
  private long shown;

  ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void at(int done, int total) {
    long passed = (System.nanoTime() - started) / 1_000_000;
    if (passed < PATIENCE_MS || passed - shown < EVERY_MS || done == total) {
      return;
    }
    shown = passed;
    terminal.err(CLEAR + "checking " + done + " of " + total);
  }

  /** Removes the line, if one is there. */
  void clear() {
    if (shown > 0) {
      terminal.err(CLEAR);
    }
  }
}
