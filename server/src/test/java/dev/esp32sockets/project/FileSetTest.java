package dev.esp32sockets.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a walk finds. */
class FileSetTest {
  @TempDir Path top;

  private void write(String name, String text) throws IOException {
    Path file = top.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void assertFound(String from, List<String> exclude, String... expected) {
    FileSet set =
        new FileSet(
            new ConfigFinder(top, Flags.NONE), IgnorePatterns.of(exclude), top, Integer.MAX_VALUE);
    List<String> found = new ArrayList<>();
    for (FileSet.Entry entry : set.walk(top.resolve(from).normalize())) {
      found.add(Paths.slashed(top.relativize(entry.path())));
    }
    assertEquals(List.of(expected), found);
  }

  @Test
  void pythonFilesInTheOrderOfTheirNames() throws IOException {
    for (String name : "b.py a.py a/z.py a/notes.txt c.pyc lib/x.py".split(" ")) {
      write(name, "");
    }
    assertFound(".", List.of(), "a/z.py", "a.py", "b.py", "lib/x.py");
  }

  @Test
  void environmentsAndBuildResultsAreLeftOut() throws IOException {
    String folders =
        ".git .hg .venv venv env node_modules __pycache__ typings build dist .eggs .tox";
    for (String folder : folders.split(" ")) {
      write(folder + "/x.py", "");
      write("keep/" + folder + "/x.py", "");
    }
    write("keep/x.py", "");
    assertFound(".", List.of(), "keep/x.py");
    assertFound("build", List.of(), "build/x.py");
  }

  @Test
  void ignoreFilesHoldFromTheRepositoryDownwards() throws IOException {
    Files.createDirectories(top.resolve(".git"));
    write(".gitignore", "*.gen.py\n/out\n");
    write("sub/.gitignore", "!keep.gen.py\nlocal.py\n");
    for (String name : "a.gen.py out/x.py sub/out/x.py sub/keep.gen.py sub/local.py".split(" ")) {
      write(name, "");
    }
    assertFound(".", List.of(), "sub/keep.gen.py", "sub/out/x.py");
    assertFound("sub", List.of(), "sub/keep.gen.py", "sub/out/x.py");
  }

  @Test
  void excludesOfTheConfigurationAndOfTheCommandLine() throws IOException {
    write("esp32-sockets.toml", "exclude = ['old/', '*_pb.py']\n");
    for (String name : "old/x.py a/b_pb.py a/x.py tests/x.py".split(" ")) {
      write(name, "");
    }
    assertFound(".", List.of("/tests"), "a/x.py");
  }

  @Test
  void linksInCirclesEnd() throws IOException {
    write("a/x.py", "");
    Files.createSymbolicLink(top.resolve("a/up"), top);
    Files.createSymbolicLink(top.resolve("0self"), top.resolve("a"));
    assertFound(".", List.of(), "a/x.py");
  }
}
