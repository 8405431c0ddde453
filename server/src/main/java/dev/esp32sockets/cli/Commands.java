package dev.esp32sockets.cli;

import dev.esp32sockets.project.Nearest;
import java.util.List;

/** Chooses the command by the first word; each loads only what it needs. */
public final class Commands {
  /** Commands that need a board or an editor, which this version does not talk to. */
  private static final List<String> LATER =
      List.of(
          "lsp",
          "run",
          "flash",
          "put",
          "get",
          "ls",
          "rm",
          "mkdir",
          "sync",
          "info",
          "reset",
          "repl",
          "monitor",
          "ports",
          "virtual-board");

  private static final List<String> NOW = List.of("check", "explain", "rules", "version", "help");

  private Commands() {}

  /** Runs a command; gives the exit code. */
  public static int run(String[] args, Terminal terminal) {
    String word = args.length == 0 ? "help" : args[0];
    boolean asksForHelp = word.equals("--help") || word.equals("-h");
    for (int i = 1; i < args.length && !args[i].equals("--"); i++) {
      asksForHelp |= args[i].equals("--help") || args[i].equals("-h");
    }
    if (asksForHelp) {
      return Help.run(word.startsWith("-") ? "" : word, terminal);
    }
    return switch (word) {
      case "check" -> Check.run(args, terminal);
      case "explain" -> Explain.run(args, terminal);
      case "rules" -> Rules.run(args, terminal);
      case "version", "--version", "-V" -> Version.run(terminal);
      case "help" -> Help.run(args.length > 1 ? args[1] : "", terminal);
      default -> unknown(word, terminal);
    };
  }

  static int unknown(String word, Terminal terminal) {
    if (LATER.contains(word)) {
      terminal.err(
          "esp32-sockets: this version does not have `"
              + word
              + "` yet; it checks scripts and"
              + " explains what it finds\n");
      return Exit.WRONG_USE;
    }
    String near = Nearest.hint(word, NOW);
    if (near.isEmpty()) {
      near = "; `esp32-sockets help` lists them";
    }
    terminal.err("esp32-sockets: there is no command `" + Escape.plain(word) + "`" + near + "\n");
    return Exit.WRONG_USE;
  }
}
