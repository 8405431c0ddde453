package dev.esp32sockets.rules.network;

import dev.esp32sockets.analysis.Binding;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Context;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Returns;
import dev.esp32sockets.analysis.Scope;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Bool;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Expr.ArgumentKind;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags loops that wait for Wi-Fi and call connect() again and again, or never give up. */
public final class WlanWaitLoop implements Rule {
  private @Nullable Boolean startedOver;

  @Override
  public void check(Model model, Reporter report) {
    for (CallSite connect : model.callsTo("network.WLAN.connect")) {
      Expr station = connect.receiverNode();
      Place place = Place.of(model.tree(), connect.node());
      if (station == null || place == null || !connect.isOnly() || isCaught(connect.context())) {
        continue;
      }
      Stmt.While loop = loop(model, station, place);
      if (loop != null && !leaves(loop) && !isStartedOver(model)) {
        Reporter.Draft draft =
            report.at(
                Spans.name(connect.node()),
                "ESP402",
                "The ESP32 keeps trying, a second `connect()` is an `OSError`; call it once before"
                    + " the loop");
        fix(model, connect, place, loop, draft);
      }
    }
    List<Expr.Call> endings = null;
    for (Use<Stmt.While> use : model.uses(Stmt.While.class)) {
      if (Wait.of(model, use.node().test) != null) {
        endings = endings == null ? EndlessWait.endings(model) : endings;
        new EndlessWait(model, use, endings).check(report);
      }
    }
  }

  /** The loop around the call that waits for the same station; null when there is none. */
  private static Stmt.@Nullable While loop(Model model, Expr station, Place place) {
    for (int i = place.around().size() - 1; i >= 0; i--) {
      Stmt outer = place.around().get(i);
      if (outer instanceof Stmt.FunctionDef || outer instanceof Stmt.ClassDef) {
        return null;
      }
      if (outer instanceof Stmt.If branches && !isRepeated(model, branches)) {
        return null;
      }
      if (outer instanceof Stmt.While loop) {
        Wait wait = Wait.of(model, loop.test);
        boolean same =
            wait != null
                && model.tree().source(wait.interfaceNode()).equals(model.tree().source(station));
        boolean inBody =
            same && !loop.body.isEmpty() && loop.body.get(0).start <= place.statement().start;
        if (inBody) {
          return loop;
        }
      }
    }
    return null;
  }

  /** Whether the branches are surely taken more than once: each tenth round, while not linked. */
  private static boolean isRepeated(Model model, Stmt.If branches) {
    for (Stmt.Branch branch : branches.branches) {
      String test = model.tree().source(branch.test);
      if (test.indexOf('%') < 0 && test.indexOf("isconnected") < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a handler of the same function expects what a second call raises. */
  private static boolean isCaught(Context context) {
    Context at = context.tryContext();
    while (at != null) {
      Stmt.Try attempt = at.tryBody();
      List<Stmt.Handler> handlers = attempt == null ? List.of() : attempt.handlers;
      for (Stmt.Handler handler : handlers) {
        Expr type = handler.type;
        if (type == null
            || Context.names(type, "OSError")
            || Context.names(type, "Exception")
            || Context.names(type, "BaseException")) {
          return true;
        }
      }
      Context outer = at.parent();
      at = outer == null ? null : outer.tryContext();
    }
    return false;
  }

  /** Whether there is no second round. */
  private static boolean leaves(Stmt.While loop) {
    Stmt last = loop.body.get(loop.body.size() - 1);
    return last instanceof Stmt.Break || Returns.leaves(loop.body);
  }

  /** Whether the project stops the driver somewhere, so that a second call has a meaning. */
  private boolean isStartedOver(Model model) {
    Boolean known = startedOver;
    if (known == null) {
      known =
          stopsHere(model)
              || Words.inOtherFiles(model, "disconnect(")
              || Words.inOtherFiles(model, "active(False")
              || Words.inOtherFiles(model, "active(0")
              || Words.inOtherFiles(model, "reconnects");
      startedOver = known;
    }
    return known;
  }

  private static boolean stopsHere(Model model) {
    for (List<CallSite> sites : model.calls()) {
      for (CallSite site : sites) {
        if (stops(site)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean stops(CallSite site) {
    boolean mine =
        site.symbol() == null || site.symbol().qualifiedName().startsWith("network.WLAN.");
    if (!mine || !(site.node().function instanceof Expr.Attribute attribute)) {
      return false;
    }
    return switch (attribute.name) {
      case "disconnect" -> true;
      case "config" -> site.argumentNode(-1, "reconnects") != null;
      case "active" -> site.argumentNode(0, null) != null && !isTrue(site);
      default -> false;
    };
  }

  private static boolean isTrue(CallSite site) {
    Value flag = site.argument(0, null);
    return (flag instanceof Bool truth && truth.value())
        || (flag instanceof Int number && number.value() != 0);
  }

  private static void fix(
      Model model, CallSite connect, Place place, Stmt.While loop, Reporter.Draft draft) {
    boolean movable =
        place.block() == loop.body
            && loop.body.size() > 1
            && place.statement() instanceof Stmt.ExprStmt statement
            && statement.value == connect.node()
            && place.isSimpleLine(model.tree())
            && argumentsAreFixed(connect, loop);
    if (movable) {
      draft.fix(
          "Call `connect()` once before the loop",
          Edits.insertLineBefore(model.tree(), loop, wholeLine(model.tree(), place.statement())),
          Edits.deleteLines(model.tree(), place.statement()));
    }
  }

  /** The statement with the comment behind it. */
  private static String wholeLine(Tree tree, Stmt statement) {
    int end = tree.lines().lineEnd(tree.lines().line(statement.end - 1));
    return tree.text().substring(statement.start, end).stripTrailing();
  }

  /** Whether the arguments are the same in every round. */
  private static boolean argumentsAreFixed(CallSite connect, Stmt.While loop) {
    for (Expr.Argument argument : connect.node().arguments) {
      boolean fixed =
          argument.value instanceof Expr.Str
              || (argument.value instanceof Expr.Name name && isFixed(connect, name, loop));
      if (!fixed || argument.kind != ArgumentKind.POSITIONAL) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFixed(CallSite connect, Expr.Name name, Stmt.While loop) {
    Scope owner = connect.context().scope().owner(name.name);
    Binding binding = owner == null ? null : owner.binding(name.name);
    return binding != null && !binding.isSetIn(loop.span());
  }
}
