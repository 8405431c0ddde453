package dev.esp32sockets.packaged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs a program as a user does and keeps what it said. */
final class Command {

  /** How a program ended and what it wrote. */
  record Result(int exit, String out, String err) {}

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private long minutes = 2;

  Command(Path folder) {
    this.folder = folder;
  }

  Command with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Command within(long limit) {
    minutes = limit;
    return this;
  }

  /** Runs it to its end, without any input. */
  Result run(List<String> words) throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      builder.environment().putAll(environment);
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException(words + " still ran after " + minutes + " minutes");
      }
      return new Result(process.exitValue(), read(out), read(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
