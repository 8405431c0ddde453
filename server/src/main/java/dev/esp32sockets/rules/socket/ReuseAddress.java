package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import org.jspecify.annotations.Nullable;

/** Flags servers that do not take their port over from a run before, or ask for it too late. */
public final class ReuseAddress implements Rule {
  private static final long SO_REUSEADDR = 4;
  private static final long SOL_SOCKET = 4095;

  @Override
  public void check(Model model, Reporter report) {
    for (CallSite call : SocketCalls.of(model, "socket.socket.setsockopt")) {
      if (isSetLate(model, call) && !call.context().isGuarded(null)) {
        Reporter.Draft draft =
            report.at(
                Spans.name(call.node()),
                "ESP237",
                "`SO_REUSEADDR` has no effect after `bind()`; set it before");
        moveUp(model, call, draft);
      }
    }
    if (!isSetAnywhere(model)) {
      for (CallSite bind : SocketCalls.of(model, "socket.socket.bind")) {
        if (needsOption(model, bind)) {
          missing(model, bind, report);
        }
      }
    }
  }

  private static boolean isSetLate(Model model, CallSite call) {
    boolean sets =
        call.argument(0, null) instanceof Int level
            && level.value() == SOL_SOCKET
            && call.argument(1, null) instanceof Int option
            && option.value() == SO_REUSEADDR
            && call.argument(2, null) instanceof Int value
            && value.value() != 0;
    for (CallSite site : model.sitesOf(call.node())) {
      ObjectState before = site.before();
      sets &= before.must(ObjectState.BIND) && !before.may(ObjectState.REUSE_ADDRESS);
    }
    return sets;
  }

  private static void moveUp(Model model, CallSite call, Reporter.Draft draft) {
    Tree tree = model.tree();
    Place place = Place.of(tree, call.node());
    Obj socket = call.object();
    if (place == null || socket == null || !isMovable(tree, place, call)) {
      return;
    }
    for (CallSite bind : model.callsTo("socket.socket.bind")) {
      Place target = Place.of(tree, bind.node());
      Obj bound = bind.object();
      boolean same = bound != null && bound.site() != null && bound.site() == socket.site();
      if (!same || target == null) {
        continue;
      }
      draft.related(bind.node(), "bound here");
      if (target.block() == place.block() && target.isSimpleLine(tree)) {
        int end = tree.lines().lineEnd(tree.lines().line(place.statement().end - 1));
        String line = tree.text().substring(place.statement().start, end).stripTrailing();
        draft.fix(
            "Set it before `bind()`",
            Edits.insertLineBefore(tree, target.statement(), line),
            Edits.deleteLines(tree, place.statement()));
      }
      return;
    }
  }

  private static boolean isMovable(Tree tree, Place place, CallSite call) {
    boolean simple =
        place.isSimpleLine(tree)
            && place.statement() instanceof Stmt.ExprStmt statement
            && statement.value == call.node();
    for (Expr.Argument argument : call.node().arguments) {
      simple &= argument.value instanceof Expr.Num || argument.value instanceof Expr.Attribute;
    }
    return simple && call.receiverNode() instanceof Expr.Name;
  }

  /** Whether the file sets the option at all, or an option that cannot be told. */
  private static boolean isSetAnywhere(Model model) {
    for (CallSite call : model.callsTo("socket.socket.setsockopt")) {
      Value option = call.argument(1, null);
      if (!(option instanceof Int number) || number.value() == SO_REUSEADDR) {
        return true;
      }
    }
    return Words.count(model.tree(), "SO_REUSEADDR") > 0;
  }

  private static boolean needsOption(Model model, CallSite bind) {
    Address address = Address.of(model, bind);
    boolean chosen = address == null || !(address.port() instanceof Int port) || port.value() != 0;
    for (CallSite site : model.sitesOf(bind.node())) {
      chosen &=
          Sockets.isTcp(site.receiver())
              && !site.before().must(ObjectState.ESCAPE)
              && listens(model, site.object());
    }
    // Whoever catches the error may have thought of what it means.
    return chosen && !bind.context().isInTry() && !bind.context().isGuarded(null);
  }

  private static boolean listens(Model model, @Nullable Obj socket) {
    for (CallSite listen : model.callsTo("socket.socket.listen")) {
      Obj listening = listen.object();
      if (socket != null && listening != null && SocketCalls.isSame(socket, listening)) {
        return true;
      }
    }
    return false;
  }

  private static void missing(Model model, CallSite bind, Reporter report) {
    Reporter.Draft draft =
        report.at(
            Spans.name(bind.node()),
            "ESP238",
            "Without `SO_REUSEADDR` a second start can fail with `OSError` 112 for two minutes");
    Expr receiver = bind.receiverNode();
    Place place = Place.of(model.tree(), bind.node());
    String module = ModuleNames.find(model, bind.context().scope(), "socket");
    boolean plain = receiver instanceof Expr.Name || receiver instanceof Expr.Attribute;
    if (!plain
        || receiver == null
        || module == null
        || place == null
        || !place.isSimpleLine(model.tree())) {
      return;
    }
    String line =
        model.tree().source(receiver)
            + ".setsockopt("
            + module
            + ".SOL_SOCKET, "
            + module
            + ".SO_REUSEADDR, 1)";
    draft.fix("Set it", Edits.insertLineBefore(model.tree(), place.statement(), line));
  }
}
