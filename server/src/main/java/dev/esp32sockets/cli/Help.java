package dev.esp32sockets.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The command {@code help}: one page a command. */
final class Help {
  private Help() {}

  static int run(String command, Terminal terminal) {
    String name = command.isEmpty() ? "help" : command;
    boolean plain = true;
    for (int i = 0; i < name.length(); i++) {
      plain &= Character.isLetter(name.charAt(i)) || name.charAt(i) == '-';
    }
    String page = plain ? page(name) : "";
    if (page.isEmpty()) {
      return Commands.unknown(command, terminal);
    }
    terminal.out(page);
    return Exit.DONE;
  }

  private static String page(String command) {
    try (InputStream in = Help.class.getResourceAsStream("/help/" + command + ".txt")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
