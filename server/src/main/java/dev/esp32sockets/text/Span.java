package dev.esp32sockets.text;

import org.jspecify.annotations.Nullable;

/** A half-open range of UTF-16 offsets in one file. */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  // Written out, because what the compiler makes of a record is slow at its first use.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Span that && start == that.start && end == that.end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }

  public String of(String text) {
    return text.substring(start, end);
  }
}
