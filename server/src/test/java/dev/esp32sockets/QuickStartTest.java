package dev.esp32sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps out of the classes that every run loads what costs start-up time: the first lambda costs
 * about 20 ms, the first regular expression or stream a few more.
 */
class QuickStartTest {

  private static final Path CLASSES = Path.of("target/classes/dev/esp32sockets");

  /** What a class file names when it uses one of them. */
  private static final String[] COSTLY = {
    "java/lang/invoke/LambdaMetafactory",
    "java/lang/invoke/StringConcatFactory",
    "java/util/stream/",
    "java/util/regex/",
    "java/util/Formatter"
  };

  /** Parts that a plain {@code check} never enters. */
  private static final String[] ELSEWHERE = {"api/build/"};

  @Test
  void nothingOnTheWayToTheFirstFindingIsCostly() throws IOException {
    List<String> costly = new ArrayList<>();
    int seen = 0;
    for (Path file : classFiles()) {
      String name = CLASSES.relativize(file).toString().replace('\\', '/');
      if (startsWithAny(name)) {
        continue;
      }
      seen++;
      String constants = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (String each : COSTLY) {
        if (constants.contains(each)) {
          costly.add(name + " uses " + each);
        }
      }
    }
    assertTrue(seen > 30, "only " + seen + " classes found");
    assertEquals(List.of(), costly);
  }

  private static boolean startsWithAny(String name) {
    for (String each : ELSEWHERE) {
      if (name.startsWith(each)) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> classFiles() throws IOException {
    try (Stream<Path> walk = Files.walk(CLASSES)) {
      return walk.filter(each -> each.toString().endsWith(".class")).sorted().toList();
    }
  }
}
