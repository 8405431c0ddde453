package dev.esp32sockets.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.esp32sockets.rules.RuleCatalogue;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The commands beside `check`. */
class CommandsTest {
  private static final Path HERE = Path.of("");

  private static Run run(String... args) {
    return Run.in(HERE, args);
  }

  @Test
  void anUnknownWordGetsTheNearestOne() {
    Run run = run("chekc");
    assertEquals(2, run.code);
    assertEquals("esp32-sockets: there is no command `chekc`; the nearest is `check`\n", run.err);
    assertTrue(run("dance").err.contains("`esp32-sockets help` lists them"));
  }

  @Test
  void commandsOfLaterVersionsAreKnownAndSaySo() {
    String later =
        "lsp run flash put get ls rm mkdir sync info reset repl monitor ports virtual-board";
    for (String word : later.split(" ")) {
      Run run = run(word);
      assertEquals(2, run.code, word);
      assertTrue(run.err.contains("does not have `" + word + "` yet"), run.err);
    }
  }

  @Test
  void helpIsThereForEveryCommand() {
    assertTrue(run().out.startsWith("esp32-sockets finds"));
    for (String word : "check explain rules version".split(" ")) {
      Run help = run("help", word);
      assertEquals(0, help.code);
      assertTrue(help.out.startsWith("Usage: esp32-sockets " + word), help.toString());
      assertEquals(help.out, run(word, "--help").out);
      for (String line : help.out.split("\n")) {
        assertTrue(line.length() <= 80, line);
      }
    }
    assertEquals(2, run("help", "chekc").code);
    assertEquals(2, run("help", "../check").code);
  }

  @Test
  void versionIsThatOfTheBuild() {
    Run run = run("version");
    assertEquals(0, run.code);
    assertTrue(run.out.startsWith("esp32-sockets " + Version.number() + "\n"), run.out);
    String expected = System.getProperty("project.version");
    if (expected != null) {
      assertEquals(expected, Version.number());
    }
  }

  @Test
  void rulesListsAllAndFamilies() {
    assertEquals(RuleCatalogue.all().size(), run("rules").out.split("\n").length);
    Run family = run("rules", "ESP0");
    assertTrue(family.out.startsWith("ESP001  error    file-unreadable\n"), family.out);
    assertFalse(family.out.contains("ESP1"));
    assertEquals(2, run("rules", "ESP999").code);
    String json = run("rules", "--format", "json").out;
    assertEquals(RuleCatalogue.all().size(), JsonParser.parseString(json).getAsJsonArray().size());
  }

  @Test
  void explainShowsThePageOfARule() {
    Run byCode = run("explain", "ESP201");
    assertEquals(0, byCode.code, byCode.toString());
    assertTrue(byCode.out.startsWith("ESP201 af-inet6-socket\n\nWhat\n\n"), byCode.out);
    assertFalse(byCode.out.contains("```") || byCode.out.contains("## "), byCode.out);
    assertTrue(byCode.out.contains("    import socket\n"), byCode.out);
    assertEquals(byCode.out, run("explain", "af-inet6-socket").out);
    assertEquals(byCode.out, run("explain", "esp201").out);
    for (String line : byCode.out.split("\n")) {
      assertTrue(line.length() <= 100, line);
    }
  }

  @Test
  void explainKnowsErrorsByNumberNameAndText() {
    String page = run("explain", "116").out;
    assertTrue(page.startsWith("OSError 116, ETIMEDOUT\n"), page);
    for (String word : List.of("ETIMEDOUT", "etimedout", "[Errno 116] ETIMEDOUT", "OSError: 116")) {
      assertEquals(page, run("explain", word).out, word);
    }
    assertTrue(run("explain", "-202").out.startsWith("OSError -202, EAI_FAIL"));
    assertTrue(run("explain", "-104").out.contains("TLS socket"));
    assertTrue(run("explain", "111").out.contains("no socket of an ESP32 raises it"));
    assertEquals(2, run("explain", "ETIMEDUOT").code);
    assertTrue(run("explain", "ETIMEDUOT").err.contains("the nearest is `ETIMEDOUT`"));
    assertEquals(2, run("explain").code);
  }

  @Test
  void everyErrorOfTheFactsHasAPage() {
    String numbers =
        "9 11 12 19 22 23 95 104 105 109 112 113 116 118 119 120 122 127 128 -2 -200 -201 -202"
            + " -203 -204 -30592 -9984 -29312 -29184 -24192 -29440 -30336 -28928 -27264 -17040";
    Set<Integer> known = new HashSet<>();
    for (ErrorNumbers.Entry entry : ErrorNumbers.all()) {
      assertTrue(known.add(entry.number()), "twice: " + entry.number());
      assertTrue(entry.what().endsWith(".") && entry.then().endsWith("."), entry.toString());
    }
    for (String number : numbers.split(" ")) {
      assertTrue(known.contains(Integer.valueOf(number)), number);
    }
  }
}
