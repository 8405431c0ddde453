package dev.esp32sockets.app;

import dev.esp32sockets.cli.Commands;
import dev.esp32sockets.cli.Terminal;

/** The entry of the jar: the first word chooses the command. */
public final class Main {
  private static final int INTERNAL_ERROR = 3;

  private Main() {}

  public static void main(String[] args) {
    int code = run(args, Terminal.ofProcess());
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs a command; a fault of ours is told in one line and gives its own exit code. */
  public static int run(String[] args, Terminal terminal) {
    try {
      return Commands.run(args, terminal);
    } catch (RuntimeException | StackOverflowError e) {
      StringBuilder text = new StringBuilder("esp32-sockets: internal error: ").append(e);
      for (StackTraceElement element : e.getStackTrace()) {
        if (element.getClassName().startsWith("dev.esp32sockets.")) {
          text.append(" at ").append(element);
          break;
        }
      }
      terminal.err(text.append("; report this line together with the command\n").toString());
      return INTERNAL_ERROR;
    }
  }
}
