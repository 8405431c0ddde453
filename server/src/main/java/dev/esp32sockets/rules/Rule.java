package dev.esp32sockets.rules;

import dev.esp32sockets.analysis.Model;

/**
 * Finds one bad pattern, or a few that are one judgement over the same data. Made for one file at a
 * time, only when something that the catalogue says it watches occurs there.
 */
public interface Rule {
  void check(Model model, Reporter report);
}
