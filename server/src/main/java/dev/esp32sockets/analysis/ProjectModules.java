package dev.esp32sockets.analysis;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scopes of the project's files, built when an import first needs them. */
final class ProjectModules {
  private final ProjectView view;
  private final Inferring inferring = new Inferring();
  private final Map<String, ModuleInfo> byPath = new HashMap<>();

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
    for (ProjectView.ProjectModule file : view.files()) {
      if (!file.path().equals(module.path()) && file.tree().text().contains(name)) {
        return true;
      }
    }
    return false;
  }
}
