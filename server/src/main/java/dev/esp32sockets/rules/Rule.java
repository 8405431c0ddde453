package dev.esp32sockets.rules;

import dev.esp32sockets.analysis.Model;

/**
 * Finds one bad pattern, or a few that are one judgement over the same data. Keeps no state: one
 * object serves all files. It is made only when something that the catalogue says it watches occurs
 * there.
 */
public interface Rule {
  void check(Model model, Reporter report);
}
