package dev.esp32sockets.cli;

import dev.esp32sockets.firmware.Chip;
import dev.esp32sockets.firmware.Target;
import dev.esp32sockets.project.CheckRequest.Fixing;
import dev.esp32sockets.project.FirmwareRange;
import dev.esp32sockets.project.Flags;
import dev.esp32sockets.project.Nearest;
import dev.esp32sockets.project.RuleWords;
import dev.esp32sockets.rules.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of {@code check}, read and tested. */
final class CheckOptions {
  static final List<String> FORMATS = List.of("text", "json", "sarif", "github", "gitlab", "junit");
  private static final List<String> COLORS = List.of("auto", "always", "never");
  private static final List<String> LEVELS = List.of("error", "warning", "info", "hint", "never");

  private static final List<String> VALUED =
      List.of(
          "--format",
          "--output",
          "--select",
          "--ignore",
          "--firmware",
          "--chip",
          "--config",
          "--exclude",
          "--fail-on",
          "--color",
          "--stdin-filename",
          "--baseline",
          "--jobs");

  private static final List<String> FLAGS =
      List.of(
          "--statistics",
          "--write-baseline",
          "--report-unused-ignores",
          "--fix",
          "--unsafe-fixes",
          "--diff");

  private final Arguments arguments;
  private @Nullable String problem;
  private Flags flags = Flags.NONE;

  CheckOptions(String[] args) {
    arguments = Arguments.parse(args, 1, VALUED, FLAGS);
    problem = arguments.problem();
    if (problem == null) {
      check();
    }
  }

  /** What is wrong, or null. */
  @Nullable String problem() {
    return problem;
  }

  List<String> paths() {
    return arguments.words().isEmpty() ? List.of(".") : arguments.words();
  }

  boolean readsInput() {
    return arguments.words().contains("-");
  }

  String format() {
    String format = arguments.value("--format");
    return format == null ? "text" : format;
  }

  Flags flags() {
    return flags;
  }

  Fixing fixing() {
    if (arguments.has("--unsafe-fixes")) {
      return Fixing.ALL;
    }
    return arguments.has("--fix") || isDiff() ? Fixing.SAFE : Fixing.NONE;
  }

  boolean isDiff() {
    return arguments.has("--diff");
  }

  boolean has(String flag) {
    return arguments.has(flag);
  }

  @Nullable String value(String option) {
    return arguments.value(option);
  }

  List<String> exclude() {
    return arguments.all("--exclude");
  }

  /** The level from which on a finding fails the check; null for never. */
  @Nullable Severity failOn() {
    String level = arguments.value("--fail-on");
    return level == null ? Severity.WARNING : Severity.of(level);
  }

  int jobs() {
    String jobs = arguments.value("--jobs");
    return jobs == null ? Runtime.getRuntime().availableProcessors() : number(jobs);
  }

  private void check() {
    oneOf("--format", FORMATS);
    oneOf("--color", COLORS);
    oneOf("--fail-on", LEVELS);
    rules("--select");
    rules("--ignore");
    String jobs = arguments.value("--jobs");
    if (jobs != null && number(jobs) < 1) {
      wrong("`--jobs` needs a whole number from 1 to 999, not `" + jobs + "`");
    }
    if (arguments.has("--write-baseline") && arguments.value("--baseline") == null) {
      wrong("`--write-baseline` needs `--baseline FILE`: the file to write");
    }
    if (arguments.has("--write-baseline") && fixing() != Fixing.NONE) {
      wrong("`--write-baseline` and fixes in one run would hide what is left; run them in turn");
    }
    if (arguments.value("--stdin-filename") != null && !readsInput()) {
      wrong("`--stdin-filename` needs `-` as the path: the script is read from standard input");
    }
    target();
  }

  private void target() {
    Target target = null;
    String firmware = arguments.value("--firmware");
    if (firmware != null) {
      FirmwareRange.Result result = FirmwareRange.parse(firmware);
      target = result.target();
      if (target == null) {
        wrong(String.valueOf(result.error()));
      }
    }
    String chip = arguments.value("--chip");
    if (chip != null && FirmwareRange.chipError(chip) != null) {
      wrong(String.valueOf(FirmwareRange.chipError(chip)));
    }
    flags =
        new Flags(
            target,
            chip == null ? null : Chip.of(chip),
            arguments.list("--select"),
            arguments.list("--ignore"));
  }

  private void oneOf(String option, List<String> words) {
    String value = arguments.value(option);
    if (value != null && !words.contains(value)) {
      wrong(
          "`"
              + option
              + "` is one of "
              + String.join(", ", words)
              + ", not `"
              + value
              + "`"
              + Nearest.hint(value, words));
    }
  }

  private void rules(String option) {
    for (String word : arguments.list(option)) {
      String wrong = RuleWords.problem(word);
      if (wrong != null) {
        wrong("`" + option + "`: " + wrong);
      }
    }
  }

  private void wrong(String message) {
    if (problem == null) {
      problem = message;
    }
  }

  private static int number(String text) {
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i > 2) {
        return 0;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
