package dev.esp32sockets.rules;

import dev.esp32sockets.firmware.Target;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One small program of a fixture file and all that is expected of it.
 *
 * @param fixture the name of the fixture file
 * @param line where the case starts in it, from 1
 * @param files the main file first
 * @param allowed codes that may be found although no mark names them
 * @param compiles false when the case is about code that the board refuses
 */
record FixtureCase(
    String fixture,
    int line,
    String name,
    Target target,
    List<SourceFile> files,
    Set<String> extraModules,
    Set<String> allowed,
    boolean compiles,
    List<After> afters) {

  /** What every failure starts with, since the reports show dynamic tests by number only. */
  String place() {
    return fixture + " line " + line + ", case " + name;
  }

  SourceFile main() {
    return files.get(0);
  }

  /**
   * One file of the case's project, its marks taken out.
   *
   * @param fixtureLines for each line of the text the line of the fixture file, from 1
   */
  record SourceFile(String path, String text, List<Integer> fixtureLines, List<Mark> marks) {
    int fixtureLine(int line) {
      return fixtureLines.get(Math.min(line, fixtureLines.size() - 1));
    }
  }

  /**
   * A finding, expected or real, in the form of a mark.
   *
   * @param line of the text, from 0
   * @param start column in UTF-16 units, from 0
   * @param end exclusive; a finding over several lines ends with its first line here
   * @param message null when the mark leaves it open
   */
  record Mark(
      int line,
      int start,
      int end,
      String code,
      Severity severity,
      boolean fix,
      @Nullable String message) {

    /** Whether a finding is what this mark expects. */
    boolean expects(Mark found) {
      return line == found.line
          && start == found.start
          && end == found.end
          && code.equals(found.code)
          && severity == found.severity
          && fix == found.fix
          && (message == null || message.equals(found.message));
    }

    /** The mark as it stands in a fixture, for example {@code # ^^^ ESP201 warning +fix: text}. */
    String render() {
      String tail = " " + code + " " + severity.word() + (fix ? " +fix" : "");
      String text = message == null ? tail : tail + ": " + message;
      if (start == 0) {
        return "#" + (end <= 1 ? "<" : "^".repeat(end - 1)) + text;
      }
      return "#" + " ".repeat(start - 1) + "^".repeat(end - start) + text;
    }
  }

  /**
   * What the main file is after the first fix of each finding of one rule.
   *
   * @param line of the fixture file, from 1
   */
  record After(String code, String text, int line) {}
}
