package dev.esp32sockets.project;

import dev.esp32sockets.rules.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads or writes the baseline of a check and takes out what it knows. */
final class BaselineRun {
  private final CheckRequest request;
  private final List<String> problems;
  private final List<String> notes;

  BaselineRun(CheckRequest request, List<String> problems, List<String> notes) {
    this.request = request;
    this.problems = problems;
    this.notes = notes;
  }

  List<FileReport> apply(String written, List<FileReport> reports) {
    Path file = request.workingFolder().resolve(written).normalize();
    if (request.writeBaseline()) {
      return write(file, written, reports);
    }
    if (!Files.isRegularFile(file)) {
      problems.add(written + ": no such baseline; --write-baseline makes one");
      return reports;
    }
    SourceText source = SourceReader.read(file);
    if (source.trouble() != null) {
      problems.add(written + ": " + source.trouble().message());
      return reports;
    }
    Baseline baseline = Baseline.of(source.text(), written);
    problems.addAll(baseline.problems());
    List<FileReport> shown = new ArrayList<>();
    for (FileReport report : reports) {
      shown.add(without(report, baseline, relative(file, report)));
    }
    return shown;
  }

  private static FileReport without(FileReport report, Baseline baseline, String name) {
    String[] prints = Fingerprints.of(report.text(), report.lines(), report.findings());
    List<Finding> open = new ArrayList<>();
    for (int i = 0; i < prints.length; i++) {
      Finding finding = report.findings().get(i);
      if (!baseline.knows(name, finding, prints[i])) {
        open.add(finding);
      }
    }
    return report.withFindings(open, prints.length - open.size());
  }

  private List<FileReport> write(Path file, String written, List<FileReport> reports) {
    List<String> entries = new ArrayList<>();
    List<FileReport> shown = new ArrayList<>();
    for (FileReport report : reports) {
      String[] prints = Fingerprints.of(report.text(), report.lines(), report.findings());
      for (int i = 0; i < prints.length; i++) {
        entries.add(Baseline.entry(relative(file, report), report.findings().get(i), prints[i]));
      }
      shown.add(report.withFindings(List.of(), prints.length));
    }
    try {
      AtomicFile.write(file, Baseline.write(entries));
      notes.add(
          written
              + ": "
              + entries.size()
              + (entries.size() == 1 ? " finding" : " findings")
              + " written");
    } catch (IOException e) {
      problems.add(written + ": cannot be written: " + SourceReader.reason(file, e));
      return reports;
    }
    return shown;
  }

  private static String relative(Path baseline, FileReport report) {
    Path folder = Objects.requireNonNull(baseline.getParent());
    boolean related = folder.getRoot() != null && folder.getRoot().equals(report.path().getRoot());
    return Paths.slashed(related ? folder.relativize(report.path()) : report.path());
  }
}
