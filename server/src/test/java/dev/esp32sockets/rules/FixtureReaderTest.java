package dev.esp32sockets.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.FixtureCase.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixtureReaderTest {
  @Test
  void marksAreTakenOutOfTheCode() {
    FixtureCase one =
        only(
            """
            # ESP201 af-inet6-socket

            #- case: two marks under one line
            #- firmware: 1.22
            x = f(y)
            #<      ESP201 warning
            """
                    .replace("#<      ", "#< ")
                + """
                #     ^ ESP202 error +fix: a message: with a colon

                y = 1
                #^^ ESP203 error
                """);
    assertEquals("x = f(y)\n\ny = 1\n", one.main().text());
    assertEquals(
        List.of(
            new Mark(0, 0, 1, "ESP201", Severity.WARNING, false, null),
            new Mark(0, 6, 7, "ESP202", Severity.ERROR, true, "a message: with a colon"),
            new Mark(2, 0, 3, "ESP203", Severity.ERROR, false, null)),
        one.main().marks());
    assertEquals(Releases.of(22), one.target().releases());
    assertEquals(9, one.main().fixtureLine(2));
  }

  @Test
  void filesAndAftersStartWithDirectives() {
    FixtureCase one =
        only(
            """
            #- case: a project
            #- path: boot.py
            import net
            #- after: ESP201
            import net2

            #- file: lib/net.py
            x = 1
            """);
    assertEquals("boot.py", one.main().path());
    assertEquals("import net2\n", one.afters().get(0).text());
    assertEquals("lib/net.py", one.files().get(1).path());
    assertEquals("x = 1\n", one.files().get(1).text());
  }

  @Test
  void whatLooksLikeAMarkMustBeOne() {
    refused("#- case: a\nx = 1\n#  ^^^ ESP201 wrong\n");
    refused("#- case: a\nx = 1\n# ^^^ ESP299 error\n");
    refused("#- case: a\nx = 1\n# ESP201 error\n");
    refused("#- case: a\n#^^ ESP201 error\nx = 1\n");
    refused("#- case: a\n#- after: ESP201\nx = 1\n");
    refused("#- case: a\n#- unheard: of\nx = 1\n");
    refused("#- case: a\n#- firmware: 2.0\nx = 1\n");
    refused("x = 1\n");
  }

  @Test
  void marksArePrintedAsTheyAreRead() {
    for (Mark mark :
        List.of(
            new Mark(0, 0, 1, "ESP201", Severity.WARNING, false, null),
            new Mark(0, 0, 5, "ESP201", Severity.WARNING, true, "m"),
            new Mark(0, 4, 5, "ESP202", Severity.HINT, false, null),
            new Mark(0, 9, 12, "ESP202", Severity.ERROR, false, "m: n"))) {
      String text = "#- case: a\nsome_code(here)\n" + mark.render() + "\n";
      assertEquals(List.of(mark), only(text).main().marks());
    }
  }

  private static FixtureCase only(String text) {
    List<FixtureCase> cases = FixtureReader.read("test.py", text);
    assertEquals(1, cases.size());
    return cases.get(0);
  }

  private static void refused(String text) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> FixtureReader.read("test.py", text));
    assertTrue(
        String.valueOf(refusal.getMessage()).startsWith("test.py line "), refusal.toString());
  }
}
