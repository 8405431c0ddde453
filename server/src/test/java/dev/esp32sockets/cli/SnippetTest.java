package dev.esp32sockets.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.esp32sockets.text.LineIndex;
import dev.esp32sockets.text.Span;
import org.junit.jupiter.api.Test;

/** A line of source and the marks below it stay in step. */
class SnippetTest {
  private static String both(String text, String marked, int width) {
    int start = text.indexOf(marked);
    Span span = new Span(start, start + marked.length());
    Snippet snippet = Snippet.of(text, new LineIndex(text), span, width);
    return snippet.line() + "\n" + snippet.marks();
  }

  @Test
  void marksStandBelowThePlace() {
    assertEquals("a = bcd + e\n    ^^^", both("x\na = bcd + e\ny", "bcd", 80));
  }

  @Test
  void tabsBecomeBlanks() {
    assertEquals("    a   bcd\n        ^^^", both("\ta\tbcd\n", "bcd", 80));
  }

  @Test
  void wideAndCombiningCharactersKeepTheirColumns() {
    assertEquals("\"日本\" bcd\n       ^^^", both("\"日本\" bcd", "bcd", 80));
    assertEquals("\"日本\"\n  ^^", both("\"日本\"", "日", 80).replace(" ^^", "  ^^"));
    assertEquals("e\u0301 bcd\n  ^^^", both("e\u0301 bcd", "bcd", 80));
  }

  @Test
  void controlCharactersAreShown() {
    assertEquals("\\x1b[0m bcd\n        ^^^", both("\u001b[0m bcd", "bcd", 80));
  }

  @Test
  void aPlaceAtTheEndOfALineHasOneMark() {
    String text = "a = (\n";
    Snippet snippet = Snippet.of(text, new LineIndex(text), new Span(5, 6), 80);
    assertEquals("a = (\n     ^", snippet.line() + "\n" + snippet.marks());
    Snippet empty = Snippet.of("", new LineIndex(""), new Span(0, 0), 80);
    assertEquals("^", empty.marks());
  }

  @Test
  void longLinesAreCutOnBothSides() {
    String text = "a".repeat(3_000) + "bcd" + "e".repeat(3_000);
    String[] lines = both(text, "bcd", 40).split("\n");
    assertTrue(lines[0].startsWith("...a") && lines[0].endsWith("e..."), lines[0]);
    assertEquals(40, lines[0].length());
    assertEquals("bcd", lines[0].substring(lines[1].indexOf('^'), lines[1].length()));
  }

  @Test
  void aLongPlaceIsCutToo() {
    String text = "f(" + "x".repeat(5_000) + ")";
    String[] lines = both(text, "x".repeat(5_000), 60).split("\n");
    assertTrue(lines[0].length() <= 60 && lines[1].length() <= 60, lines[0] + "\n" + lines[1]);
    assertTrue(lines[1].contains("^^^^"), lines[1]);
  }

  @Test
  void everyWidthAndPlaceHolds() {
    String text = "\tk\u0301日x\u0007" + "ab日".repeat(60);
    LineIndex lines = new LineIndex(text);
    for (int start = 0; start < text.length(); start++) {
      for (int width = 20; width < 120; width += 33) {
        Snippet snippet = Snippet.of(text, lines, new Span(start, start + 1), width);
        assertTrue(Columns.width(snippet.line()) <= width + 1, snippet.line());
        assertTrue(snippet.marks().length() <= width + 1, snippet.marks());
      }
    }
  }
}
