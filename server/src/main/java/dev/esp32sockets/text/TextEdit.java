package dev.esp32sockets.text;

/** Replaces one span of a text; an empty span inserts. */
public record TextEdit(Span span, String replacement) {}
