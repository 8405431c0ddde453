package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Binding.Source;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Seq;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.analysis.Value.Union;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the flow through one scope stands: its state, its surroundings, and its objects. */
final class Frame {
  final Scope scope;
  final Facts facts;
  State state = new State(null);
  Context context;

  /** The `try` statements around the place, the outermost first. */
  final List<TryFrame> tries = new ArrayList<>();

  /** The `finally` blocks that a jump from here runs, the outermost first. */
  final List<List<Stmt>> finallies = new ArrayList<>();

  private final Map<Node, List<Site>> sites = new HashMap<>();
  private final Map<String, Site> entrySites = new HashMap<>();

  /** Variables that held an object at some time. */
  private final Set<String> objectVariables = new HashSet<>();

  /** Attributes and outer names that were read or set here. */
  private final Map<String, Value> outside = new HashMap<>();

  Frame(Scope scope, Facts facts, Context context) {
    this.scope = scope;
    this.facts = facts;
    this.context = context;
  }

  /** What a handler may find: everything that held at some point of the body. */
  static final class TryFrame {
    final Map<String, Value> variables = new HashMap<>();
    final Map<Site, ObjectState> objects = new HashMap<>();

    void note(String variable, Value value) {
      Value before = variables.get(variable);
      variables.put(variable, before == null ? value : Values.join(before, value));
    }

    void note(Site site, ObjectState state) {
      ObjectState before = objects.get(site);
      objects.put(site, before == null ? state : before.join(state));
    }

    /** The state at the head of the handlers, forked from the state before the `try`. */
    State entry(State before) {
      State entry = before.fork();
      for (Map.Entry<String, Value> noted : variables.entrySet()) {
        Value old = before.get(noted.getKey());
        boolean path = noted.getKey().indexOf('.') >= 0;
        Value value = old == null && path ? Special.UNKNOWN : noted.getValue();
        entry.set(noted.getKey(), old == null ? value : Values.join(old, value));
      }
      for (Map.Entry<Site, ObjectState> noted : objects.entrySet()) {
        Site site = noted.getKey();
        ObjectState state = noted.getValue();
        entry.set(site, before.knows(site) ? before.of(site).join(state) : state);
      }
      return entry;
    }
  }

  void set(String variable, Value value) {
    Value old = state.get(variable);
    state.set(variable, value);
    for (TryFrame attempt : tries) {
      attempt.note(variable, value);
    }
    hold(variable, value);
    if (old != null && objectVariables.contains(variable)) {
      drop(variable, old);
    }
  }

  private void hold(String variable, Value value) {
    for (Value choice : value.choices()) {
      if (choice instanceof Obj object && object.site() != null) {
        hold(variable, object.site());
      } else if (choice instanceof Seq seq) {
        for (Value item : seq.items()) {
          hold(variable, item);
        }
      } else if (choice instanceof Value.Bound bound) {
        hold(variable, bound.receiver());
      } else if (choice instanceof Value.Coroutine coroutine) {
        hold(variable, coroutine.result());
      }
    }
  }

  private void hold(String variable, Site site) {
    objectVariables.add(variable);
    if (!site.holders.contains(variable)) {
      site.holders.add(variable);
    }
  }

  /** Ends the objects of which the variable was the last holder. */
  private void drop(String variable, Value old) {
    for (Value choice : old.choices()) {
      if (choice instanceof Obj object && object.site() != null) {
        dropIfUnheld(object.site());
      } else if (choice instanceof Seq seq) {
        for (Value item : seq.items()) {
          drop(variable, item);
        }
      }
    }
  }

  private void dropIfUnheld(Site site) {
    for (String holder : site.holders) {
      if (state.holds(holder, site)) {
        return;
      }
    }
    ObjectState last = state.of(site);
    if (state.knows(site) && !last.isDropped()) {
      facts.end(site, last);
      state.set(site, last.asDropped());
    }
  }

  void update(Site site, ObjectState after) {
    state.set(site, after);
    for (TryFrame attempt : tries) {
      attempt.note(site, after);
    }
  }

  /** A call on the object may raise in this state. */
  void mayRaise(Site site, ObjectState inHandler) {
    for (TryFrame attempt : tries) {
      attempt.note(site, inHandler);
    }
  }

  ObjectState stateOf(Value value) {
    return value instanceof Obj object && object.site() != null
        ? state.of(object.site())
        : ObjectState.UNKNOWN;
  }

  /** Gives identities to the objects that a place of the source makes or meets. */
  Value attach(Node node, Value value, ObjectState initial) {
    boolean mayHold = value instanceof Obj || value instanceof Seq || value instanceof Union;
    return mayHold ? attach(node, value, initial, new ArrayList<>(1)) : value;
  }

  private Value attach(Node node, Value value, ObjectState initial, List<Obj> seen) {
    if (value instanceof Obj object && object.site() == null && isTracked(object)) {
      int ordinal = seen.indexOf(object);
      if (ordinal < 0) {
        ordinal = seen.size();
        seen.add(object);
        renew(site(node, ordinal), initial);
      }
      return new Obj(object.type(), object.creation(), site(node, ordinal));
    }
    if (value instanceof Seq seq) {
      List<Value> items = new ArrayList<>(seq.items().size());
      for (Value item : seq.items()) {
        items.add(attach(node, item, initial, seen));
      }
      return new Seq(seq.list(), items, seq.origin());
    }
    if (value instanceof Union union) {
      List<Value> choices = new ArrayList<>(union.choices().size());
      for (Value choice : union.choices()) {
        choices.add(attach(node, choice, initial, seen));
      }
      return new Union(choices);
    }
    return value;
  }

  static boolean isTracked(Obj object) {
    return !object.type().qualifiedName().startsWith("builtins.");
  }

  private Site site(Node node, int ordinal) {
    List<Site> list = sites.get(node);
    if (list == null) {
      list = new ArrayList<>(1);
      sites.put(node, list);
    }
    while (list.size() <= ordinal) {
      list.add(new Site(node));
    }
    return list.get(ordinal);
  }

  /** The place makes a new object: variables that still hold the one before lose sight of it. */
  private void renew(Site site, ObjectState initial) {
    if (state.knows(site)) {
      ObjectState last = state.of(site);
      facts.replaced(site, last);
      for (String holder : site.holders) {
        Value held = state.get(holder);
        if (held != null && State.refersTo(held, site)) {
          state.set(holder, Detached.of(held));
        }
      }
      if (!last.isDropped()) {
        facts.end(site, last);
      }
    }
    update(site, initial);
  }

  /** Reads a variable of another scope or an attribute, of which only all assignments are known. */
  Value outside(String variable, Value inferred) {
    Value known = state.get(variable);
    if (known != null) {
      return known;
    }
    outside.put(variable, inferred);
    Value value = enter(variable, inferred);
    // Reading changes nothing, so it has been so from the start, in all branches.
    state.setFromStart(variable, value);
    if (value instanceof Obj object && object.site() != null) {
      state.setFromStart(object.site(), ObjectState.UNKNOWN);
    }
    hold(variable, value);
    return value;
  }

  /** Remembers an attribute that is set here, to forget it when other code may have run. */
  void noteOutside(String variable, Value inferred) {
    outside.put(variable, inferred);
  }

  /** Gives the objects of such a variable an identity of this scope, without a past. */
  private Value enter(String variable, Value inferred) {
    if (inferred instanceof Union union) {
      Value sum = Special.BOTTOM;
      for (Value choice : union.choices()) {
        sum = Values.join(sum, enter(variable, choice));
      }
      return sum;
    }
    if (inferred instanceof Obj object && object.site() == null && isTracked(object)) {
      // One identity for each kind of object that the variable may hold.
      String key = variable + ":" + object.type().qualifiedName();
      Site site = entrySites.get(key);
      if (site == null) {
        site = new Site(scope.module().tree().body().get(0));
        entrySites.put(key, site);
      }
      update(site, ObjectState.UNKNOWN);
      return new Obj(object.type(), object.creation(), site);
    }
    return inferred;
  }

  /** Code of the project or unknown code ran: what it can reach may have changed. */
  void invalidate() {
    for (Map.Entry<String, Value> entry : outside.entrySet()) {
      if (state.get(entry.getKey()) != null) {
        Value again = enter(entry.getKey(), entry.getValue());
        set(entry.getKey(), again);
      }
    }
    for (String variable : objectVariables) {
      if (scope.shared.contains(variable)) {
        escape(state.get(variable));
      }
    }
    for (String variable : scope.shared) {
      Binding binding = scope.binding(variable);
      if (binding != null && state.get(variable) != null && isSetElsewhere(binding)) {
        set(variable, new Inference(scope).binding(binding));
      }
    }
  }

  private boolean isSetElsewhere(Binding binding) {
    for (Source source : binding.sources) {
      if (source.scope() != scope) {
        return true;
      }
    }
    return false;
  }

  /** Hands the value to code that may do anything with it. */
  void escape(@org.jspecify.annotations.Nullable Value value) {
    mark(value, ObjectState.ESCAPE, true);
  }

  /** The value is kept in a place that outlives the variable. */
  void store(Value value) {
    mark(value, ObjectState.STORE, false);
  }

  private void mark(
      @org.jspecify.annotations.Nullable Value value, int event, boolean unknownAfter) {
    if (value == null) {
      return;
    }
    for (Value choice : value.choices()) {
      if (choice instanceof Obj object && object.site() != null) {
        ObjectState before = state.of(object.site());
        update(object.site(), unknownAfter ? before.escaped() : before.with(event));
      } else if (choice instanceof Seq seq) {
        for (Value item : seq.items()) {
          mark(item, event, unknownAfter);
        }
      } else if (choice instanceof Value.Bound bound) {
        mark(bound.receiver(), event, unknownAfter);
      } else if (choice instanceof Value.Coroutine coroutine) {
        mark(coroutine.result(), event, unknownAfter);
      }
    }
  }

  /** The scope ends here: by return or by its last statement. */
  void end() {
    if (state.isDead()) {
      return;
    }
    for (List<Site> list : sites.values()) {
      for (Site site : list) {
        if (state.knows(site) && !state.of(site).isDropped()) {
          facts.end(site, state.of(site));
        }
      }
    }
  }
}
