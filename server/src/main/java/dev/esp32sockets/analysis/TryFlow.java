package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Frame.TryFrame;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows `try`: a handler may find everything that held at some point of the body, `finally` what
 * any way out of body and handlers left.
 */
final class TryFlow {
  private final Flow flow;
  private final Frame frame;

  TryFlow(Flow flow, Frame frame) {
    this.flow = flow;
    this.frame = frame;
  }

  void run(Stmt.Try node) {
    State base = frame.state;
    Context outside = frame.context;
    boolean hasFinally = !node.finalBody.isEmpty();
    if (hasFinally) {
      frame.finallies.add(node.finalBody);
    }
    TryFrame attempt = new TryFrame();
    frame.tries.add(attempt);
    frame.state = base.fork();
    frame.context = outside.inside(Context.Kind.TRY_BODY, node);
    flow.block(node.body);
    frame.tries.remove(frame.tries.size() - 1);
    frame.context = outside;
    flow.block(node.orElse);
    List<State> ends = new ArrayList<>();
    ends.add(frame.state);
    TryFrame whole = hasFinally ? new TryFrame() : attempt;
    if (hasFinally) {
      frame.tries.add(whole);
    }
    for (Stmt.Handler handler : node.handlers) {
      handler(handler, attempt.entry(base), outside);
      ends.add(frame.state);
    }
    if (hasFinally) {
      frame.tries.remove(frame.tries.size() - 1);
      frame.finallies.remove(frame.finallies.size() - 1);
    }
    frame.state = base;
    frame.context = outside;
    State escaping = attempt.entry(base);
    base.joinBranches(ends);
    if (hasFinally) {
      finish(node, escaping, whole, outside);
    }
  }

  private void handler(Stmt.Handler handler, State entry, Context outside) {
    frame.state = entry;
    frame.context = outside.inside(Context.Kind.HANDLER, handler);
    frame.facts.use(handler, frame.context);
    if (handler.type != null) {
      flow.value(handler.type);
    }
    if (handler.name != null) {
      frame.set(handler.name, Special.UNKNOWN);
    }
    flow.block(handler.body);
  }

  /** Runs `finally` for the normal way, then once more for all ways so that rules see them. */
  private void finish(Stmt.Try node, State escaping, TryFrame handlers, Context outside) {
    State normal = frame.state;
    frame.context = outside.inside(Context.Kind.FINALLY, node);
    boolean goesOn = !normal.isDead();
    State after = normal.fork();
    if (goesOn) {
      frame.state = after;
      flow.block(node.finalBody);
      after = frame.state;
    }
    State inHandlers = handlers.entry(escaping);
    State all = escaping.fork();
    all.joinBranches(List.of(inHandlers.changesSince(escaping)));
    if (goesOn) {
      all.addBranch(escaping.fork());
    }
    frame.state = all;
    flow.block(node.finalBody);
    frame.context = outside;
    frame.state = normal;
    if (goesOn) {
      normal.joinBranches(List.of(after));
    }
  }
}
