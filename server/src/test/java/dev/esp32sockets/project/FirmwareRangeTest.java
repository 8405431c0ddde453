package dev.esp32sockets.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.esp32sockets.firmware.Releases;
import org.junit.jupiter.api.Test;

/** What users may write for the firmware. */
class FirmwareRangeTest {
  private static Releases releases(String written) {
    FirmwareRange.Result result = FirmwareRange.parse(written);
    assertNotNull(result.target(), written + ": " + result.error());
    assertEquals(written.strip(), result.target().written());
    return result.target().releases();
  }

  @Test
  void singleReleases() {
    assertEquals(Releases.of(24), releases("1.24"));
    assertEquals(Releases.of(24), releases("1.24.1"));
    assertEquals(Releases.of(24), releases("1.24.x"));
    assertEquals(Releases.of(Releases.PREVIEW), releases("preview"));
    assertEquals(Releases.of(Releases.PREVIEW), releases("1.29"));
  }

  @Test
  void rangesIncludeTheirEndsAndOpenOnesEndAtTheNewestStableRelease() {
    assertEquals(Releases.between(20, Releases.NEWEST), releases(">=1.20"));
    assertEquals(Releases.between(20, Releases.NEWEST), releases(" >= 1.20"));
    assertEquals(Releases.between(20, 28), releases("1.20..1.28"));
    assertEquals(Releases.between(20, Releases.NEWEST), releases("1.20.."));
    assertEquals(Releases.until(23), releases("..1.23"));
    assertEquals(Releases.between(27, Releases.PREVIEW), releases("1.27..preview"));
  }

  @Test
  void whatMeansNoReleaseIsAnError() {
    for (String wrong : "1.2 1.11 2.0 1.30 .. >=preview 1.28..1.20 1.24.beta latest".split(" ")) {
      FirmwareRange.Result result = FirmwareRange.parse(wrong);
      assertNull(result.target(), wrong);
      assertNotNull(result.error(), wrong);
    }
    assertNull(FirmwareRange.parse("").target());
  }
}
