package dev.esp32sockets.analysis;

import dev.esp32sockets.syntax.Node;

/** A node that can be reached, with what stands around it. */
public record Use<T extends Node>(T node, Context context) {}
