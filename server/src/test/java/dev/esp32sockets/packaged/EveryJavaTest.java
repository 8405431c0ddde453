package dev.esp32sockets.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tries the jar on Java 17 and on each newer one that this machine has. */
class EveryJavaTest {

  /** The releases that get years of support, and so are what users have. */
  private static final int[] WANTED = {17, 21, 25};

  @Test
  void findsTheSameOnEachJava() throws IOException, InterruptedException {
    @Nullable String expected = null;
    Map<Integer, Path> homes = homes();
    for (Map.Entry<Integer, Path> each : homes.entrySet()) {
      Command.Result result = check(each.getValue());
      assertEquals("", result.err(), "Java " + each.getKey());
      assertEquals(1, result.exit(), "Java " + each.getKey());
      assertTrue(result.out().contains("\"ESP"), result.out());
      if (expected == null) {
        expected = result.out();
      }
      assertEquals(expected, result.out(), "Java " + each.getKey());
    }
    for (int release : WANTED) {
      if (!homes.containsKey(release)) {
        System.out.println("Java " + release + " is not on this machine: not tried");
      }
    }
    System.out.println("tried on Java " + homes.keySet());
    assertNotNull(expected, "no Java was found");
  }

  private static Command.Result check(Path home) throws IOException, InterruptedException {
    return new Command(Built.root())
        .run(
            List.of(
                home.resolve("bin/java").toString(),
                "-jar",
                Built.jar().toString(),
                "check",
                "--format",
                "json",
                "server/examples/broken"));
  }

  /** The newest found of each release from 17 on. */
  private static Map<Integer, Path> homes() throws IOException {
    List<Path> candidates = new ArrayList<>();
    candidates.add(Path.of(System.getProperty("java.home")));
    for (String folder :
        new String[] {"/usr/lib/jvm", "/opt/java", "/Library/Java/JavaVirtualMachines"}) {
      if (Files.isDirectory(Path.of(folder))) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(folder))) {
          for (Path entry : entries) {
            candidates.add(entry);
            candidates.add(entry.resolve("Contents/Home"));
          }
        }
      }
    }
    Map<Integer, Path> homes = new TreeMap<>();
    for (Path candidate : candidates) {
      if (Files.isExecutable(candidate.resolve("bin/java"))) {
        int release = release(candidate);
        if (release >= 17) {
          homes.putIfAbsent(release, candidate);
        }
      }
    }
    return homes;
  }

  private static int release(Path home) throws IOException {
    if (Files.isReadable(home.resolve("release"))) {
      for (String line : Files.readAllLines(home.resolve("release"))) {
        if (line.startsWith("JAVA_VERSION=\"")) {
          String version = line.substring("JAVA_VERSION=\"".length());
          return Integer.parseInt(version.split("[^0-9]", 2)[0]);
        }
      }
    }
    return 0;
  }
}
