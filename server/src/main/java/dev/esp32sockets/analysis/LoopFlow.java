package dev.esp32sockets.analysis;

import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows loops until another round would tell nothing new. */
final class LoopFlow {
  private static final int MOST_ROUNDS = 4;

  /** Deeper loops are given up sooner: each level multiplies the rounds of those inside. */
  private static final int DEEPEST = 4;

  private final Flow flow;
  private final Frame frame;
  private final FlowEvaluator evaluator;
  private final List<LoopFrame> open = new ArrayList<>();

  LoopFlow(Flow flow, Frame frame, FlowEvaluator evaluator) {
    this.flow = flow;
    this.frame = frame;
    this.evaluator = evaluator;
  }

  /** Where the jumps of a loop lead. */
  private static final class LoopFrame {
    final State base;
    final List<State> breaks = new ArrayList<>();
    final List<State> continues = new ArrayList<>();
    final int finallies;

    LoopFrame(State base, int finallies) {
      this.base = base;
      this.finallies = finallies;
    }
  }

  /** `break`, which leaves the loop, or `continue`. */
  void jump(boolean leaves) {
    if (open.isEmpty()) {
      frame.state.kill();
      return;
    }
    LoopFrame loop = open.get(open.size() - 1);
    State here = frame.state;
    frame.state = here.fork();
    flow.runFinallies(loop.finallies);
    // Flat, because the states it was forked from go on to change.
    (leaves ? loop.breaks : loop.continues).add(frame.state.changesSince(loop.base));
    frame.state = here;
    here.kill();
  }

  /** The test of a `while`, or the target of a `for` with the element it gets. */
  void run(Stmt node, List<Stmt> body, List<Stmt> orElse, Expr head, @Nullable Value element) {
    State base = frame.state;
    Context outside = frame.context;
    LoopFrame loop = new LoopFrame(base, frame.finallies.size());
    open.add(loop);
    int rounds = open.size() > DEEPEST ? 1 : MOST_ROUNDS;
    State exit = base;
    for (int round = 0; ; round++) {
      loop.breaks.clear();
      loop.continues.clear();
      frame.state = base.fork();
      frame.context = outside.inside(Context.Kind.LOOP, node);
      exit = oneRound(head, element, body);
      loop.continues.add(frame.state.changesSince(base));
      State back = base.fork();
      back.joinBranches(loop.continues);
      if (!base.addBranch(back)) {
        break;
      }
      if (round >= rounds) {
        base.forget(back);
      }
    }
    open.remove(open.size() - 1);
    frame.context = outside;
    frame.state = exit;
    flow.block(orElse);
    loop.breaks.add(frame.state);
    frame.state = base;
    base.joinBranches(loop.breaks);
  }

  /** Runs the body once and leaves its end in the frame; the result is the state after the loop. */
  private State oneRound(Expr head, @Nullable Value element, List<Stmt> body) {
    State exit;
    if (element == null) {
      flow.value(head);
      Boolean outcome = Guards.outcome(frame, head);
      exit = frame.state.fork();
      if (Boolean.TRUE.equals(outcome)) {
        exit.kill();
      }
      State inside = frame.state.fork();
      frame.state = exit;
      Narrowing.apply(evaluator, frame, head, false);
      frame.state = inside;
      if (Boolean.FALSE.equals(outcome)) {
        inside.kill();
      }
      Narrowing.apply(evaluator, frame, head, true);
      frame.context = Guards.inside(frame, head, frame.context);
    } else {
      exit = frame.state.fork();
      frame.state = frame.state.fork();
      evaluator.store(head, evaluator.meet(head, element), head);
    }
    flow.block(body);
    return exit;
  }
}
