package dev.esp32sockets.project;

import dev.esp32sockets.firmware.Chip;
import dev.esp32sockets.firmware.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says instead of the configuration.
 *
 * @param target whose releases count; its chip does not
 */
public record Flags(
    @Nullable Target target, @Nullable Chip chip, List<String> select, List<String> ignore) {
  public static final Flags NONE = new Flags(null, null, List.of(), List.of());

  boolean isEmpty() {
    return target == null && chip == null && select.isEmpty() && ignore.isEmpty();
  }
}
