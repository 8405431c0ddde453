package dev.esp32sockets.rules.robustness;

import static dev.esp32sockets.analysis.ObjectState.CLOSE;
import static dev.esp32sockets.analysis.ObjectState.ESCAPE;
import static dev.esp32sockets.analysis.ObjectState.POLL;
import static dev.esp32sockets.analysis.ObjectState.STORE;
import static dev.esp32sockets.analysis.ObjectState.WRAP;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Site;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags a socket that each round of a loop makes and none closes or keeps. */
public final class SocketLeakInLoop implements Rule {
  private static final int GONE = CLOSE | STORE | ESCAPE | WRAP | POLL;

  @Override
  public void check(Model model, Reporter report) {
    for (Model.Made made : model.made()) {
      Site site = made.object().site();
      boolean socket =
          made.creation().isBy("socket.socket") || made.creation().isBy("socket.socket.accept");
      if (!socket || site == null || made.context().loop() == null) {
        continue;
      }
      ObjectState before = model.whenReplaced(site);
      String name = nameOf(model.tree(), made.creation().node());
      if (before != null && name != null && !before.may(GONE) && isSocket(made.object())) {
        report(model, made.creation().node(), name, report);
      }
    }
  }

  private static boolean isSocket(Value.Obj object) {
    return object.type().qualifiedName().equals("socket.socket");
  }

  private static void report(Model model, Expr.Call call, String name, Reporter report) {
    Reporter.Draft draft =
        report.at(
            Spans.name(call),
            "ESP802",
            "`"
                + name
                + "` is never closed, each round takes one of the ESP32's 10 sockets; call `"
                + name
                + ".close()`");
    List<TextEdit> edits = closing(model.tree(), call, name);
    if (edits != null) {
      draft.fix("Close it in a `finally`", edits);
    }
  }

  /** The variable that gets the socket: `s = ...` or the first of `conn, addr = ...`. */
  private static @Nullable String nameOf(Tree tree, Expr.Call call) {
    Place place = Place.of(tree, call);
    if (place == null
        || !(place.statement() instanceof Stmt.Assign assign)
        || assign.value != call
        || assign.targets.size() != 1) {
      return null;
    }
    Expr target = assign.targets.get(0);
    if (target instanceof Expr.TupleExpr tuple && !tuple.items.isEmpty()) {
      target = tuple.items.get(0);
    }
    return target instanceof Expr.Name name ? name.name : null;
  }

  /** Puts the rest of the block into a `try`; null when its lines cannot simply be moved in. */
  private static @Nullable List<TextEdit> closing(Tree tree, Expr.Call call, String name) {
    Place place = Place.of(tree, call);
    if (place == null || !place.isSimpleLine(tree) || place.index() + 1 >= place.block().size()) {
      return null;
    }
    Stmt first = place.block().get(place.index() + 1);
    Stmt last = place.block().get(place.block().size() - 1);
    int from = tree.lines().line(first.start);
    int to = tree.lines().line(Math.max(last.start, last.end - 1));
    String rest = tree.text().substring(Edits.lineStart(tree, first.start), last.end);
    if (rest.contains("\"\"\"") || rest.contains("'''") || rest.contains("\\\n")) {
      return null;
    }
    String unit = Edits.indent(tree, first).indexOf('\t') >= 0 ? "\t" : "    ";
    List<TextEdit> edits = new ArrayList<>();
    edits.add(Edits.insertLineBefore(tree, first, "try:"));
    for (int line = from; line <= to; line++) {
      int start = tree.lines().lineStart(line);
      boolean blank = tree.text().substring(start, tree.lines().lineEnd(line)).isBlank();
      if (!blank) {
        edits.add(Edits.insert(start, unit));
      }
    }
    String end = Edits.lineBreak(tree) + Edits.indent(tree, first);
    edits.add(Edits.insertLineAfter(tree, last, "finally:" + end + unit + name + ".close()"));
    return edits;
  }
}
