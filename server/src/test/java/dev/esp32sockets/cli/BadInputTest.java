package dev.esp32sockets.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies in a folder: it is told about that file, and all others are checked. */
@Timeout(120)
class BadInputTest {
  private static final String GOOD = "import socket\n\nsocket.socket(socket.AF_INET6)\n";

  @TempDir Path folder;

  @BeforeEach
  void aNeighbour() throws IOException {
    Run.write(folder, "zz_good.py", GOOD);
  }

  /** Checks the folder; gives the first line about the file. */
  private String told(String file) {
    Run run = Run.in(folder, "check");
    assertTrue(run.code == 1, run.toString());
    assertTrue(run.out.contains("zz_good.py:3:15: warning ESP201 "), run.toString());
    assertFalse(run.out.contains("\tat ") || run.err.contains("\tat "), run.toString());
    assertEquals("", run.err);
    for (String line : run.out.split("\n")) {
      if (line.startsWith(file + ":")) {
        return line.substring(file.length() + 1);
      }
    }
    return "nothing: " + run.out;
  }

  private void bytes(String name, int... bytes) throws IOException {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    Files.write(folder.resolve(name), content);
  }

  private static void assertStarts(String expected, String actual) {
    assertTrue(actual.startsWith(expected), actual);
  }

  @Test
  void notUtf8() throws IOException {
    bytes("a.py", 'x', '\n', 'y', '=', '"', 0xE4, '"', '\n');
    assertStarts(
        "2:4: error ESP002 file-not-utf8: the file is not UTF-8: byte 5 is 0xe4", told("a.py"));
  }

  @Test
  void cutInTheMiddleOfALetter() throws IOException {
    bytes("a.py", 'x', '=', '"', 0xC3);
    assertStarts("1:4: error ESP002", told("a.py"));
  }

  @Test
  void nulBytes() throws IOException {
    bytes("a.py", 'x', '=', '1', 0, '\n');
    assertStarts(
        "1:1: error ESP003 file-binary: the file is not text: byte 3 is NUL", told("a.py"));
  }

  @Test
  void utf16() throws IOException {
    bytes("a.py", 0xFF, 0xFE, 'x', 0);
    assertStarts("1:1: error ESP003 file-binary: the file is saved as UTF-16", told("a.py"));
  }

  @Test
  void theLetterThatStandsForWrongBytesIsFine() throws IOException {
    Run.write(folder, "a.py", "x = '\uFFFD'\n");
    assertStarts("nothing", told("a.py"));
  }

  @Test
  void aByteOrderMark() throws IOException {
    Run.write(folder, "a.py", "\uFEFFimport socket\n");
    assertStarts("1:1: error ESP103", told("a.py"));
    Run.in(folder, "check", "--fix");
    assertEquals("import socket\n", Files.readString(folder.resolve("a.py")));
  }

  @Test
  void tenMegabytesInOneLine() throws IOException {
    Run.write(folder, "a.py", "x = '" + "y".repeat(10_000_000) + "'\n");
    assertStarts("1:1: error ESP005 file-too-large: the file has 11 MB", told("a.py"));
  }

  @Test
  void aLongLineIsCutAroundThePlace() throws IOException {
    String blanks = " ".repeat(5_000);
    Run.write(folder, "a.py", "import socket\ny = (" + blanks + "socket.AF_INET9" + blanks + ")\n");
    Run run = Run.in(folder, "check", "a.py");
    for (String line : run.out.split("\n")) {
      assertTrue(line.length() <= 200, line);
    }
  }

  @Test
  void fiveThousandBrackets() throws IOException {
    Run.write(folder, "a.py", "x = " + "[".repeat(5_000) + "]".repeat(5_000) + "\n");
    assertTrue(told("a.py").contains("error ESP004 file-too-deep"), told("a.py"));
  }

  @Test
  void namesWithOddCharacters() throws IOException {
    String name = "a b'\"\n\u001b[31mü日.py";
    Run.write(folder, name, GOOD);
    assertStarts("3:15: warning ESP201", told("a b'\"\\n\\x1b[31mü日.py"));
    Run json = Run.in(folder, "check", "--format", "json");
    assertTrue(json.out.contains("\"a b'\\\"\\n\\u001b[31mü日.py\""), json.out);
    Run named = Run.in(folder, "check", name);
    assertEquals(1, named.code, named.toString());
  }

  @Test
  void sourceLinesCannotSpeakToTheTerminal() throws IOException {
    Run.write(
        folder, "a.py", "import socket\nx = '\u001b[2J\u202E', socket.socket(socket.AF_INET6)\n");
    Run run = Run.in(folder, "check", "a.py");
    assertFalse(run.out.contains("\u001b") || run.out.contains("\u202E"), run.out);
    assertTrue(run.out.contains("\\x1b[2J\\u202e"), run.out);
  }

  @Test
  void aPipeIsNotOpened() throws IOException, InterruptedException {
    int made = new ProcessBuilder("mkfifo", folder.resolve("a.py").toString()).start().waitFor();
    assumeTrue(made == 0, "this system has no mkfifo");
    assertStarts("1:1: error ESP001 file-unreadable: the file was not opened", told("a.py"));
    Run named = Run.in(folder, "check", "a.py");
    assertEquals(1, named.code);
  }

  @Test
  void linksInCirclesAndToNowhere() throws IOException {
    Files.createSymbolicLink(folder.resolve("a.py"), folder.resolve("b.py"));
    Files.createSymbolicLink(folder.resolve("b.py"), folder.resolve("a.py"));
    Files.createSymbolicLink(folder.resolve("c.py"), folder.resolve("nowhere"));
    Files.createSymbolicLink(folder.resolve("up"), folder);
    assertStarts(
        "1:1: error ESP001 file-unreadable: the file cannot be read: its link", told("a.py"));
    assertTrue(told("c.py").contains("a link to something that does not exist"), told("c.py"));
    assertTrue(Run.in(folder, "check").out.contains("Checked 4 files"));
  }

  @Test
  void aFolderWithTheNameOfAScript() throws IOException {
    Run.write(folder, "a.py/inner.py", GOOD);
    assertStarts("3:15: warning ESP201", told("a.py/inner.py"));
  }

  private Path locked;

  @Test
  void withoutRights() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
    Run.write(folder, "a.py", GOOD);
    locked = folder.resolve("locked");
    Run.write(folder, "locked/b.py", GOOD);
    Files.setPosixFilePermissions(
        folder.resolve("a.py"), PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    assertStarts(
        "1:1: error ESP001 file-unreadable: the file cannot be read: no right", told("a.py"));
    assertStarts("1:1: error ESP001 file-unreadable: the folder cannot be listed", told("locked"));
  }

  @AfterEach
  void unlock() throws IOException {
    if (locked != null) {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void binaryInput() {
    Run run = Run.withInput(folder, "x = 1\0\n", "check", "-");
    assertStarts("<stdin>:1:1: error ESP003", run.out);
    assertEquals(1, run.code);
  }

  @Test
  void emptyAndBlankFiles() throws IOException {
    Run.write(folder, "a.py", "");
    Run.write(folder, "b.py", "\n\n\r\n");
    Run.write(folder, "c.py", "#");
    assertStarts("nothing", told("a.py"));
  }

  @Test
  void deepCodeOfEveryKindEnds() throws IOException {
    String[] openings = {"(", "{0:", "f(", "a[", "not ", "-", "lambda: ", "x if ", "a.b(", "**"};
    for (int i = 0; i < openings.length; i++) {
      Run.write(folder, "deep" + i + ".py", "x = " + openings[i].repeat(20_000) + "\n");
    }
    StringBuilder blocks = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      blocks.append(" ".repeat(i)).append("if x:\n");
    }
    Run.write(folder, "deepblocks.py", blocks.append(" ".repeat(3_000)).append("x\n").toString());
    assertFalse(told("deep0.py").startsWith("nothing"));
    assertTrue(blocks.toString().getBytes(StandardCharsets.UTF_8).length > 1_000_000);
  }
}
