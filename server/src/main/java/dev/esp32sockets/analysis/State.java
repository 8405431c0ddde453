package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Obj;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables and objects of a scope before one place of the program.
 *
 * <p>A branch works on a fork that holds only what it changes, so that joining branches costs what
 * they changed and not what the scope holds.
 */
final class State {
  private final @Nullable State parent;
  private final Map<String, Value> variables = new HashMap<>(8);
  private final Map<Site, ObjectState> objects = new HashMap<>(4);

  /** Whether control never gets here. */
  private boolean dead;

  State(@Nullable State parent) {
    this.parent = parent;
  }

  State fork() {
    State fork = new State(this);
    fork.dead = isDead();
    return fork;
  }

  boolean isDead() {
    return dead;
  }

  void kill() {
    dead = true;
  }

  /** Null when nothing is known of the variable here. */
  @Nullable Value get(String variable) {
    for (State at = this; at != null; at = at.parent) {
      Value value = at.variables.get(variable);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  void set(String variable, Value value) {
    variables.put(variable, value);
  }

  /** The variable held this before anything in the scope happened. */
  void setFromStart(String variable, Value value) {
    start().variables.put(variable, value);
  }

  /** The object was in this state before anything in the scope happened. */
  void setFromStart(Site site, ObjectState state) {
    start().objects.putIfAbsent(site, state);
  }

  private State start() {
    State at = this;
    while (at.parent != null) {
      at = at.parent;
    }
    return at;
  }

  ObjectState of(Site site) {
    for (State at = this; at != null; at = at.parent) {
      ObjectState state = at.objects.get(site);
      if (state != null) {
        return state;
      }
    }
    return ObjectState.UNKNOWN;
  }

  boolean knows(Site site) {
    for (State at = this; at != null; at = at.parent) {
      if (at.objects.containsKey(site)) {
        return true;
      }
    }
    return false;
  }

  void set(Site site, ObjectState state) {
    objects.put(site, state);
  }

  /** Everything that was changed since the ancestor, the newest of each. */
  State changesSince(State ancestor) {
    State flat = new State(ancestor);
    flat.dead = dead;
    for (State at = this; at != null && at != ancestor; at = at.parent) {
      for (Map.Entry<String, Value> entry : at.variables.entrySet()) {
        flat.variables.putIfAbsent(entry.getKey(), entry.getValue());
      }
      for (Map.Entry<Site, ObjectState> entry : at.objects.entrySet()) {
        flat.objects.putIfAbsent(entry.getKey(), entry.getValue());
      }
    }
    return flat;
  }

  /**
   * Replaces what holds here by what holds after one of the branches that were forked from here.
   */
  void joinBranches(List<State> branches) {
    State first = null;
    State sum = null;
    for (State branch : branches) {
      if (branch.isDead()) {
        continue;
      }
      State flat = branch.changesSince(this);
      if (first == null) {
        first = flat;
        sum = flat;
      } else {
        sum = joined(sum, flat);
      }
    }
    if (sum == null) {
      dead = true;
      return;
    }
    dead = false;
    variables.putAll(sum.variables);
    objects.putAll(sum.objects);
  }

  /** Both are forked from this state. */
  private State joined(@Nullable State left, State right) {
    State sum = new State(this);
    if (left == null) {
      return right;
    }
    for (String variable : left.variables.keySet()) {
      sum.variables.put(variable, join(left, right, variable));
    }
    for (String variable : right.variables.keySet()) {
      if (!sum.variables.containsKey(variable)) {
        sum.variables.put(variable, join(left, right, variable));
      }
    }
    for (Site site : left.objects.keySet()) {
      sum.objects.put(site, join(left, right, site));
    }
    for (Site site : right.objects.keySet()) {
      if (!sum.objects.containsKey(site)) {
        sum.objects.put(site, join(left, right, site));
      }
    }
    return sum;
  }

  /** A variable that one side never set is not known to hold anything there. */
  private static Value join(State left, State right, String variable) {
    Value a = left.get(variable);
    Value b = right.get(variable);
    return a == null || b == null ? missing(a == null ? b : a, variable) : Values.join(a, b);
  }

  /** A path such as `self.x` may hold what other code put there; a plain name is just not set. */
  private static Value missing(@Nullable Value other, String variable) {
    boolean path = variable.indexOf('.') >= 0;
    return path || other == null ? Value.Special.UNKNOWN : other;
  }

  private static ObjectState join(State left, State right, Site site) {
    if (!left.knows(site)) {
      return right.of(site);
    }
    return right.knows(site) ? left.of(site).join(right.of(site)) : left.of(site);
  }

  /**
   * Adds what holds in a state that was forked from here, as at the head of a loop.
   *
   * @return whether that changed anything
   */
  boolean addBranch(State branch) {
    if (branch.isDead()) {
      return false;
    }
    State flat = branch.changesSince(this);
    boolean changed = false;
    for (Map.Entry<String, Value> entry : flat.variables.entrySet()) {
      Value before = get(entry.getKey());
      Value after =
          before == null
              ? missing(entry.getValue(), entry.getKey())
              : Values.join(before, entry.getValue());
      if (!after.equals(before)) {
        variables.put(entry.getKey(), after);
        changed = true;
      }
    }
    for (Map.Entry<Site, ObjectState> entry : flat.objects.entrySet()) {
      Site site = entry.getKey();
      ObjectState after = knows(site) ? of(site).join(entry.getValue()) : entry.getValue();
      if (!knows(site) || !after.equals(of(site))) {
        objects.put(site, after);
        changed = true;
      }
    }
    return changed;
  }

  /**
   * Gives up on everything that a branch changes: the last resort for a loop that never settles.
   */
  void forget(State branch) {
    State flat = branch.changesSince(this);
    for (String variable : flat.variables.keySet()) {
      variables.put(variable, Value.Special.UNKNOWN);
    }
    for (Site site : flat.objects.keySet()) {
      objects.put(site, ObjectState.UNKNOWN);
    }
  }

  /** Whether the variable now holds this very object, alone or as a choice or item. */
  boolean holds(String variable, Site site) {
    Value value = get(variable);
    return value != null && refersTo(value, site);
  }

  static boolean refersTo(Value value, Site site) {
    if (value instanceof Obj object) {
      return object.site() == site;
    }
    if (value instanceof Value.Union union) {
      for (Value choice : union.choices()) {
        if (refersTo(choice, site)) {
          return true;
        }
      }
    }
    if (value instanceof Value.Seq seq) {
      for (Value item : seq.items()) {
        if (refersTo(item, site)) {
          return true;
        }
      }
    }
    if (value instanceof Value.Bound bound) {
      return refersTo(bound.receiver(), site);
    }
    return value instanceof Value.Coroutine coroutine && refersTo(coroutine.result(), site);
  }
}
