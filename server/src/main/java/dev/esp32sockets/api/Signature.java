package dev.esp32sockets.api;

import dev.esp32sockets.firmware.Releases;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How something is called in some releases.
 *
 * @param text as hover shows it, in stub syntax without the object itself
 * @param releases where this form holds
 * @param returns the type of the result in the notation of {@link TypeRef}; for a coroutine what
 *     awaiting it gives
 * @param coroutine whether the call has to be awaited
 */
public record Signature(
    String text, Releases releases, List<Parameter> parameters, String returns, boolean coroutine) {

  /**
   * One parameter.
   *
   * @param defaultText null when it is required
   */
  public record Parameter(
      String name, Kind kind, @Nullable String type, @Nullable String defaultText) {
    public boolean isRequired() {
      return defaultText == null && kind != Kind.STAR && kind != Kind.DOUBLE_STAR;
    }

    public boolean takesPosition() {
      return kind == Kind.POSITIONAL_ONLY || kind == Kind.PLAIN;
    }

    public boolean takesKeyword() {
      return kind == Kind.PLAIN || kind == Kind.KEYWORD_ONLY;
    }
  }

  /** How a parameter may be given. */
  public enum Kind {
    POSITIONAL_ONLY,
    PLAIN,
    STAR,
    KEYWORD_ONLY,
    DOUBLE_STAR
  }

  /** The smallest number of positional arguments that can be right. */
  public int minPositional() {
    int count = 0;
    for (Parameter parameter : parameters) {
      if (parameter.takesPosition() && parameter.isRequired()) {
        count++;
      }
    }
    return count;
  }

  /** The largest number of positional arguments; {@code Integer.MAX_VALUE} with a star. */
  public int maxPositional() {
    int count = 0;
    for (Parameter parameter : parameters) {
      if (parameter.kind() == Kind.STAR) {
        return Integer.MAX_VALUE;
      }
      if (parameter.takesPosition()) {
        count++;
      }
    }
    return count;
  }

  public boolean takesKeyword(String name) {
    for (Parameter parameter : parameters) {
      if (parameter.kind() == Kind.DOUBLE_STAR
          || (parameter.takesKeyword() && parameter.name().equals(name))) {
        return true;
      }
    }
    return false;
  }
}
