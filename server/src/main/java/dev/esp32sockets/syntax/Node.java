package dev.esp32sockets.syntax;

import dev.esp32sockets.text.Span;

/**
 * A node of a syntax tree: offsets are UTF-16, the end is exclusive.
 *
 * <p>{@link #id} is dense within one tree (0 up to {@link Tree#nodeCount()}), so that an analysis
 * keeps what it knows of nodes in arrays. Nodes are equal by identity.
 */
public abstract class Node {
  public final int start;
  public final int end;
  public final int id;

  protected Node(int id, int start, int end) {
    this.id = id;
    this.start = start;
    this.end = end;
  }

  public final Span span() {
    return new Span(start, end);
  }
}
