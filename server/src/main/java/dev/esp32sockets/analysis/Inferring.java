package dev.esp32sockets.analysis;

import java.util.ArrayList;
import java.util.List;

/** The names whose values are being inferred: names that depend on each other must not go round. */
final class Inferring {
  private static final int DEEPEST = 60;

  private final List<Object> open = new ArrayList<>();

  /** False when the chain of names is too long to follow. */
  boolean enter(Object nameOrFunction) {
    return open.size() < DEEPEST && open.add(nameOrFunction);
  }

  void leave() {
    open.remove(open.size() - 1);
  }

  /**
   * What a name is worth inside its own value: nothing new where it depends on itself alone ({@code
   * s = s or socket()}), unknown where others are in between and would keep a half result.
   */
  Value cycle(Object nameOrFunction) {
    boolean direct = !open.isEmpty() && open.get(open.size() - 1) == nameOrFunction;
    return direct ? Value.Special.BOTTOM : Value.Special.UNKNOWN;
  }
}
