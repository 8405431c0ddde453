package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Exits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Expr.ConstantKind;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import org.jspecify.annotations.Nullable;

/** Flags endless loops that read a TCP socket and never notice that the peer has closed. */
public final class LoopPastEndOfStream implements Rule {
  private static final String[] METHODS = {"recv", "read", "readline"};

  @Override
  public void check(Model model, Reporter report) {
    for (String method : METHODS) {
      for (CallSite call : SocketCalls.of(model, "socket.socket." + method)) {
        Stmt.While loop = endlessLoop(call);
        boolean spins =
            loop != null
                && call.isOnly()
                && (method.equals("readline") || !call.arguments().isEmpty())
                && staysConnected(call, loop)
                && !Exits.mayLeaveOrBreak(model, loop.body)
                && new ReadResult(model, call, loop).isNeverTested();
        if (spins) {
          report(model, call, method, report);
        }
      }
    }
  }

  private static Stmt.@Nullable While endlessLoop(CallSite call) {
    Stmt loop = call.context().loop();
    if (!(loop instanceof Stmt.While round)) {
      return null;
    }
    Expr test = round.test;
    boolean isTrue = test instanceof Expr.Constant constant && constant.kind == ConstantKind.TRUE;
    boolean endless =
        isTrue
            || (test instanceof Expr.Num number
                && number.value != null
                && number.value.doubleValue() != 0);
    return endless ? round : null;
  }

  /** Whether one and the same connection is read in every round, and waited for. */
  private static boolean staysConnected(CallSite call, Stmt.While loop) {
    Obj socket = call.object();
    Creation creation = socket == null ? null : socket.creation();
    ObjectState before = call.before();
    return creation != null
        && !loop.span().contains(creation.node().start)
        && Sockets.isTcp(socket)
        && before.must(ObjectState.CONNECT)
        && !before.may(ObjectState.CLOSE | ObjectState.ESCAPE | ObjectState.WRAP)
        && (before.mode() & ObjectState.NON_BLOCKING) == 0;
  }

  private static void report(Model model, CallSite call, String method, Reporter report) {
    Reporter.Draft draft =
        report.at(
            Spans.name(call.node()),
            "ESP248",
            "`"
                + method
                + "()` gives `b\"\"` for ever after the peer has closed: this loop never ends");
    Tree tree = model.tree();
    Place place = Place.of(tree, call.node());
    boolean plain =
        place != null
            && place.isSimpleLine(tree)
            && place.statement() instanceof Stmt.Assign assign
            && assign.value == call.node()
            && assign.targets.size() == 1
            && assign.targets.get(0) instanceof Expr.Name;
    if (plain && place != null && place.statement() instanceof Stmt.Assign assign) {
      String indent = Edits.indent(tree, assign);
      String step = indent.startsWith("\t") ? "\t" : "    ";
      String test = "if not " + tree.source(assign.targets.get(0)) + ":";
      String lines = test + Edits.lineBreak(tree) + indent + step + "break";
      draft.fix("Leave the loop at the end", Edits.insertLineAfter(tree, assign, lines));
    }
  }
}
