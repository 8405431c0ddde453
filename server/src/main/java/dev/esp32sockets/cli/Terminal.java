package dev.esp32sockets.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a command reads and writes, and what it knows of the place. All output is UTF-8. */
public final class Terminal {
  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;
  private final Path workingFolder;
  private final @Nullable Map<String, String> environment;
  private final boolean outIsTerminal;
  private final boolean errIsTerminal;
  private int columns;

  /**
   * @param environment the variables; null for those of this process, which take time to read
   */
  public Terminal(
      InputStream in,
      OutputStream out,
      OutputStream err,
      Path workingFolder,
      @Nullable Map<String, String> environment,
      boolean outIsTerminal,
      boolean errIsTerminal) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.workingFolder = workingFolder;
    this.environment = environment;
    this.outIsTerminal = outIsTerminal;
    this.errIsTerminal = errIsTerminal;
  }

  /** That of this process. */
  public static Terminal ofProcess() {
    return new Terminal(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Path.of("").toAbsolutePath(),
        null,
        isTerminal(1),
        isTerminal(2));
  }

  @SuppressWarnings("SystemConsoleNull") // asked only of a Java where null still has its meaning
  private static boolean isTerminal(int descriptor) {
    // Only this tells the two streams apart; the console of Java needs the input too.
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (Files.isSymbolicLink(link)) {
      try {
        String device = Files.readSymbolicLink(link).toString();
        return device.startsWith("/dev/pts/")
            || device.startsWith("/dev/tty")
            || device.equals("/dev/console");
      } catch (IOException e) {
        return false;
      }
    }
    return Runtime.version().feature() < 22 && System.console() != null;
  }

  public Path workingFolder() {
    return workingFolder;
  }

  public boolean outIsTerminal() {
    return outIsTerminal;
  }

  public boolean errIsTerminal() {
    return errIsTerminal;
  }

  /** A variable of the environment that is set and not empty, or null. */
  public @Nullable String variable(String name) {
    String value = environment == null ? System.getenv(name) : environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  public void out(String text) {
    write(out, text);
  }

  public void err(String text) {
    write(err, text);
  }

  /** Whether colours are wanted where nothing was said: on a terminal that can show them. */
  public boolean wantsColor() {
    return outIsTerminal && variable("NO_COLOR") == null && !"dumb".equals(variable("TERM"));
  }

  /**
   * How wide a line may be; 120 where nobody reads on a screen. Asks the terminal the first time,
   * which takes a few milliseconds.
   */
  public int columns() {
    if (columns == 0) {
      columns = findColumns();
    }
    return columns;
  }

  private int findColumns() {
    int told = number(variable("COLUMNS"));
    if (told > 0) {
      return Math.max(40, told);
    }
    int asked = outIsTerminal ? ask() : 0;
    return asked > 0 ? Math.max(40, asked) : 120;
  }

  private static int ask() {
    if (!Files.exists(Path.of("/dev/tty"))) {
      return 0;
    }
    try {
      ProcessBuilder builder = new ProcessBuilder("stty", "size");
      builder.redirectInput(Path.of("/dev/tty").toFile());
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      Process process = builder.start();
      try (InputStream answer = process.getInputStream()) {
        String text = new String(answer.readAllBytes(), StandardCharsets.US_ASCII).strip();
        return number(text.substring(text.indexOf(' ') + 1));
      }
    } catch (IOException e) {
      // No stty, or no terminal of this process: the usual width does.
      return 0;
    }
  }

  private static int number(@Nullable String text) {
    int value = 0;
    for (int i = 0; text != null && i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || value > 100_000) {
        return 0;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static void write(OutputStream stream, String text) {
    if (text.isEmpty()) {
      return;
    }
    try {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException e) {
      // The reader has gone, as `head` does; that is no fault, and there is nobody to tell.
      return;
    }
  }

  /** The whole standard input. */
  public byte[] readAll() throws IOException {
    return in.readAllBytes();
  }
}
