package dev.esp32sockets.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher for POSIX systems, unpacked from the archive as users do it. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final String JAVA_HOME = System.getProperty("java.home");

  @TempDir Path temporary;

  private Path installed;
  private Path cache;

  @BeforeEach
  void unpack() throws IOException {
    cache = temporary.resolve("cache");
    // A blank and a letter outside ASCII: both have broken launchers before.
    unpack(Files.createDirectory(temporary.resolve("my prögrams")));
  }

  private void unpack(Path to) throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(Built.zip(), Map.of("enablePosixFileAttributes", true))) {
      Path top = zip.getPath("/esp32-sockets-" + Built.version());
      try (Stream<Path> walk = Files.walk(top)) {
        for (Path entry : walk.toList()) {
          Path target = to.resolve(zip.getPath("/").relativize(entry).toString());
          if (Files.isDirectory(entry)) {
            Files.createDirectories(target);
          } else {
            Files.copy(entry, target);
            Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(entry));
          }
        }
      }
    }
    installed = to.resolve("esp32-sockets-" + Built.version());
    Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));
    Files.setLastModifiedTime(jar(), FileTime.from(anHourAgo));
  }

  @Test
  void theArchiveHoldsAllThatUsersNeed() {
    for (String name :
        List.of(
            "bin/esp32-sockets.cmd",
            "lib/esp32-sockets.jar",
            "examples/broken",
            "LICENSE",
            "README.md",
            "THIRD-PARTY.txt")) {
      assertTrue(Files.exists(installed.resolve(name)), name + " is missing");
    }
  }

  @Test
  void theWindowsLauncherHasWindowsLineEnds() throws IOException {
    String text = Files.readString(installed.resolve("bin/esp32-sockets.cmd"));
    assertEquals(text.split("\n", -1).length, text.split("\r\n", -1).length);
    assertTrue(text.chars().allMatch(each -> each < 128), "only ASCII is read alike everywhere");
  }

  @Test
  void startsFromAnywhereAndPassesArgumentsAndExitCodes() throws Exception {
    assertEquals(0, launcher().run(List.of(script().toString(), "version")).exit());
    Command.Result relative =
        launcher(installed).run(List.of("sh", "bin/esp32-sockets", "version"));
    assertEquals(0, relative.exit(), relative.err());
    assertTrue(relative.out().contains(Built.version()), relative.out());
    Path link = Files.createSymbolicLink(temporary.resolve("checker"), script());
    Command.Result linked = launcher().run(List.of(link.toString(), "check", "no such file.py"));
    assertEquals(2, linked.exit(), linked.out());
    assertTrue(linked.err().contains("no such file.py"), linked.err());
  }

  @Test
  void opensFilesWithAnyNameWithoutALocale() throws Exception {
    Path script = temporary.resolve("größe.py");
    Files.writeString(script, "import socket\n");
    Command.Result result =
        launcher()
            .with("LC_ALL", "")
            .with("LC_CTYPE", "")
            .with("LANG", "")
            .run(List.of(script().toString(), "check", script.toString()));
    assertEquals(0, result.exit(), result.out() + result.err());
  }

  @Test
  void prefersJavaHomeAndTakesAnotherWhereThatIsTooOld() throws Exception {
    Command.Result result =
        launcher().with("JAVA_HOME", oldJava().toString()).run(version(script()));
    assertEquals(0, result.exit(), result.err());
  }

  @Test
  void saysWhatIsMissingWhenThereIsNoJava() throws Exception {
    // A copy that does not look into the folder where this machine's own Java stands.
    Path copy = installed.resolve("bin/copy");
    String text = Files.readString(script()).replace("/usr/lib/jvm/*", "/nowhere/*");
    Files.writeString(copy, text);
    Path tools = Files.createDirectory(temporary.resolve("tools"));
    Command.Result result =
        launcher()
            .with("JAVA_HOME", oldJava().toString())
            .with("PATH", tools.toString())
            .run(List.of("/bin/sh", copy.toString(), "version"));
    assertEquals(2, result.exit());
    assertTrue(result.err().contains("needs Java 17 or newer"), result.err());
    assertTrue(result.err().contains(oldJava() + " is Java 11"), result.err());
    assertEquals("", result.out());
  }

  @Test
  void theStartUpArchiveIsMadeAsideUsedAndReplaced() throws Exception {
    // Java 17 archives no class of a jar whose path is written otherwise in a URL.
    unpack(Files.createDirectory(temporary.resolve("plain")));
    List<String> check = List.of(script().toString(), "check", Built.brokenExamples().toString());
    Command.Result first = launcher().run(check);
    Path archive = waitForArchive();
    // The first run with it writes nothing else and finds the same.
    Command.Result second = launcher().run(check);
    assertEquals(first, second);
    assertTrue(usesTheArchive(), "the archive is not used");

    // Another jar at the same place, of an older date: Java notices it, and a new one is made.
    Files.setLastModifiedTime(jar(), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    assertEquals(first, launcher().run(check));
    assertEquals(first, launcher().run(check));
    for (int i = 0; i < 300 && archives().contains(archive); i++) {
      Thread.sleep(200);
    }
    assertFalse(archives().contains(archive), "the old archive is still there");
    waitForArchive();
    assertEquals(first, launcher().run(check));
    assertTrue(usesTheArchive(), "the new archive is not used");
  }

  @Test
  void worksWithoutACache() throws Exception {
    Path file = Files.createFile(temporary.resolve("file"));
    Command.Result result =
        launcher().with("XDG_CACHE_HOME", file.toString()).run(version(script()));
    assertEquals(0, result.exit());
    assertEquals("", result.err());
    Command.Result homeless =
        launcher().with("XDG_CACHE_HOME", "").with("HOME", "").run(version(script()));
    assertEquals(0, homeless.exit());
    assertEquals("", homeless.err());
  }

  private boolean usesTheArchive() throws Exception {
    Path log = temporary.resolve("loaded.txt");
    Files.deleteIfExists(log);
    // No blank in the path: the variable is split at blanks.
    String options = "-Xlog:class+load=info:file=" + log;
    Command.Result result =
        launcher().with("ESP32_SOCKETS_JAVA_OPTS", options).run(version(script()));
    assertEquals(0, result.exit(), result.err());
    for (String line : Files.readAllLines(log)) {
      if (line.contains("dev.esp32sockets.app.Main ")) {
        return line.contains("shared objects file (top)");
      }
    }
    return false;
  }

  private Path waitForArchive() throws Exception {
    for (int i = 0; i < 300; i++) {
      List<Path> found = archives();
      boolean noted = files().stream().anyMatch(each -> each.toString().endsWith(".note"));
      if (found.size() == 1 && noted) {
        return found.get(0);
      }
      Thread.sleep(200);
    }
    throw new AssertionError("no start-up archive after a minute, only " + files());
  }

  private List<Path> archives() throws IOException {
    return files().stream().filter(each -> each.toString().endsWith(".jsa")).toList();
  }

  private List<Path> files() throws IOException {
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(cache)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  /** A Java home that only says that it is too old. */
  private Path oldJava() throws IOException {
    Path home = temporary.resolve("jdk-11");
    if (!Files.exists(home)) {
      Files.createDirectories(home.resolve("bin"));
      Files.writeString(home.resolve("release"), "JAVA_VERSION=\"11.0.20\"\n", UTF_8);
      Path program = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexit 99\n", UTF_8);
      Set<PosixFilePermission> all = PosixFilePermissions.fromString("rwxr-xr-x");
      Files.setPosixFilePermissions(program, all);
    }
    return home;
  }

  private Command launcher() {
    return launcher(temporary);
  }

  private Command launcher(Path folder) {
    return new Command(folder)
        .with("JAVA_HOME", JAVA_HOME)
        .with("XDG_CACHE_HOME", cache.toString())
        .with("ESP32_SOCKETS_ARCHIVE_DELAY", "0");
  }

  private Path script() {
    return installed.resolve("bin/esp32-sockets");
  }

  private Path jar() {
    return installed.resolve("lib/esp32-sockets.jar");
  }

  private static List<String> version(Path script) {
    return List.of(script.toString(), "version");
  }
}
