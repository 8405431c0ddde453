package dev.esp32sockets.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds a copy of the project, elsewhere. */
@Tag("full")
class SecondBuildTest {

  private static final Set<String> NOT_COPIED = Set.of("target", "node_modules", ".git");

  @Test
  void givesTheSameBytes(@TempDir Path copy) throws IOException, InterruptedException {
    copyProject(copy);
    Command.Result built = maven(copy, "package", "-Dmaven.test.skip");
    assertEquals(0, built.exit(), built.out());
    for (Path artifact : List.of(Built.dist().resolve("esp32-sockets.jar"), Built.zip())) {
      Path again = copy.resolve("target/dist").resolve(artifact.getFileName());
      assertEquals(-1, Files.mismatch(artifact, again), artifact + " differs from " + again);
    }
  }

  @Test
  void failsOnALicenceThatIsNotOnTheList(@TempDir Path copy)
      throws IOException, InterruptedException {
    copyProject(copy);
    String goal = "license:add-third-party@third-party";
    Command.Result allowed = maven(copy, "-pl", "server", goal);
    assertEquals(0, allowed.exit(), allowed.out());

    Path list = copy.resolve("server/src/dist/third-party/permissive.txt");
    assertTrue(Files.readAllLines(list).contains("Apache-2.0"));
    Files.writeString(list, "MIT\n");
    Command.Result refused = maven(copy, "-pl", "server", goal);
    assertNotEquals(0, refused.exit());
    assertTrue(refused.out().contains("forbidden licenses"), refused.out());
    assertTrue(refused.out().contains("org.tomlj:tomlj"), refused.out());
  }

  private static Command.Result maven(Path folder, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Built.maven(), "-B", "-ntp", "-o"));
    String repository = System.getProperty("maven.repo.local", "");
    if (!repository.isEmpty()) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    command.addAll(List.of(words));
    return new Command(folder)
        .with("JAVA_HOME", System.getProperty("java.home"))
        .within(10)
        .run(command);
  }

  private static void copyProject(Path to) throws IOException {
    Path from = Built.root();
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!folder.equals(from) && NOT_COPIED.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!NOT_COPIED.contains(file.getFileName().toString())) {
              Files.copy(file, to.resolve(from.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
