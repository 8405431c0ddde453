package dev.esp32sockets.project;

import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.text.LineIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names findings so that the name survives when lines move: from the rule, the words of the line
 * and how often the two came before in the file.
 */
public final class Fingerprints {
  private Fingerprints() {}

  /** One for each finding, in their order; 16 hexadecimal digits. */
  public static String[] of(String text, LineIndex lines, List<Finding> findings) {
    Map<String, Integer> seen = new HashMap<>();
    String[] names = new String[findings.size()];
    for (int i = 0; i < names.length; i++) {
      Finding finding = findings.get(i);
      int line = lines.line(finding.span().start());
      String words = words(text, lines.lineStart(line), lines.lineEnd(line));
      String key = finding.rule().code() + "\n" + words;
      int before = seen.getOrDefault(key, 0);
      seen.put(key, before + 1);
      names[i] = hash(key + "\n" + before);
    }
    return names;
  }

  /** The line with single blanks between its words, so that new indentation changes nothing. */
  private static String words(String text, int start, int end) {
    StringBuilder words = new StringBuilder(end - start);
    boolean gap = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c <= ' ') {
        gap = words.length() > 0;
        continue;
      }
      if (gap) {
        words.append(' ');
        gap = false;
      }
      words.append(c);
    }
    return words.toString();
  }

  /** FNV-1a over UTF-16 units, in 64 bits: the same on every system and in every version. */
  public static String hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    StringBuilder digits = new StringBuilder(16);
    for (int shift = 60; shift >= 0; shift -= 4) {
      digits.append("0123456789abcdef".charAt((int) (hash >>> shift) & 15));
    }
    return digits.toString();
  }
}
