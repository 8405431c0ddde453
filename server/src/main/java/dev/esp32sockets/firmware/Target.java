package dev.esp32sockets.firmware;

/**
 * What the user's project runs on.
 *
 * @param releases never empty
 * @param written the releases as the user wrote them, for the output
 */
public record Target(Releases releases, Chip chip, String written) {
  public static final Target DEFAULT =
      new Target(Releases.of(Releases.NEWEST), Chip.ESP32, "1." + Releases.NEWEST);
}
