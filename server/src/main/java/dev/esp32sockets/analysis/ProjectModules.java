package dev.esp32sockets.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scopes of the project's files, built when an import first needs them. */
final class ProjectModules {
  private final ProjectView view;
  private final Inferring inferring = new Inferring();
  private final Map<String, ModuleInfo> byPath = new HashMap<>();
  private final Map<ModuleInfo, List<ProjectView.ProjectModule>> importers = new HashMap<>();

  ProjectModules(ProjectView view) {
    this.view = view;
  }

  /** Shared by all files: names of one lead to names of another. */
  Inferring inferring() {
    return inferring;
  }

  ProjectView view() {
    return view;
  }

  @Nullable ModuleInfo find(String dottedName, String importer) {
    ProjectView.ProjectModule file = view.module(dottedName, importer);
    if (file == null) {
      return null;
    }
    ModuleInfo known = byPath.get(file.path());
    if (known == null) {
      known = ScopeBuilder.build(file.path(), file.tree(), this);
    }
    return known;
  }

  void add(ModuleInfo module) {
    byPath.put(module.path(), module);
  }

  /** Whether another file of the project may use a name of this one. */
  boolean isImported(ModuleInfo module, String name) {
    for (ProjectView.ProjectModule importer : importersOf(module)) {
      if (importer.tree().text().contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** The files that name this one anywhere; most files of a project are named by few others. */
  private List<ProjectView.ProjectModule> importersOf(ModuleInfo module) {
    List<ProjectView.ProjectModule> known = importers.get(module);
    if (known != null) {
      return known;
    }
    String word = moduleWord(module.path());
    List<ProjectView.ProjectModule> found = new ArrayList<>(1);
    for (ProjectView.ProjectModule file : view.files()) {
      if (!file.path().equals(module.path()) && file.tree().text().contains(word)) {
        found.add(file);
      }
    }
    importers.put(module, found);
    return found;
  }

  /** The word by which an import must name the file: of a package the folder's name. */
  private static String moduleWord(String path) {
    String word = path.endsWith(".py") ? path.substring(0, path.length() - 3) : path;
    if (word.endsWith("/__init__")) {
      word = word.substring(0, word.length() - "/__init__".length());
    }
    return word.substring(word.lastIndexOf('/') + 1);
  }
}
