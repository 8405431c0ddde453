package dev.esp32sockets.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.esp32sockets.api.KnownDifferences.Difference;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Claim and proof do not share a source: what the knowledge base says is compared with what the
 * official firmware said when it was run, both ways and release by release.
 */
class KnowledgeBaseProofTest {
  private static final List<String> RELEASES = List.of("1.23.0", "1.24.0", "1.25.0", "1.27.0");

  private final ApiIndex api = new ApiIndex();

  @Test
  void theKnowledgeBaseAndTheFirmwareSayTheSame() {
    KnownDifferences known = new KnownDifferences();
    assertTrue(known.everyGroupHasReason());
    Set<String> unexpected = new TreeSet<>();
    for (String release : RELEASES) {
      FirmwareComparison comparison = new FirmwareComparison(api, release);
      for (Difference difference : comparison.run()) {
        if (!known.covers(difference)) {
          unexpected.add(difference.toString());
        }
      }
      requireEnough(release, comparison);
    }
    assertEquals("", String.join("\n", unexpected));
    assertEquals(Set.of(), known.unused(), "entries of known-differences.json that hold no more");
  }

  /** A comparison that compares nothing must fail. */
  private static void requireEnough(String release, FirmwareComparison comparison) {
    assertTrue(comparison.names() > 1500, release + ": names " + comparison.names());
    assertTrue(comparison.values() > 200, release + ": values " + comparison.values());
    assertTrue(comparison.calls() > 400, release + ": calls " + comparison.calls());
    assertTrue(comparison.keywords() > 150, release + ": keywords " + comparison.keywords());
  }
}
