package dev.esp32sockets.syntax;

/** A comment from its {@code #} to the end of its line, the line break excluded. */
public record Comment(int start, int end, boolean aloneOnLine) {}
