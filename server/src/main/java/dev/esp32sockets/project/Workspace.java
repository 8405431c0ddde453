package dev.esp32sockets.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All files that one check knows, and the projects they belong to. The only access to files. */
final class Workspace {
  /** A folder without a configuration may be somebody's whole home. */
  private static final int FILES_OF_A_PROJECT = 1000;

  private final Path workingFolder;
  private final ConfigFinder configs;
  private final Map<Path, SourceFile> files = new HashMap<>();
  private final Map<Path, Project> projects = new HashMap<>();
  private final Map<Project, List<SourceFile>> deviceFiles = new HashMap<>();
  private final List<Path> walked = new ArrayList<>();

  Workspace(Path workingFolder, ConfigFinder configs) {
    this.workingFolder = workingFolder;
    this.configs = configs;
  }

  ConfigFinder configs() {
    return configs;
  }

  /** Notes that every file below the folder was added. */
  void addWalked(Path folder) {
    walked.add(folder);
  }

  synchronized SourceFile add(
      Path path, boolean givenRelative, boolean named, @Nullable SourceText text) {
    SourceFile known = files.get(path);
    if (known != null && (known.isNamed() || !named)) {
      return known;
    }
    String shown = Paths.shown(path, workingFolder, givenRelative);
    SourceFile file = new SourceFile(path, shown, configs.forFolder(folderOf(path)), named, text);
    files.put(path, file);
    return file;
  }

  /** The project of a file; {@code given} is the folder that led to it. */
  synchronized Project project(SourceFile file, Path given) {
    Path folder = file.config().folder();
    // A configuration that was named explicitly may lie elsewhere.
    Path root = folder != null && file.path().startsWith(folder) ? folder : given;
    Project project = projects.get(root);
    if (project == null) {
      project = new Project(this, file.config(), root);
      projects.put(root, project);
    }
    return project;
  }

  /** A file of the project by its path; null when there is none. */
  synchronized @Nullable SourceFile file(Project project, Path path) {
    Path normal = path.normalize();
    SourceFile known = files.get(normal);
    if (known == null && Files.isRegularFile(normal)) {
      known = add(normal, false, false, null);
    }
    return known;
  }

  /** Every device file of a project, also those that were not asked for. */
  List<SourceFile> deviceFiles(Project project) {
    List<SourceFile> known;
    synchronized (this) {
      known = deviceFiles.get(project);
    }
    if (known == null) {
      known = findDeviceFiles(project);
      synchronized (this) {
        deviceFiles.put(project, known);
      }
    }
    return known;
  }

  private List<SourceFile> findDeviceFiles(Project project) {
    List<SourceFile> all = filesOf(project, List.of());
    if (!isWalked(project.boardRoot())) {
      DeviceCode.decide(project, all);
    }
    List<SourceFile> device = new ArrayList<>();
    for (SourceFile file : all) {
      if (file.isDevice()) {
        device.add(file);
      }
    }
    return device;
  }

  /**
   * The files given and, where a project reaches beyond what was walked, all its other ones: what a
   * file is depends on its neighbours.
   */
  List<SourceFile> filesOf(Project project, List<SourceFile> given) {
    if (!given.isEmpty() && isWalked(project.folder())) {
      return given;
    }
    List<SourceFile> all = new ArrayList<>(given);
    FileSet set = new FileSet(configs, IgnorePatterns.NONE, workingFolder, FILES_OF_A_PROJECT);
    for (FileSet.Entry entry : set.walk(project.boardRoot())) {
      if (entry.trouble() == null) {
        SourceFile file = add(entry.path(), false, false, null);
        if (!given.contains(file)) {
          all.add(file);
        }
      }
    }
    return all;
  }

  private boolean isWalked(Path folder) {
    for (Path one : walked) {
      if (folder.startsWith(one)) {
        return true;
      }
    }
    return false;
  }

  synchronized void refresh() {
    for (Project project : projects.values()) {
      project.refresh();
    }
  }

  static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent());
  }
}
