package dev.esp32sockets.project;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files that the paths of a request mean. */
final class Targets {
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /**
   * One thing to check.
   *
   * @param given the folder that led to it
   * @param trouble for a folder that cannot be listed: why
   */
  record Item(SourceFile file, Path given, @Nullable String trouble) {}

  private final CheckRequest request;
  private final Workspace workspace;
  private final List<Item> items = new ArrayList<>();
  private final Set<Path> known = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  private Targets(CheckRequest request, Workspace workspace) {
    this.request = request;
    this.workspace = workspace;
  }

  /** Finds them; paths that lead nowhere become problems. */
  static List<Item> find(CheckRequest request, Workspace workspace, List<String> problems) {
    Targets targets = new Targets(request, workspace);
    // Files that were named come first into the workspace, so that a walk does not hide the fact.
    for (String path : request.paths()) {
      targets.addNamed(path);
    }
    for (String path : request.paths()) {
      targets.add(path);
    }
    problems.addAll(targets.problems);
    return targets.items;
  }

  private void addNamed(String written) {
    Path path = written.equals("-") ? null : resolve(written);
    if (path != null && exists(path) && !Files.isDirectory(path)) {
      workspace.add(path, isRelative(written), true, null);
    }
  }

  private void add(String written) {
    if (written.equals("-")) {
      addInput();
      return;
    }
    Path path = resolve(written);
    if (path == null || !exists(path)) {
      // In a locale without UTF-8 Java cannot read the letters of its own arguments.
      String lost =
          written.indexOf('\uFFFD') >= 0
              ? "; its letters were lost on the way in: set LC_ALL=C.UTF-8"
              : "";
      problems.add(written + ": no such file or folder" + lost);
    } else if (Files.isDirectory(path)) {
      addFolder(path, isRelative(written));
    } else {
      addItem(workspace.add(path, isRelative(written), true, null), Workspace.folderOf(path), null);
    }
  }

  private void addFolder(Path folder, boolean relative) {
    FileSet set =
        new FileSet(
            workspace.configs(),
            IgnorePatterns.of(request.exclude()),
            request.workingFolder(),
            NO_LIMIT);
    workspace.addWalked(folder);
    for (FileSet.Entry entry : set.walk(folder)) {
      addItem(workspace.add(entry.path(), relative, false, null), folder, entry.trouble());
    }
  }

  private void addInput() {
    Input input = request.input();
    if (input == null) {
      return;
    }
    String name = input.name();
    Path path = name == null ? null : resolve(name);
    boolean relative = name == null || isRelative(name);
    if (path == null) {
      path = request.workingFolder().resolve("<stdin>");
    }
    addItem(workspace.add(path, relative, true, input.text()), Workspace.folderOf(path), null);
  }

  private void addItem(SourceFile file, Path given, @Nullable String trouble) {
    if (known.add(file.path())) {
      items.add(new Item(file, given, trouble));
    }
  }

  /** A link that leads nowhere exists too: somebody wants to hear of it. */
  private static boolean exists(Path path) {
    return Files.exists(path) || Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private @Nullable Path resolve(String written) {
    try {
      return request.workingFolder().resolve(written).normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static boolean isRelative(String written) {
    return !Path.of(written).isAbsolute();
  }
}
