package dev.esp32sockets.cli;

import dev.esp32sockets.rules.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages about rules that ship with the jar. */
final class Pages {
  private Pages() {}

  /** The page in Markdown; its title alone where a rule has none. */
  static String rule(RuleInfo rule) {
    String page = resource("/rules/" + rule.code() + ".md");
    return page.isEmpty() ? "# " + rule.code() + " " + rule.name() + "\n" : page;
  }

  /** What the rule is about, in one sentence. */
  static String firstSentence(String page, RuleInfo rule) {
    int what = page.indexOf("## What");
    if (what < 0) {
      return rule.name();
    }
    int start = page.indexOf('\n', what) + 1;
    while (start < page.length() && page.charAt(start) == '\n') {
      start++;
    }
    int end = page.indexOf("\n\n", start);
    String paragraph = page.substring(start, end < 0 ? page.length() : end).replace('\n', ' ');
    int stop = paragraph.indexOf(". ");
    return (stop < 0 ? paragraph : paragraph.substring(0, stop + 1)).strip();
  }

  static String resource(String name) {
    try (InputStream in = Pages.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
