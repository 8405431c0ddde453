package dev.esp32sockets.syntax;

/** What a visitor without a result returns. */
public enum Visited {
  DONE
}
