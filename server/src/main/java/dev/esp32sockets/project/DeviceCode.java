package dev.esp32sockets.project;

import dev.esp32sockets.api.AbsentModule;
import dev.esp32sockets.api.ApiIndex;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides which files run on a board and which on a computer. */
final class DeviceCode {
  /** Modules of the firmware whose name a computer's Python or its packages have as well. */
  private static final Set<String> SHARED =
      Set.of(
          "_thread",
          "array",
          "asyncio",
          "binascii",
          "bluetooth",
          "builtins",
          "cmath",
          "collections",
          "errno",
          "gc",
          "hashlib",
          "heapq",
          "io",
          "json",
          "math",
          "neopixel",
          "os",
          "platform",
          "random",
          "re",
          "requests",
          "select",
          "socket",
          "ssl",
          "struct",
          "sys",
          "time",
          "tls",
          "websocket",
          "zlib");

  private final Project project;
  private final List<SourceFile> files;
  private final Map<SourceFile, List<SourceFile>> imported = new HashMap<>();
  private final Map<SourceFile, List<SourceFile>> importers = new HashMap<>();

  private DeviceCode(Project project, List<SourceFile> files) {
    this.project = project;
    this.files = files;
  }

  /** Sets on every file of a project whether it is device code. */
  static void decide(Project project, List<SourceFile> files) {
    new DeviceCode(project, files).decide();
  }

  private void decide() {
    List<SourceFile> board = new ArrayList<>();
    List<SourceFile> host = new ArrayList<>();
    for (SourceFile file : files) {
      link(file);
      if (importsBoardModule(file)) {
        board.add(file);
      }
      if (importsHostModule(file)) {
        host.add(file);
      }
    }
    Set<SourceFile> device = reach(board, imported);
    device.addAll(reach(board, importers));
    Set<SourceFile> hosts = reach(host, importers);
    for (SourceFile file : files) {
      // A test of device code that runs under a computer's test runner stays where it runs.
      boolean hostTest = isHostName(file) && host.contains(file) && !board.contains(file);
      if (inRoot(file) || file.isNamed() || (device.contains(file) && !hostTest)) {
        file.setDevice(true);
        hosts.remove(file);
      }
    }
    decideRest(device, hosts);
  }

  private void decideRest(Set<SourceFile> device, Set<SourceFile> hosts) {
    Map<Path, int[]> counts = new HashMap<>();
    for (SourceFile file : files) {
      Path folder = Workspace.folderOf(file.path());
      int[] count = counts.get(folder);
      if (count == null) {
        count = new int[2];
        counts.put(folder, count);
      }
      count[0]++;
      count[1] += hosts.contains(file) ? 1 : 0;
    }
    for (SourceFile file : files) {
      if (file.isDevice() || hosts.contains(file)) {
        continue;
      }
      int[] count = counts.getOrDefault(Workspace.folderOf(file.path()), new int[2]);
      String name = String.valueOf(file.path().getFileName());
      boolean alone = isDocumentation(file, name);
      boolean beside = isHostName(file) && (alone || count[1] > 0) && !device.contains(file);
      file.setDevice(!beside && count[1] * 2 <= count[0]);
    }
  }

  private boolean inRoot(SourceFile file) {
    Path root = project.config().root();
    return root != null && file.path().startsWith(root);
  }

  private static boolean isHostName(SourceFile file) {
    String name = String.valueOf(file.path().getFileName());
    return name.equals("setup.py")
        || name.equals("conftest.py")
        || isDocumentation(file, name)
        || (name.startsWith("test_") && name.endsWith(".py"));
  }

  /** The settings of a documentation generator. */
  private static boolean isDocumentation(SourceFile file, String name) {
    String folder = String.valueOf(Workspace.folderOf(file.path()).getFileName());
    return name.equals("conf.py") && (folder.equals("docs") || folder.equals("doc"));
  }

  private void link(SourceFile file) {
    Path folder = Workspace.folderOf(file.path());
    for (Import one : file.imports()) {
      Path from = folder;
      for (int dots = 1; dots < one.level() && from.getParent() != null; dots++) {
        from = from.getParent();
      }
      SourceFile target = project.find(one.name(), from);
      if (target != null && target != file) {
        put(imported, file, target);
        put(importers, target, file);
      }
    }
  }

  private static void put(Map<SourceFile, List<SourceFile>> links, SourceFile from, SourceFile to) {
    List<SourceFile> ends = links.get(from);
    if (ends == null) {
      ends = new ArrayList<>();
      links.put(from, ends);
    }
    ends.add(to);
  }

  private static Set<SourceFile> reach(
      List<SourceFile> from, Map<SourceFile, List<SourceFile>> links) {
    Set<SourceFile> reached = new HashSet<>(from);
    Deque<SourceFile> open = new ArrayDeque<>();
    for (SourceFile file : from) {
      // One by one: the constructor that takes them all uses a lambda, which is slow at first.
      open.add(file);
    }
    while (!open.isEmpty()) {
      for (SourceFile next : links.getOrDefault(open.removeFirst(), List.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  private static boolean importsBoardModule(SourceFile file) {
    for (Import one : file.imports()) {
      if (one.level() == 0 && isBoardModule(one.name())) {
        return true;
      }
    }
    return false;
  }

  static boolean isBoardModule(String name) {
    int dot = name.indexOf('.');
    String top = dot < 0 ? name : name.substring(0, dot);
    if (SHARED.contains(top)) {
      return false;
    }
    ApiIndex api = ApiIndex.get();
    if (api.module(top) != null || api.module(name) != null) {
      return true;
    }
    AbsentModule absent = api.absentModule(top);
    return absent != null && absent.sort() == AbsentModule.Sort.OTHER_PORT;
  }

  private static boolean importsHostModule(SourceFile file) {
    for (Import one : file.imports()) {
      if (one.level() == 0 && isHostModule(one.name())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHostModule(String name) {
    ApiIndex api = ApiIndex.get();
    for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
      AbsentModule absent = api.absentModule(name.substring(0, end));
      if (absent != null) {
        return absent.sort() == AbsentModule.Sort.HOST_ONLY;
      }
    }
    return false;
  }
}
