package dev.esp32sockets.packaged;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build has put what these tests try. */
final class Built {

  private Built() {}

  static Path jar() {
    return existing("jar.path");
  }

  static Path dist() {
    return existing("dist.dir");
  }

  static Path root() {
    return existing("project.root");
  }

  static Path zip() {
    return dist().resolve("esp32-sockets-" + version() + ".zip");
  }

  static Path brokenExamples() {
    return root().resolve("server/examples/broken");
  }

  static String version() {
    return property("project.version");
  }

  /** The command that built this, so that a second build uses the same one. */
  static String maven() {
    return Path.of(property("maven.home"), "bin", "mvn").toString();
  }

  private static Path existing(String name) {
    Path path = Path.of(property(name));
    assertTrue(Files.exists(path), path + " is missing: run `mvn verify`, not this test alone");
    return path;
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    assertTrue(value != null, name + " is not set: run `mvn verify`, not this test alone");
    return value;
  }
}
