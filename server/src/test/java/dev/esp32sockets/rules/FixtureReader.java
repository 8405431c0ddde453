package dev.esp32sockets.rules;

import dev.esp32sockets.firmware.Chip;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.firmware.Target;
import dev.esp32sockets.rules.FixtureCase.After;
import dev.esp32sockets.rules.FixtureCase.Mark;
import dev.esp32sockets.rules.FixtureCase.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads fixture files: small programs whose expectations stand in comments.
 *
 * <pre>
 * #- case: what it shows       starts a case
 * #- firmware: 1.22..1.24      the target, otherwise the newest release
 * #- chip: esp32c3             otherwise esp32
 * #- path: boot.py             the name of the main file, otherwise main.py
 * #- file: lib/net.py          what follows is another file of the case's project
 * #- extra-modules: mylib      modules that the configuration declares
 * #- allow: ESP309, ESP403     codes that are tolerated without a mark
 * #- uncompilable              the board refuses the code, and the case is about that
 * #- after: ESP201             what follows is the main file after the fixes of that rule
 * </pre>
 *
 * <p>A mark stands below its line: carets under the code, the rule, the severity, {@code +fix} if a
 * fix is offered, and optionally a colon and the whole message. Carets directly behind the {@code
 * #} include its column; {@code #<} is a mark of one column at the start of the line.
 */
final class FixtureReader {
  private static final Pattern DIRECTIVE = Pattern.compile("#- *([a-z-]+)(?: *: *(.*))?");
  private static final Pattern MARK =
      Pattern.compile(
          "#( *)(\\^+|<) (ESP\\d{3}) (error|warning|info|hint)( \\+fix)?(?:: (\\S.*))?");
  private static final Pattern LIKE_MARK =
      Pattern.compile(
          "\\s*#\\s*(\\^|< *ESP).*|\\s*#.*\\bESP\\d{3} +(error|warning|info|hint)\\b.*");

  private final String fixture;
  private final List<FixtureCase> cases = new ArrayList<>();
  private @Nullable CaseBuilder current;
  private int lineNumber;

  private FixtureReader(String fixture) {
    this.fixture = fixture;
  }

  static List<FixtureCase> read(Path path) {
    try {
      return read(path.getFileName().toString(), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<FixtureCase> read(String fixture, String text) {
    FixtureReader reader = new FixtureReader(fixture);
    for (String line : text.split("\n", -1)) {
      reader.lineNumber++;
      reader.line(line);
    }
    reader.finishCase();
    return reader.cases;
  }

  private void line(String line) {
    Matcher directive = DIRECTIVE.matcher(line);
    if (directive.matches()) {
      directive(directive.group(1), directive.group(2) == null ? "" : directive.group(2).strip());
    } else if (line.startsWith("#-")) {
      throw wrong("a directive reads `#- word: value`");
    } else if (current == null) {
      if (!line.isBlank() && !line.startsWith("#")) {
        throw wrong("code stands before the first `#- case: name`");
      }
    } else if (LIKE_MARK.matcher(line).matches()) {
      current.mark(mark(line));
    } else {
      current.code(line);
    }
  }

  private void directive(String word, String value) {
    if (word.equals("case")) {
      finishCase();
      current = new CaseBuilder(lineNumber, required(word, value));
      return;
    }
    CaseBuilder open = current;
    if (open == null) {
      throw wrong("`#- " + word + "` stands before the first case");
    }
    switch (word) {
      case "firmware" -> open.target(target(value, open.chip), open.chip);
      case "chip", "board" -> open.target(open.target, chip(value));
      case "path" -> open.path = required(word, value);
      case "file" -> open.startFile(required(word, value));
      case "extra-modules" -> open.extraModules.addAll(words(value));
      case "allow" -> open.allowed.addAll(codes(value));
      case "uncompilable" -> open.compiles = false;
      case "after" -> open.startAfter(codes(value).iterator().next(), lineNumber);
      default -> throw wrong("unknown directive `" + word + "`");
    }
  }

  private Mark mark(String line) {
    Matcher mark = MARK.matcher(line);
    if (!mark.matches()) {
      throw wrong("this looks like a mark but is none: `#  ^^^ ESP201 warning +fix: message`");
    }
    boolean atStart = mark.group(1).isEmpty();
    int start = atStart ? 0 : mark.start(2);
    int end = mark.group(2).equals("<") ? start + 1 : mark.end(2);
    Severity severity = Severity.of(mark.group(4));
    if (severity == null) {
      throw wrong("unknown severity " + mark.group(4));
    }
    return new Mark(
        -1, start, end, known(mark.group(3)), severity, mark.group(5) != null, mark.group(6));
  }

  private Target target(String value, Chip chip) {
    Releases releases =
        value.startsWith(">=")
            ? Releases.parse(value.substring(2).strip() + "..")
            : value.equals("preview") ? Releases.of(Releases.PREVIEW) : Releases.parse(value);
    if (releases == null) {
      throw wrong("no release range: " + value);
    }
    Releases stable = releases.and(Releases.STABLE);
    return new Target(stable.isEmpty() ? releases : stable, chip, value);
  }

  private Chip chip(String value) {
    Chip chip = Chip.of(value);
    if (chip == null) {
      throw wrong("unknown chip " + value);
    }
    return chip;
  }

  private Set<String> codes(String value) {
    Set<String> codes = words(value);
    for (String code : codes) {
      known(code);
    }
    return codes;
  }

  private Set<String> words(String value) {
    Set<String> words = new TreeSet<>();
    for (String word : required("list", value).split(",")) {
      words.add(word.strip());
    }
    return words;
  }

  private String known(String code) {
    if (RuleCatalogue.find(code) == null) {
      throw wrong("no rule has the code " + code);
    }
    return code;
  }

  private String required(String word, String value) {
    if (value.isEmpty()) {
      throw wrong("`" + word + "` needs a value");
    }
    return value;
  }

  private void finishCase() {
    if (current != null) {
      cases.add(current.build());
      current = null;
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(fixture + " line " + lineNumber + ": " + what);
  }

  /** What is known of a case while its lines are read. */
  private final class CaseBuilder {
    private final int line;
    private final String name;
    private final List<SourceFile> files = new ArrayList<>();
    private final List<After> afters = new ArrayList<>();
    private final Set<String> extraModules = new TreeSet<>();
    private final Set<String> allowed = new TreeSet<>();
    private Target target = Target.DEFAULT;
    private Chip chip = Chip.ESP32;
    private boolean compiles = true;
    private String path = "main.py";
    private @Nullable String afterCode;
    private int afterLine;
    private List<String> code = new ArrayList<>();
    private List<Integer> lines = new ArrayList<>();
    private List<Mark> marks = new ArrayList<>();

    CaseBuilder(int line, String name) {
      this.line = line;
      this.name = name;
    }

    void target(Target target, Chip chip) {
      this.chip = chip;
      this.target = new Target(target.releases(), chip, target.written());
    }

    void code(String text) {
      if (code.isEmpty() && text.isBlank()) {
        return;
      }
      code.add(text);
      lines.add(lineNumber);
    }

    void mark(Mark mark) {
      if (afterCode != null) {
        throw wrong("an `after` block has no marks");
      }
      if (code.isEmpty()) {
        throw wrong("a mark without code above it");
      }
      marks.add(
          new Mark(
              code.size() - 1,
              mark.start(),
              mark.end(),
              mark.code(),
              mark.severity(),
              mark.fix(),
              mark.message()));
    }

    void startFile(String next) {
      finishBlock();
      path = next;
    }

    void startAfter(String code, int at) {
      finishBlock();
      afterCode = code;
      afterLine = at;
    }

    private void finishBlock() {
      while (!code.isEmpty() && code.get(code.size() - 1).isBlank()) {
        code.remove(code.size() - 1);
        lines.remove(lines.size() - 1);
      }
      String text = code.isEmpty() ? "" : String.join("\n", code) + "\n";
      if (afterCode != null) {
        afters.add(new After(afterCode, text, afterLine));
        afterCode = null;
      } else if (code.isEmpty()) {
        throw wrong("the case `" + name + "` has no code for " + path);
      } else {
        files.add(new SourceFile(path, text, lines, marks));
      }
      code = new ArrayList<>();
      lines = new ArrayList<>();
      marks = new ArrayList<>();
    }

    FixtureCase build() {
      finishBlock();
      return new FixtureCase(
          fixture, line, name, target, files, extraModules, allowed, compiles, afters);
    }
  }
}
