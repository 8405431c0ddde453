package dev.esp32sockets.project;

import dev.esp32sockets.project.CheckRequest.Fixing;
import dev.esp32sockets.project.CheckResult.Change;
import dev.esp32sockets.project.Targets.Item;
import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.RuleCatalogue;
import dev.esp32sockets.rules.RuleInfo;
import dev.esp32sockets.text.LineIndex;
import dev.esp32sockets.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks what a request names: finds the files, decides which run on a board, runs the rules. */
public final class Checker implements Workers.Task {
  private final CheckRequest request;
  private final ConfigFinder configs;
  private final Workspace workspace;
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private @Nullable String[] failures = new String[0];
  private int host;
  private @Nullable CheckResult result;

  private Checker(CheckRequest request) {
    this.request = request;
    this.configs = new ConfigFinder(request.workingFolder(), request.flags());
    this.workspace = new Workspace(request.workingFolder(), configs);
  }

  public static CheckResult run(CheckRequest request) {
    Checker checker = new Checker(request);
    Workers.deep(checker);
    return Objects.requireNonNull(checker.result);
  }

  @Override
  public void run(int index) {
    result = run();
  }

  private CheckResult run() {
    String config = request.config();
    if (config != null) {
      configs.use(request.workingFolder().resolve(config).normalize(), config);
    }
    List<Item> items = Targets.find(request, workspace, problems);
    Workers.run(items.size(), request.jobs(), Progress.NONE, new Reading(items));
    List<Item> device = deviceCode(items);
    failures = new String[device.size()];
    FileReport[] reports = check(device);
    List<Change> changes = new ArrayList<>();
    if (request.fixing() != Fixing.NONE) {
      reports = new FixRun(this, device, notes).run(reports, changes);
    }
    List<FileReport> shown = new ArrayList<>(List.of(reports));
    if (request.baseline() != null) {
      shown = new BaselineRun(request, problems, notes).apply(request.baseline(), shown);
    }
    problems.addAll(0, configs.problems());
    return new CheckResult(shown, host, firmware(items), problems, failed(), changes, notes);
  }

  CheckRequest request() {
    return request;
  }

  /** After a file changed, what projects looked up in it is looked up again. */
  void forgetLookups() {
    workspace.refresh();
  }

  /** The items that run on a board; the others are counted. */
  private List<Item> deviceCode(List<Item> items) {
    Map<Project, List<SourceFile>> open = new LinkedHashMap<>();
    for (Item item : items) {
      if (!item.file().isNamed() && item.trouble() == null) {
        Project project = workspace.project(item.file(), item.given());
        List<SourceFile> files = open.get(project);
        if (files == null) {
          files = new ArrayList<>();
          open.put(project, files);
        }
        files.add(item.file());
      }
    }
    for (Map.Entry<Project, List<SourceFile>> entry : open.entrySet()) {
      DeviceCode.decide(entry.getKey(), workspace.filesOf(entry.getKey(), entry.getValue()));
    }
    List<Item> device = new ArrayList<>();
    for (Item item : items) {
      if (item.trouble() != null || item.file().trouble() != null || item.file().isDevice()) {
        device.add(item);
      } else {
        host++;
      }
    }
    return device;
  }

  FileReport[] check(List<Item> device) {
    FileReport[] reports = new FileReport[device.size()];
    Workers.run(device.size(), request.jobs(), request.progress(), new Checking(device, reports));
    return reports;
  }

  private FileReport check(Item item, int index) {
    SourceFile file = item.file();
    String trouble = item.trouble();
    if (trouble != null) {
      return unlisted(file, trouble);
    }
    try {
      return FileCheck.run(
          file, workspace.project(file, item.given()), request.reportUnusedIgnores());
    } catch (RuntimeException e) {
      failures[index] = Failure.message(file.shown(), e);
      return report(file, List.of());
    }
  }

  private static FileReport unlisted(SourceFile folder, String trouble) {
    RuleInfo rule = Objects.requireNonNull(RuleCatalogue.find("ESP001"));
    String message = "the folder cannot be listed: " + trouble;
    Finding finding =
        new Finding(rule, rule.severity(), new Span(0, 0), message, List.of(), List.of());
    boolean wanted = folder.config().selection().reports(rule);
    return report(folder, wanted ? List.of(finding) : List.of());
  }

  private static FileReport report(SourceFile file, List<Finding> findings) {
    return new FileReport(file.path(), file.shown(), "", new LineIndex(""), findings, 0, 0);
  }

  private List<String> failed() {
    List<String> messages = new ArrayList<>();
    for (String message : failures) {
      if (message != null) {
        messages.add(message);
      }
    }
    return messages;
  }

  /** The target as it was written, null when files differ. */
  private @Nullable String firmware(List<Item> items) {
    String common = null;
    for (Item item : items) {
      String written = item.file().config().target().written();
      if (common != null && !common.equals(written)) {
        return null;
      }
      common = written;
    }
    Path folder = request.workingFolder();
    return common == null ? configs.forFolder(folder).target().written() : common;
  }

  // Named classes, because the first lambda of a process costs more than a small check.

  private static final class Reading implements Workers.Task {
    private final List<Item> items;

    Reading(List<Item> items) {
      this.items = items;
    }

    @Override
    public void run(int index) {
      Item item = items.get(index);
      if (item.trouble() == null) {
        item.file().imports();
      }
    }
  }

  private final class Checking implements Workers.Task {
    private final List<Item> device;
    private final FileReport[] reports;

    Checking(List<Item> device, FileReport[] reports) {
      this.device = device;
      this.reports = reports;
    }

    @Override
    public void run(int index) {
      reports[index] = check(device.get(index), index);
    }
  }
}
