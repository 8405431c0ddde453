package dev.esp32sockets.rules.network;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.FunctionInfo;
import dev.esp32sockets.analysis.Loops;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Scope;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One loop that may wait for Wi-Fi without any limit. */
final class EndlessWait {
  private static final String LIMIT = "deadline";

  private final Model model;
  private final Stmt.While loop;
  private final Scope scope;
  private final @Nullable FunctionInfo function;

  private final List<Expr.Call> endings;

  EndlessWait(Model model, Use<Stmt.While> use, List<Expr.Call> endings) {
    this.model = model;
    this.endings = endings;
    this.loop = use.node();
    this.scope = use.context().scope();
    this.function = use.context().function();
  }

  void check(Reporter report) {
    Wait wait = Wait.of(model, loop.test);
    if (wait == null || !wait.onlyLink() || mayEnd()) {
      return;
    }
    Reporter.Draft draft =
        report.at(
            loop.test,
            "ESP403",
            "This waits for ever when the network is missing or the password wrong; set a limit");
    ModuleNames.Usable time = ModuleNames.use(model, scope, "time");
    if (time != null && scope.owner(LIMIT) == null) {
      fix(time, draft);
    }
  }

  private boolean mayEnd() {
    return Loops.hasBreak(loop.body)
        || (function != null && function.isGenerator())
        || hasInside(model.uses(Stmt.Return.class))
        || hasInside(model.uses(Stmt.Raise.class))
        || hasInside(model.uses(Expr.Await.class))
        || counts()
        || looksAtTime()
        || callsOut()
        || Words.count(model.tree(), "WDT") > 0;
  }

  private boolean isInside(Node node) {
    return !loop.body.isEmpty()
        && node.start >= loop.body.get(0).start
        && node.end <= loop.body.get(loop.body.size() - 1).end;
  }

  private <T extends Node> boolean hasInside(Collection<Use<T>> uses) {
    for (Use<T> use : uses) {
      if (isInside(use.node())) {
        return true;
      }
    }
    return false;
  }

  private boolean counts() {
    for (Use<Stmt.Assign> use : model.uses(Stmt.Assign.class)) {
      Stmt.Assign assign = use.node();
      if (isInside(assign)
          && assign.targets.get(0) instanceof Expr.Name name
          && Words.hasName(model.tree().source(assign.value), name.name)) {
        return true;
      }
    }
    return hasInside(model.uses(Stmt.AugAssign.class));
  }

  private boolean looksAtTime() {
    for (Use<Expr.Compare> use : model.uses(Expr.Compare.class)) {
      String source = isInside(use.node()) ? model.tree().source(use.node()) : "";
      if (source.indexOf("time") >= 0 || source.indexOf("ticks") >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the body calls what may raise, restart the board, or is not known. */
  private boolean callsOut() {
    for (Expr.Call call : endings) {
      if (isInside(call)) {
        return true;
      }
    }
    return false;
  }

  /** The calls of a file that may end a loop around them. */
  static List<Expr.Call> endings(Model model) {
    List<Expr.Call> endings = new ArrayList<>();
    for (List<CallSite> sites : model.calls()) {
      for (CallSite site : sites) {
        Symbol symbol = site.symbol();
        if (symbol == null || endsProgram(symbol.qualifiedName())) {
          endings.add(site.node());
        }
      }
    }
    return endings;
  }

  private static boolean endsProgram(String symbol) {
    return switch (symbol) {
      case "machine.reset",
          "machine.soft_reset",
          "machine.deepsleep",
          "machine.bootloader",
          "sys.exit",
          "builtins.exec",
          "builtins.eval" ->
          true;
      default -> false;
    };
  }

  private void fix(ModuleNames.Usable time, Reporter.Draft draft) {
    if (loop.body.isEmpty()) {
      return;
    }
    String outer = Edits.indent(model.tree(), loop);
    Stmt first = loop.body.get(0);
    boolean sameLine =
        model.tree().lines().line(first.start) == model.tree().lines().line(loop.test.end);
    String inner = sameLine ? outer + "    " : Edits.indent(model.tree(), first);
    if (!inner.startsWith(outer)) {
      return;
    }
    String end = Edits.lineBreak(model.tree());
    String deeper = inner + inner.substring(outer.length());
    String check =
        "if "
            + time.name()
            + ".ticks_diff(deadline, "
            + time.name()
            + ".ticks_ms()) < 0:"
            + end
            + deeper
            + "raise OSError(\"no Wi-Fi\")";
    List<TextEdit> edits = new ArrayList<>(3);
    if (time.edit() != null) {
      edits.add(time.edit());
    }
    String start =
        "deadline = " + time.name() + ".ticks_add(" + time.name() + ".ticks_ms(), 20000)";
    edits.add(Edits.insertLineBefore(model.tree(), loop, start));
    if (sameLine) {
      int colon = model.tree().text().indexOf(':', loop.test.end);
      edits.add(Edits.replace(colon + 1, first.start, end + inner + check + end + inner));
    } else {
      edits.add(Edits.insertLineBefore(model.tree(), first, check));
    }
    draft.unsafeFix("Give up after 20 seconds", edits);
  }
}
