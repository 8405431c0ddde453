package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;

/** Releases from which the compiler refuses or accepts something, where several places ask. */
final class CompileEdges {
  static final Releases STAR_AFTER_KEYWORD = Releases.since(29);

  private CompileEdges() {}
}
