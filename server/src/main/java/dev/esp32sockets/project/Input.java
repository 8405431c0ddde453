package dev.esp32sockets.project;

import org.jspecify.annotations.Nullable;

/** A script that comes from the standard input. */
public final class Input {
  private final byte[] bytes;
  private final @Nullable String name;

  /**
   * @param name the path that it stands for, where one was told
   */
  public Input(byte[] bytes, @Nullable String name) {
    this.bytes = bytes;
    this.name = name;
  }

  SourceText text() {
    return SourceReader.decode(bytes);
  }

  @Nullable String name() {
    return name;
  }
}
