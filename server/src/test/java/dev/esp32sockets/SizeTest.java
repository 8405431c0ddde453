package dev.esp32sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files and methods stay short enough to be read at one go. */
class SizeTest {

  private static final int FILE = 400;
  private static final int METHOD = 40;
  private static final int USUAL_METHOD = 25;
  private static final Path EXCEPTIONS = Path.of("src/test/resources/architecture/long-ones.txt");

  private static final Map<String, Integer> FILES = new TreeMap<>();
  private static final Map<String, Integer> METHODS = new TreeMap<>();

  @BeforeAll
  static void measure() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String root : new String[] {"src/main/java", "src/test/java"}) {
      try (Stream<Path> walk = Files.walk(Path.of(root))) {
        walk.filter(each -> each.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    assertTrue(sources.size() > 50, "only " + sources.size() + " source files found");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      for (CompilationUnitTree unit : task.parse()) {
        new Measure(unit, Trees.instance(task).getSourcePositions()).scan(unit, null);
      }
    }
  }

  @Test
  void filesAreShort() throws IOException {
    Map<String, Integer> tooLong = above(FILES, FILE);
    tooLong.keySet().removeAll(exceptions());
    assertEquals(Map.of(), tooLong, "files with more than " + FILE + " lines");
  }

  @Test
  void methodsAreShort() throws IOException {
    assertTrue(METHODS.size() > 100, "only " + METHODS.size() + " methods found");
    Map<String, Integer> tooLong = above(METHODS, METHOD);
    tooLong.keySet().removeAll(exceptions());
    assertEquals(Map.of(), tooLong, "methods with more than " + METHOD + " lines");
  }

  @Test
  void mostMethodsFitOnHalfAScreen() {
    Map<String, Integer> longer = above(METHODS, USUAL_METHOD);
    assertTrue(
        longer.size() * 20 <= METHODS.size(),
        longer.size() + " of " + METHODS.size() + " methods are longer than 25 lines: " + longer);
  }

  @Test
  void noExceptionIsStale() throws IOException {
    Set<String> longOnes = new TreeSet<>(above(FILES, FILE).keySet());
    longOnes.addAll(above(METHODS, METHOD).keySet());
    Set<String> stale = exceptions();
    stale.removeAll(longOnes);
    assertEquals(Set.of(), stale, "no longer too long; take it out of " + EXCEPTIONS);
  }

  private static Map<String, Integer> above(Map<String, Integer> sizes, int limit) {
    Map<String, Integer> above = new TreeMap<>(sizes);
    above.values().removeIf(each -> each <= limit);
    return above;
  }

  /** The names in the committed list; a line is a name, a colon and the reason. */
  private static Set<String> exceptions() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(EXCEPTIONS)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(": ");
      assertTrue(colon > 0 && line.length() > colon + 10, "no reason given: " + line);
      names.add(line.substring(0, colon));
    }
    return names;
  }

  private static final class Measure extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String file;

    Measure(CompilationUnitTree unit, SourcePositions positions) throws IOException {
      this.unit = unit;
      this.positions = positions;
      String path = unit.getSourceFile().getName().replace('\\', '/');
      this.file = path.substring(path.indexOf("esp32sockets/") + "esp32sockets/".length());
      long lines = unit.getSourceFile().getCharContent(true).chars().filter(c -> c == '\n').count();
      FILES.put(file, (int) lines);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      long end = positions.getEndPosition(unit, method);
      if (end >= 0) {
        long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
        int lines = (int) (unit.getLineMap().getLineNumber(end) - first + 1);
        METHODS.merge(file + "#" + method.getName(), lines, Math::max);
      }
      return super.visitMethod(method, null);
    }
  }
}
