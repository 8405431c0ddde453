package dev.esp32sockets.project;

import dev.esp32sockets.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Findings that a team knows and does not want to see: a text file, one line a finding, so that
 * version control can merge it. A line holds the fingerprint, the code and the file.
 */
final class Baseline {
  private static final String HEAD = "# esp32-sockets baseline 1";

  private final Set<String> known = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  /** Reads the text of a baseline; lines that are none are reported by number. */
  static Baseline of(String text, String shown) {
    Baseline baseline = new Baseline();
    int number = 0;
    for (String raw : lines(text)) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (isEntry(line)) {
        baseline.known.add(line);
      } else {
        baseline.problems.add(
            shown
                + ":"
                + number
                + ": this is no line of a baseline: write it with"
                + " --write-baseline");
      }
    }
    return baseline;
  }

  List<String> problems() {
    return problems;
  }

  /**
   * Whether the finding is known.
   *
   * @param file relative to the folder of the baseline
   */
  boolean knows(String file, Finding finding, String fingerprint) {
    return known.contains(entry(file, finding, fingerprint));
  }

  static String entry(String file, Finding finding, String fingerprint) {
    return fingerprint + " " + finding.rule().code() + " " + oneLine(file);
  }

  /** The whole file for the entries. */
  static byte[] write(List<String> entries) {
    List<String> sorted = new ArrayList<>(entries);
    sorted.sort(new ByFile());
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    for (String entry : sorted) {
      text.append(entry).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isEntry(String line) {
    if (line.length() < 25 || line.charAt(16) != ' ' || line.charAt(23) != ' ') {
      return false;
    }
    for (int i = 0; i < 16; i++) {
      if (Character.digit(line.charAt(i), 16) < 0) {
        return false;
      }
    }
    return line.startsWith("ESP", 17);
  }

  /** A file name may hold a line break; a line of the baseline may not. */
  private static String oneLine(String file) {
    return file.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").strip();
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      lines.add(text.substring(start, stop));
      start = stop + 1;
    }
    return lines;
  }

  /** By file and code, so that neighbours in the list are neighbours in the sources. */
  private static final class ByFile implements Comparator<String> {
    @Override
    public int compare(String a, String b) {
      int order = a.substring(24).compareTo(b.substring(24));
      if (order == 0) {
        order = a.substring(17).compareTo(b.substring(17));
      }
      return order == 0 ? a.compareTo(b) : order;
    }
  }
}
