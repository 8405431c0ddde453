package dev.esp32sockets.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: its streams, its exit code, and that it ends. */
class ProcessTest {
  private static final String BAD = "import socket\n\nsocket.socket(socket.AF_INET6)\n";

  @TempDir Path folder;

  private record Ended(int code, String out, String err) {}

  private Ended start(String input, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("dev.esp32sockets.app.Main");
    command.addAll(List.of(args));
    Path out = folder.resolve("out.log");
    Path err = folder.resolve("err.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(process.waitFor(90, TimeUnit.SECONDS), "it does not end");
    return new Ended(
        process.exitValue(),
        java.nio.file.Files.readString(out),
        java.nio.file.Files.readString(err));
  }

  @Test
  void aScriptFromStandardInput() throws IOException, InterruptedException {
    Ended ended = start(BAD, "check", "-", "--stdin-filename", "client.py");
    assertEquals(1, ended.code, ended.toString());
    assertTrue(ended.out.startsWith("client.py:3:15: warning ESP201"), ended.toString());
    assertEquals("", ended.err);
  }

  @Test
  void aPipeIsNeverWaitedFor() throws IOException, InterruptedException {
    int made = new ProcessBuilder("mkfifo", folder.resolve("a.py").toString()).start().waitFor();
    assumeTrue(made == 0, "this system has no mkfifo");
    Run.write(folder, "b.py", BAD);
    Ended ended = start("", "check");
    assertEquals(1, ended.code, ended.toString());
    assertTrue(ended.out.startsWith("a.py:1:1: error ESP001"), ended.toString());
    assertTrue(ended.out.contains("b.py:3:15: warning ESP201"), ended.toString());
  }

  @Test
  void exitCodesReachTheCaller() throws IOException, InterruptedException {
    Run.write(folder, "ok.py", "x = 1\n");
    assertEquals(0, start("", "check").code);
    assertEquals(2, start("", "check", "nowhere.py").code);
  }
}
