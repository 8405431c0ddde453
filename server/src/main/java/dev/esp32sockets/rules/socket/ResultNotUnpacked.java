package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Context;
import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.MemberUse;
import dev.esp32sockets.analysis.Members;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Scope;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Seq;
import dev.esp32sockets.analysis.Values;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Operator;
import dev.esp32sockets.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags the pair of `accept` or `recvfrom` that is used as its first item. */
public final class ResultNotUnpacked implements Rule {
  private static final List<String> NAMES = List.of("addr", "address", "peer");

  private final List<Creation> done = new ArrayList<>(1);

  @Override
  public void check(Model model, Reporter report) {
    boolean any =
        !model.callsTo("socket.socket.accept").isEmpty()
            || !model.callsTo("socket.socket.recvfrom").isEmpty();
    if (!any) {
      return;
    }
    for (MemberUse use : model.memberUses()) {
      Creation call = pair(use.owner());
      boolean missing =
          call != null
              && use.only()
              && !use.stored()
              && Members.symbol(use.owner(), use.node().name) == null
              && Members.symbol(first(use.owner()), use.node().name) != null;
      if (call != null && missing && !use.context().isGuarded(use.node().name, "AttributeError")) {
        Expr.Attribute node = use.node();
        String source = model.tree().source(node);
        String shown = source.length() > 24 ? "." + node.name : source;
        String verb = use.called() ? "()` is called" : "` is read";
        report(model, report, call, "`" + shown + verb);
      }
    }
    for (Use<Expr.Compare> use : model.uses(Expr.Compare.class)) {
      compared(model, report, use.node(), use.context());
    }
  }

  private void compared(Model model, Reporter report, Expr.Compare node, Context context) {
    for (int i = 0; i < node.operators.size(); i++) {
      Operator operator = node.operators.get(i);
      boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
      Expr left = node.operands.get(i);
      Expr right = node.operands.get(i + 1);
      Creation call = pair(model.valueOf(left));
      if (!equality || call == null || !call.isBy("socket.socket.recvfrom")) {
        continue;
      }
      boolean text = Values.isStr(model.valueOf(right));
      if ((text || Values.isBytes(model.valueOf(right))) && !context.isGuarded(null)) {
        String source = model.tree().source(left);
        String shown = source.length() > 24 ? "it" : "`" + source + "`";
        report(model, report, call, shown + " is compared with " + (text ? "a text" : "bytes"));
      }
    }
  }

  /** The call of `accept` or `recvfrom` that gave the pair; null when it is another value. */
  private static @Nullable Creation pair(Value value) {
    Creation creation =
        value instanceof Seq seq && !seq.list() && seq.items().size() == 2
            ? creation(seq.items().get(0))
            : null;
    boolean known =
        creation != null
            && (creation.isBy("socket.socket.accept") || creation.isBy("socket.socket.recvfrom"));
    boolean data = known && !Values.isStr(first(value));
    return data ? creation : null;
  }

  private static @Nullable Creation creation(Value item) {
    return item instanceof Obj object ? object.creation() : null;
  }

  private static Value first(Value pair) {
    return pair instanceof Seq seq ? seq.items().get(0) : Value.Special.UNKNOWN;
  }

  private void report(Model model, Reporter report, Creation call, String fault) {
    List<CallSite> sites = model.sitesOf(call.node());
    if (sites.isEmpty() || done.contains(call)) {
      return;
    }
    done.add(call);
    boolean accept = call.isBy("socket.socket.accept");
    String what =
        accept
            ? "`accept()` returns `(socket, address)`"
            : "`recvfrom()` returns `(data, address)`";
    Reporter.Draft draft =
        report.at(
            Spans.name(call.node()),
            accept ? "ESP216" : "ESP217",
            what + ", but " + fault + "; unpack both");
    fix(model, sites.get(0), call, draft);
  }

  private static void fix(Model model, CallSite site, Creation call, Reporter.Draft draft) {
    Place place = Place.of(model.tree(), call.node());
    if (place == null
        || !(place.statement() instanceof Stmt.Assign assign)
        || assign.value != call.node()
        || assign.targets.size() != 1
        || isIndexed(model, call)) {
      return;
    }
    Expr target = assign.targets.get(0);
    String name = freeName(site.context().scope());
    if (name != null && (target instanceof Expr.Name || target instanceof Expr.Attribute)) {
      draft.fix("Unpack the address as well", Edits.insert(target.end, ", " + name));
    }
  }

  private static boolean isIndexed(Model model, Creation call) {
    for (Use<Expr.Subscript> use : model.uses(Expr.Subscript.class)) {
      Creation other = pair(model.valueOf(use.node().value));
      if (other != null && other.equals(call)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String freeName(Scope scope) {
    for (String name : NAMES) {
      if (scope.owner(name) == null) {
        return name;
      }
    }
    return null;
  }
}
