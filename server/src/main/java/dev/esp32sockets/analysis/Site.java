package dev.esp32sockets.analysis;

import dev.esp32sockets.syntax.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * One object, as far as a scope can tell objects apart: the newest one that a place of the source
 * made.
 *
 * <p>Equal by identity; there is one for each place.
 */
public final class Site {
  private final Node node;

  /** The variables that held it at some time, so that the last one to let go can be found. */
  final List<String> holders = new ArrayList<>(2);

  Site(Node node) {
    this.node = node;
  }

  /** Where it was made or first met. */
  public Node node() {
    return node;
  }
}
