package dev.esp32sockets.cli;

/** The command {@code help}: one page a command. */
final class Help {
  private Help() {}

  static int run(String command, Terminal terminal) {
    String name = command.isEmpty() ? "help" : command;
    boolean plain = true;
    for (int i = 0; i < name.length(); i++) {
      plain &= Character.isLetter(name.charAt(i)) || name.charAt(i) == '-';
    }
    String page = plain ? Pages.resource("/help/" + name + ".txt") : "";
    if (page.isEmpty()) {
      return Commands.unknown(command, terminal);
    }
    terminal.out(page);
    return Exit.DONE;
  }
}
