package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Special;

/** What `with value as name` binds. */
final class With {
  private With() {}

  /** Objects of the knowledge base that can be entered give themselves. */
  static Value entered(Value value) {
    boolean itself = value instanceof Obj || value instanceof Value.Inst;
    return itself ? value : Special.UNKNOWN;
  }
}
