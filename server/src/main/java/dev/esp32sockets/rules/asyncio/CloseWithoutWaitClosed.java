package dev.esp32sockets.rules.asyncio;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Scope;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import java.util.List;

/** Flags a stream that only gets close(), which does nothing here: the socket stays open. */
public final class CloseWithoutWaitClosed implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (CallSite close : model.callsTo("asyncio.Stream.close")) {
      Expr stream = close.receiverNode();
      boolean leaks =
          close.isOnly()
              && close.context().isInAsyncFunction()
              && !isWaitedFor(model, close.context().scope())
              && staysHere(model, close);
      if (leaks && stream != null) {
        String source = model.tree().source(stream);
        Reporter.Draft draft =
            report.at(
                Spans.name(close.node()),
                "ESP501",
                "`"
                    + source
                    + ".close()` does nothing in MicroPython; add `await "
                    + source
                    + ".wait_closed()`");
        Place place = Place.of(model.tree(), close.node());
        if (place != null
            && place.isSimpleLine(model.tree())
            && place.statement() instanceof Stmt.ExprStmt) {
          draft.fix(
              "Wait until it is closed",
              Edits.insertLineAfter(
                  model.tree(), place.statement(), "await " + source + ".wait_closed()"));
        }
      }
    }
  }

  /** Reader and writer are one object, so any stream of the function will do. */
  private static boolean isWaitedFor(Model model, Scope scope) {
    for (List<CallSite> sites : model.calls()) {
      for (CallSite site : sites) {
        boolean waits =
            site.context().scope() == scope
                && site.node().function instanceof Expr.Attribute attribute
                && (attribute.name.equals("wait_closed") || attribute.name.equals("aclose"));
        if (waits) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether nobody else can close the stream. */
  private static boolean staysHere(Model model, CallSite close) {
    Obj stream = close.object();
    if (stream == null || stream.site() == null) {
      return false;
    }
    ObjectState end = model.inTheEnd(stream.site());
    if (close.before().may(ObjectState.STORE) || end.may(ObjectState.STORE)) {
      return false;
    }
    boolean passedOn = close.before().may(ObjectState.ESCAPE) || end.may(ObjectState.ESCAPE);
    return !passedOn || nobodyWaits(model, close.context().scope());
  }

  /** Whether the stream goes to functions of the project only, none of which waits for its end. */
  private static boolean nobodyWaits(Model model, Scope scope) {
    int onServers = model.callsTo("asyncio.Server.wait_closed").size();
    if (Words.count(model.tree(), "wait_closed") > onServers
        || Words.count(model.tree(), "aclose") > 0
        || Words.inOtherFiles(model, "wait_closed")
        || Words.inOtherFiles(model, "aclose")) {
      return false;
    }
    for (List<CallSite> sites : model.calls()) {
      for (CallSite site : sites) {
        boolean unseen =
            site.context().scope() == scope
                && site.symbol() == null
                && !(site.callee() instanceof Value.Func);
        if (unseen && takesStream(site)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean takesStream(CallSite site) {
    for (Value argument : site.arguments()) {
      for (Value choice : argument.choices()) {
        if (choice instanceof Obj object && object.type().name().startsWith("Stream")) {
          return true;
        }
      }
    }
    return false;
  }
}
