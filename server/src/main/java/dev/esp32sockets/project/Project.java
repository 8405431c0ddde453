package dev.esp32sockets.project;

import dev.esp32sockets.analysis.ProjectView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that belong together: those below one configuration, or below one folder. */
final class Project implements ProjectView {
  private final Workspace workspace;
  private final Config config;
  private final Path folder;
  private final Path boardRoot;
  private final Map<String, ProjectModule> modules = new HashMap<>();
  private final Map<String, Boolean> absent = new HashMap<>();
  private @Nullable List<ProjectModule> files;

  /**
   * @param folder that of the configuration, else the one given
   */
  Project(Workspace workspace, Config config, Path folder) {
    this.workspace = workspace;
    this.config = config;
    this.folder = folder;
    this.boardRoot = config.root() == null ? folder : config.root();
  }

  Path folder() {
    return folder;
  }

  Path boardRoot() {
    return boardRoot;
  }

  Config config() {
    return config;
  }

  /** How the analysis names a file of this project. */
  String pathOf(Path file) {
    if (boardRoot.getRoot() == null || !boardRoot.getRoot().equals(file.getRoot())) {
      return Paths.slashed(file);
    }
    return Paths.slashed(boardRoot.relativize(file));
  }

  @Override
  public synchronized @Nullable ProjectModule module(String dottedName, String importer) {
    String folderOfImporter = importer.substring(0, importer.lastIndexOf('/') + 1);
    String key = folderOfImporter + " " + dottedName;
    ProjectModule known = modules.get(key);
    if (known != null || absent.containsKey(key)) {
      return known;
    }
    SourceFile file = find(dottedName, boardRoot.resolve(folderOfImporter).normalize());
    if (file == null || file.trouble() != null) {
      absent.put(key, true);
      return null;
    }
    ProjectModule module = new ProjectModule(pathOf(file.path()), file.tree());
    modules.put(key, module);
    return module;
  }

  @Override
  public synchronized boolean isExtraModule(String dottedName) {
    if (config.extraModules().contains(dottedName)) {
      return true;
    }
    int dot = dottedName.lastIndexOf('.');
    if (dot > 0
        && config.extraModules().contains(dottedName.substring(0, dottedName.indexOf('.')))) {
      return true;
    }
    String key = "? " + dottedName;
    Boolean known = absent.get(key);
    if (known == null) {
      known =
          isUnreadableModule(boardRoot, dottedName)
              || isUnreadableModule(boardRoot.resolve("lib"), dottedName);
      absent.put(key, known);
    }
    return known;
  }

  /** Compiled modules and folders without an own file: there, but nothing can be said of them. */
  private static boolean isUnreadableModule(Path from, String dottedName) {
    Path base = from.resolve(dottedName.replace('.', '/'));
    Path compiled = base.resolveSibling(base.getFileName() + ".mpy");
    return Files.isRegularFile(compiled)
        || (Files.isDirectory(base) && !Files.exists(base.resolve("__init__.py")));
  }

  @Override
  public synchronized List<ProjectModule> files() {
    List<ProjectModule> known = files;
    if (known == null) {
      known = new ArrayList<>();
      for (SourceFile file : workspace.deviceFiles(this)) {
        if (file.trouble() == null) {
          known.add(new ProjectModule(pathOf(file.path()), file.tree()));
        }
      }
      files = known;
    }
    return known;
  }

  /** Forgets what was looked up, because files changed. */
  synchronized void refresh() {
    modules.clear();
    absent.clear();
    files = null;
  }

  /** The file that an import from a folder finds, or null. */
  @Nullable SourceFile find(String dottedName, Path importing) {
    String name = dottedName.replace('.', '/');
    SourceFile file = in(importing, name);
    if (file == null && !importing.equals(boardRoot)) {
      file = in(boardRoot, name);
    }
    return file == null ? in(boardRoot.resolve("lib"), name) : file;
  }

  private @Nullable SourceFile in(Path from, String name) {
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      return null;
    }
    SourceFile file = workspace.file(this, from.resolve(name + ".py"));
    return file == null ? workspace.file(this, from.resolve(name).resolve("__init__.py")) : file;
  }
}
