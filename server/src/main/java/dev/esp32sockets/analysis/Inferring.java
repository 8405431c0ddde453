package dev.esp32sockets.analysis;

/**
 * Keeps the inference of names that depend on each other from running in circles, and keeps results
 * that were cut short by such a circle out of the caches.
 */
final class Inferring {
  private static final int DEEPEST = 60;

  private int depth;
  private int openCycles;

  /** False when the chain of names is too long to follow. */
  boolean enter() {
    if (depth >= DEEPEST) {
      return false;
    }
    depth++;
    return true;
  }

  void hitCycle() {
    openCycles++;
  }

  /** Whether the result is final: the outermost one always is. */
  boolean leave() {
    depth--;
    if (depth == 0) {
      openCycles = 0;
      return true;
    }
    return openCycles == 0;
  }
}
