package dev.esp32sockets.rules;

import dev.esp32sockets.text.Span;
import java.util.List;

/**
 * Something wrong at one place of one file.
 *
 * @param rule whose finding it is
 * @param severity that of the rule, or the one the rule chose for this case
 * @param message one line, at most 100 characters, no full stop
 * @param related second places in the same file
 * @param fixes the best first; empty when nothing certain can be offered
 */
public record Finding(
    RuleInfo rule,
    Severity severity,
    Span span,
    String message,
    List<Related> related,
    List<Fix> fixes) {

  /** A second place that explains the first. */
  public record Related(Span span, String message) {}
}
