package dev.esp32sockets.rules.requests;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Context;
import dev.esp32sockets.analysis.MemberUse;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Site;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags responses that are neither closed nor read, which keeps their socket open. */
public final class ResponseNotClosed implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (Model.Made made : model.made()) {
      Site site = made.object().site();
      boolean response = made.object().type().qualifiedName().equals("requests.Response");
      Place place = response ? Place.of(model.tree(), made.creation().node()) : null;
      if (place != null && site != null && isLeaked(model, made, site, place)) {
        report(model, made.creation().node(), place, report);
      }
    }
  }

  private static boolean isLeaked(Model model, Model.Made made, Site site, Place place) {
    Expr.Call call = made.creation().node();
    boolean dropped =
        place.statement() instanceof Stmt.ExprStmt expression && expression.value == call;
    String name = name(place.statement(), call);
    ObjectState end = model.inTheEnd(site);
    if ((!dropped && name == null)
        || end.must(ObjectState.CLOSE)
        || end.may(ObjectState.STORE | ObjectState.ESCAPE)
        || isStreamed(model, site)) {
      return false;
    }
    // Some ways close it: only where no exception can be the reason for the others.
    return !end.may(ObjectState.CLOSE)
        || (name != null && isPlain(made.context()) && areClosersPlain(model, site, name));
  }

  /** The variable that the statement keeps the response in. */
  private static @Nullable String name(Stmt statement, Expr.Call call) {
    return statement instanceof Stmt.Assign assign
            && assign.value == call
            && assign.targets.size() == 1
            && assign.targets.get(0) instanceof Expr.Name name
        ? name.name
        : null;
  }

  /** Whether something reads the socket behind the response. */
  private static boolean isStreamed(Model model, Site site) {
    for (MemberUse use : model.memberUses()) {
      if (use.node().name.equals("raw") && isOn(use.owner(), site)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOn(Object value, Site site) {
    return value instanceof Obj object && object.site() == site;
  }

  private static boolean areClosersPlain(Model model, Site site, String name) {
    for (CallSite close : model.callsTo("requests.Response.close")) {
      if (isOn(close.callee(), site) || closes(close, site)) {
        if (!isPlain(close.context()) || isAsked(model, close.node(), name)) {
          return false;
        }
      }
    }
    for (CallSite json : model.callsTo("requests.Response.json")) {
      if (closes(json, site) && !isPlain(json.context())) {
        return false;
      }
    }
    for (MemberUse use : model.memberUses()) {
      boolean body = use.node().name.equals("text") || use.node().name.equals("content");
      if (body && isOn(use.owner(), site) && !isPlain(use.context())) {
        return false;
      }
    }
    return true;
  }

  private static boolean closes(CallSite call, Site site) {
    Obj object = call.object();
    return object != null && object.site() == site;
  }

  /** Whether no `try` is around the place in its function. */
  private static boolean isPlain(Context context) {
    for (Context at = context; at != null && at.scope() == context.scope(); at = at.parent()) {
      switch (at.kind()) {
        case TRY_BODY, HANDLER, FINALLY -> {
          return false;
        }
        default -> {}
      }
    }
    return true;
  }

  /** Whether the call stands under a test for the variable itself: `if r: r.close()`. */
  private static boolean isAsked(Model model, Expr.Call close, String name) {
    Place place = Place.of(model.tree(), close);
    List<Stmt> around = place == null ? List.of() : place.around();
    for (Stmt outer : around) {
      if (outer instanceof Stmt.If branches) {
        for (Stmt.Branch branch : branches.branches) {
          String test = model.tree().source(branch.test);
          if (Words.hasName(test, name) && test.indexOf(name + ".") < 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void report(Model model, Expr.Call call, Place place, Reporter report) {
    String name = name(place.statement(), call);
    Reporter.Draft draft =
        report.at(
            Spans.name(call),
            "ESP604",
            name == null
                ? "The response keeps one of the ESP32's 10 sockets until it is closed; add"
                    + " `.close()`"
                : "`"
                    + name
                    + "` keeps one of the ESP32's 10 sockets until it is closed; call `"
                    + name
                    + ".close()`");
    if (name == null) {
      draft.fix("Close the response", Edits.insert(call.end, ".close()"));
      return;
    }
    Stmt last = lastUse(model.tree(), place, name);
    if (last != null) {
      draft.fix(
          "Close the response after its last use",
          Edits.insertLineAfter(model.tree(), last, name + ".close()"));
    }
  }

  /** The last statement that uses the variable, when only simple lines follow the request. */
  private static @Nullable Stmt lastUse(Tree tree, Place place, String name) {
    Stmt last = place.isSimpleLine(tree) ? place.statement() : null;
    for (int i = place.index() + 1; last != null && i < place.block().size(); i++) {
      Stmt next = place.block().get(i);
      boolean simple =
          (next instanceof Stmt.ExprStmt || next instanceof Stmt.Assign)
              && Edits.isAlone(tree, next);
      if (Words.hasName(tree.source(next), name)) {
        last = simple ? next : null;
      } else if (!simple && isUsedAfter(tree, place.block(), i, name)) {
        last = null;
      }
    }
    return last;
  }

  private static boolean isUsedAfter(Tree tree, List<Stmt> block, int index, String name) {
    for (int i = index + 1; i < block.size(); i++) {
      Node later = block.get(i);
      if (Words.hasName(tree.source(later), name)) {
        return true;
      }
    }
    return false;
  }
}
