package dev.esp32sockets.rules;

import dev.esp32sockets.analysis.FileContext;
import dev.esp32sockets.analysis.ProjectView;
import dev.esp32sockets.firmware.Target;
import dev.esp32sockets.syntax.Parser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of one fixture case as a project; its root is the board's root. */
final class CaseProject implements ProjectView {
  private final Map<String, ProjectModule> modules = new LinkedHashMap<>();
  private final Set<String> extraModules;

  CaseProject(FixtureCase fixture) {
    this(fixture, fixture.main().text());
  }

  /** The same project with another text of the main file. */
  CaseProject(FixtureCase fixture, String mainText) {
    for (FixtureCase.SourceFile file : fixture.files()) {
      String text = file.path().equals(fixture.main().path()) ? mainText : file.text();
      add(file.path(), text);
    }
    extraModules = fixture.extraModules();
  }

  /** A project of one file. */
  CaseProject(String path, String text) {
    add(path, text);
    extraModules = Set.of();
  }

  private void add(String path, String text) {
    modules.put(path, new ProjectModule(path, Parser.parse(text)));
  }

  /** All findings of one of the files, in the order of the text. */
  List<Finding> check(String path, Target target) {
    ProjectModule module = modules.get(path);
    if (module == null) {
      throw new IllegalArgumentException("the project has no file " + path);
    }
    List<Finding> findings =
        new ArrayList<>(CheckRun.check(new FileContext(module.tree(), path, target, this)));
    findings.sort(
        (a, b) ->
            a.span().start() != b.span().start()
                ? Integer.compare(a.span().start(), b.span().start())
                : a.rule().code().compareTo(b.rule().code()));
    return findings;
  }

  @Override
  public @Nullable ProjectModule module(String dottedName, String importer) {
    String relative = dottedName.replace('.', '/');
    String beside = importer.substring(0, importer.lastIndexOf('/') + 1);
    for (String folder : new String[] {beside, "", "lib/"}) {
      for (String end : new String[] {".py", "/__init__.py"}) {
        ProjectModule module = modules.get(folder + relative + end);
        if (module != null) {
          return module;
        }
      }
    }
    return null;
  }

  @Override
  public boolean isExtraModule(String dottedName) {
    return extraModules.contains(dottedName);
  }

  @Override
  public List<ProjectModule> files() {
    return List.copyOf(modules.values());
  }
}
