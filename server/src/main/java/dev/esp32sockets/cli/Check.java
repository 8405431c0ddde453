package dev.esp32sockets.cli;

import dev.esp32sockets.project.AtomicFile;
import dev.esp32sockets.project.CheckRequest;
import dev.esp32sockets.project.CheckRequest.Fixing;
import dev.esp32sockets.project.CheckResult;
import dev.esp32sockets.project.CheckResult.Change;
import dev.esp32sockets.project.Checker;
import dev.esp32sockets.project.FixWriter;
import dev.esp32sockets.project.Input;
import dev.esp32sockets.project.Progress;
import dev.esp32sockets.rules.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command {@code check}. */
final class Check {
  private final CheckOptions options;
  private final Terminal terminal;
  private final @Nullable ProgressLine progress;
  private final List<String> problems = new ArrayList<>();

  private Check(CheckOptions options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
    this.progress = terminal.errIsTerminal() ? new ProgressLine(terminal) : null;
  }

  static int run(String[] args, Terminal terminal) {
    CheckOptions options = new CheckOptions(args);
    String problem = options.problem();
    if (problem != null) {
      terminal.err("esp32-sockets check: " + problem + "\n");
      return Exit.WRONG_USE;
    }
    return new Check(options, terminal).run();
  }

  private int run() {
    CheckResult result;
    try {
      result = Checker.run(request());
    } catch (IOException e) {
      terminal.err("esp32-sockets check: the standard input cannot be read\n");
      return Exit.WRONG_USE;
    }
    if (progress != null) {
      progress.clear();
    }
    boolean inputFixed = fixed(result);
    if (options.isDiff()) {
      terminal.out(UnifiedDiff.of(result.changes()));
    } else {
      report(result, inputFixed);
    }
    messages(result);
    return exit(result);
  }

  private CheckRequest request() throws IOException {
    return new CheckRequest(
        terminal.workingFolder(),
        options.paths(),
        options.readsInput()
            ? new Input(terminal.readAll(), options.value("--stdin-filename"))
            : null,
        options.flags(),
        options.value("--config"),
        options.exclude(),
        options.has("--report-unused-ignores"),
        options.fixing(),
        options.value("--baseline"),
        options.has("--write-baseline"),
        options.jobs(),
        progress == null ? Progress.NONE : progress);
  }

  /** Writes what was fixed; whether that went to the standard output. */
  private boolean fixed(CheckResult result) {
    if (options.fixing() == Fixing.NONE || options.isDiff()) {
      return false;
    }
    for (Change change : result.changes()) {
      if (!options.readsInput()) {
        String problem = FixWriter.write(change);
        if (problem != null) {
          problems.add(problem);
        }
      }
    }
    if (options.readsInput()) {
      terminal.out(fixedInput(result));
    }
    return options.readsInput();
  }

  private static String fixedInput(CheckResult result) {
    if (!result.changes().isEmpty()) {
      return result.changes().get(0).after();
    }
    return result.files().isEmpty() ? "" : result.files().get(0).text();
  }

  private void report(CheckResult result, boolean toErr) {
    String text = format().write(result);
    String output = options.value("--output");
    if (output != null) {
      write(output, text);
    } else if (toErr) {
      terminal.err(text);
    } else {
      terminal.out(text);
    }
    if (options.has("--statistics")) {
      String table = Statistics.of(result);
      if (options.format().equals("text") && output == null && !toErr) {
        terminal.out(table);
      } else {
        terminal.err(table);
      }
    }
  }

  private void write(String output, String text) {
    try {
      AtomicFile.write(
          terminal.workingFolder().resolve(output), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      problems.add(output + ": cannot be written: " + e.getMessage());
    }
  }

  private Format format() {
    return switch (options.format()) {
      case "json" -> new JsonFormat(options.fixing() != Fixing.NONE);
      case "sarif" -> new SarifFormat();
      case "github" -> new GithubFormat();
      case "gitlab" -> new GitlabFormat();
      case "junit" -> new JunitFormat(options.failOn());
      default -> new TextFormat(new Style(isColored()), terminal);
    };
  }

  private boolean isColored() {
    String color = options.value("--color");
    if (color == null || color.equals("auto")) {
      return options.value("--output") == null && terminal.wantsColor();
    }
    return color.equals("always");
  }

  private void messages(CheckResult result) {
    StringBuilder text = new StringBuilder();
    lines(text, result.notes());
    lines(text, result.problems());
    lines(text, problems);
    lines(text, result.failures());
    terminal.err(text.toString());
  }

  private static void lines(StringBuilder text, List<String> messages) {
    for (String message : messages) {
      text.append(Escape.plain(message)).append('\n');
    }
  }

  private int exit(CheckResult result) {
    if (!result.failures().isEmpty()) {
      return Exit.INTERNAL;
    }
    if (!result.problems().isEmpty() || !problems.isEmpty()) {
      return Exit.WRONG_USE;
    }
    if (options.isDiff()) {
      return result.changes().isEmpty() ? Exit.DONE : Exit.FINDINGS;
    }
    @Nullable Severity level = options.failOn();
    return level != null && result.reaches(level) ? Exit.FINDINGS : Exit.DONE;
  }
}
