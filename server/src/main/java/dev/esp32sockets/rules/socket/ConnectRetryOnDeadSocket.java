package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** Flags loops that connect the same socket again after a failure. */
public final class ConnectRetryOnDeadSocket implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (CallSite call : SocketCalls.of(model, "socket.socket.connect")) {
      Stmt loop = call.context().loop();
      Stmt.Try attempt = call.context().tryBody();
      Expr socket = call.receiverNode();
      boolean retried =
          loop != null
              && attempt != null
              && socket != null
              && call.isOnly()
              && attempt.start > loop.start
              && Sockets.isTcp(call.receiver())
              && !mayEndOtherwise(model, attempt)
              && isDead(model, call, loop, attempt);
      if (retried && loop != null && attempt != null && socket != null) {
        Reporter.Draft draft =
            report.at(
                Spans.name(call.node()),
                "ESP223",
                "A failed `connect()` leaves `"
                    + model.tree().source(socket)
                    + "` dead on ESP32 (`OSError` 128); make a new socket each time");
        fix(model.tree(), call, loop, attempt, draft);
      }
    }
  }

  /** Whether a handler calls what may stop the program or make a new socket. */
  private static boolean mayEndOtherwise(Model model, Stmt.Try attempt) {
    for (List<CallSite> sites : model.calls()) {
      Symbol symbol = sites.get(0).symbol();
      boolean harmless =
          symbol != null
              && (symbol.qualifiedName().startsWith("time.")
                  || symbol.qualifiedName().startsWith("socket.socket.")
                  || symbol.qualifiedName().equals("builtins.print")
                  || symbol.qualifiedName().startsWith("builtins.str"));
      for (Stmt.Handler handler : attempt.handlers) {
        if (!harmless && handler.span().contains(sites.get(0).node().start)) {
          boolean creates = symbol != null && symbol.isType();
          if (!creates) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isDead(Model model, CallSite call, Stmt loop, Stmt.Try attempt) {
    ObjectState before = call.before();
    if (!before.may(ObjectState.ESCAPE)) {
      return before.may(ObjectState.CONNECT_FAILED) && !before.must(ObjectState.CLOSE);
    }
    return isAttributeMadeOutside(model, call, loop, attempt);
  }

  /** An attribute has no past that is known, so the shape of the loop has to tell. */
  private static boolean isAttributeMadeOutside(
      Model model, CallSite call, Stmt loop, Stmt.Try attempt) {
    Obj socket = call.object();
    Creation creation = socket == null ? null : socket.creation();
    boolean shaped =
        creation != null
            && call.receiverNode() instanceof Expr.Attribute
            && !loop.span().contains(creation.node().start)
            && model.callsTo("socket.socket.setblocking").isEmpty()
            && model.callsTo("socket.socket.settimeout").isEmpty();
    for (List<CallSite> sites : model.calls()) {
      boolean unknown = sites.get(0).symbol() == null;
      shaped &= !unknown || !loop.span().contains(sites.get(0).node().start);
    }
    return shaped && goesOn(attempt);
  }

  private static boolean goesOn(Stmt.Try attempt) {
    for (Stmt.Handler handler : attempt.handlers) {
      for (Stmt statement : handler.body) {
        if (!(statement instanceof Stmt.Pass) && !(statement instanceof Stmt.ExprStmt)) {
          return false;
        }
      }
    }
    return attempt.finalBody.isEmpty() && !attempt.handlers.isEmpty();
  }

  private static void fix(
      Tree tree, CallSite call, Stmt loop, Stmt.Try attempt, Reporter.Draft draft) {
    Obj socket = call.object();
    Creation creation = socket == null ? null : socket.creation();
    Place made = creation == null ? null : Place.of(tree, creation.node());
    boolean plain =
        made != null
            && made.isSimpleLine(tree)
            && made.index() + 1 < made.block().size()
            && made.block().get(made.index() + 1) == loop
            && loop instanceof Stmt.While round
            && !round.body.isEmpty()
            && round.body.get(0) == attempt
            && attempt.handlers.size() == 1
            && !attempt.handlers.get(0).body.isEmpty()
            && call.receiverNode() instanceof Expr.Name;
    if (!plain || made == null) {
      return;
    }
    Node first = attempt.handlers.get(0).body.get(0);
    if (!startsLine(tree, first)) {
      return;
    }
    String name = tree.source(((Expr.Attribute) call.node().function).value);
    Stmt creating = made.statement();
    boolean assigns =
        creating instanceof Stmt.Assign assign
            && assign.targets.size() == 1
            && tree.source(assign.targets.get(0)).equals(name);
    if (assigns) {
      List<TextEdit> edits = new ArrayList<>(3);
      edits.add(Edits.deleteLines(tree, creating));
      edits.add(Edits.insertLineBefore(tree, attempt, tree.source(creating)));
      if (!tree.source(attempt.handlers.get(0)).contains(name + ".close()")) {
        edits.add(Edits.insertLineBefore(tree, first, name + ".close()"));
      }
      draft.fix("Make a new socket for each attempt", edits);
    }
  }

  private static boolean startsLine(Tree tree, Node node) {
    int start = Edits.lineStart(tree, node.start);
    return tree.text().substring(start, node.start).isBlank();
  }
}
