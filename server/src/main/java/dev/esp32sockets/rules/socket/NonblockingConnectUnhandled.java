package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Scope;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** Flags a connect() that does not wait and whose exception nobody catches. */
public final class NonblockingConnectUnhandled implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (CallSite call : SocketCalls.of(model, "socket.socket.connect")) {
      if (call.context().isInTry() || !raises(model, call) || call.context().isGuarded(null)) {
        continue;
      }
      Reporter.Draft draft =
          report.at(
              Spans.name(call.node()),
              "ESP231",
              "A non-blocking `connect()` raises `EINPROGRESS` even when all is well; catch it");
      fix(model, call, draft);
    }
  }

  /** A socket that others hold as well may be meant to be left to a handler of the caller. */
  private static boolean raises(Model model, CallSite call) {
    boolean shared = call.context().function() != null;
    for (CallSite site : model.sitesOf(call.node())) {
      ObjectState before = site.before();
      if (!Sockets.isTcp(site.receiver())
          || !before.isOnly(ObjectState.NON_BLOCKING)
          || before.may(ObjectState.CONNECT | ObjectState.CONNECT_FAILED | ObjectState.CLOSE)
          || (shared && before.may(ObjectState.STORE | ObjectState.ESCAPE))) {
        return false;
      }
    }
    return true;
  }

  private static void fix(Model model, CallSite call, Reporter.Draft draft) {
    Tree tree = model.tree();
    Scope scope = call.context().scope();
    Place place = Place.of(tree, call.node());
    ModuleNames.Usable errno = ModuleNames.use(model, scope, "errno");
    boolean plain =
        place != null
            && place.isSimpleLine(tree)
            && place.statement() instanceof Stmt.ExprStmt statement
            && statement.value == call.node();
    if (!plain || place == null || errno == null || scope.owner("e") != null) {
      return;
    }
    Stmt statement = place.statement();
    String line = Edits.lineBreak(tree) + Edits.indent(tree, statement);
    String handler =
        "except OSError as e:"
            + line
            + "    if e.args[0] != "
            + errno.name()
            + ".EINPROGRESS:"
            + line
            + "        raise";
    List<TextEdit> edits = new ArrayList<>(3);
    if (errno.edit() != null) {
      edits.add(errno.edit());
    }
    edits.add(Edits.insert(statement.start, "try:" + line + "    "));
    edits.add(Edits.insertLineAfter(tree, statement, handler));
    draft.fix("Catch `EINPROGRESS`", edits);
  }
}
