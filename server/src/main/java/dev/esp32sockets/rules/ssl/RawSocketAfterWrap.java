package dev.esp32sockets.rules.ssl;

import dev.esp32sockets.analysis.Binding;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Scope;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags data that goes past the encryption: through the socket that was wrapped. */
public final class RawSocketAfterWrap implements Rule {
  private static final String[] DATA_METHODS = {
    "send", "sendall", "sendto", "write", "recv", "recvfrom", "read", "readline", "readinto"
  };

  @Override
  public void check(Model model, Reporter report) {
    Wraps wraps = new Wraps(model);
    if (wraps.all().isEmpty()) {
      return;
    }
    for (String method : DATA_METHODS) {
      for (CallSite call : model.callsTo("socket.socket." + method)) {
        Expr raw = call.receiverNode();
        if (raw != null && call.isOnly() && call.before().must(ObjectState.WRAP)) {
          report(model, wraps, call, raw, report);
        }
      }
    }
  }

  private static void report(Model model, Wraps wraps, CallSite call, Expr raw, Reporter report) {
    Obj object = call.object();
    CallSite wrap = object == null || object.site() == null ? null : wraps.of(object.site());
    String encrypted = wrap == null ? null : name(model, wrap, call.context().scope());
    Reporter.Draft draft =
        report.at(
            raw,
            "ESP311",
            "`"
                + model.tree().source(raw)
                + "` carries encrypted bytes since it was wrapped; use "
                + (encrypted == null ? "the wrapped socket" : "`" + encrypted + "`"));
    if (wrap != null) {
      draft.related(wrap.node(), "It is wrapped here");
    }
    String method = method(model, call);
    if (encrypted != null && method != null) {
      fix(draft, call, raw, encrypted, method);
    }
  }

  private static void fix(
      Reporter.Draft draft, CallSite call, Expr raw, String encrypted, String method) {
    List<TextEdit> edits = new ArrayList<>(2);
    edits.add(Edits.replace(raw, encrypted));
    if (call.node().function instanceof Expr.Attribute attribute
        && !attribute.name.equals(method)) {
      edits.add(Edits.rename(attribute, method));
    }
    // `read(n)` waits for all n bytes, so it is no exact stand-in for `recv(n)`.
    if (method.equals("read") && edits.size() > 1) {
      draft.unsafeFix("Use `" + encrypted + "`", edits);
    } else {
      draft.fix("Use `" + encrypted + "`", edits);
    }
  }

  /** The variable that the wrapped socket is kept in and that never holds anything else. */
  private static @Nullable String name(Model model, CallSite wrap, Scope scope) {
    Place place = Place.of(model.tree(), wrap.node());
    if (place == null
        || !(place.statement() instanceof Stmt.Assign assign)
        || assign.value != wrap.node()
        || assign.targets.size() != 1
        || !(assign.targets.get(0) instanceof Expr.Name target)) {
      return null;
    }
    Scope owner = scope.owner(target.name);
    Binding binding = owner == null ? null : owner.binding(target.name);
    boolean same = owner == wrap.context().scope().owner(target.name);
    return same && binding != null && binding.isSingle() ? target.name : null;
  }

  /** The method that TLS sockets have for it in all releases of the target. */
  private static @Nullable String method(Model model, CallSite call) {
    Symbol called = call.symbol();
    if (called == null || has(model, called.name())) {
      return called == null ? null : called.name();
    }
    return switch (called.name()) {
      case "send", "sendall" -> "write";
      case "recv" -> "read";
      default -> null;
    };
  }

  private static boolean has(Model model, String method) {
    Symbol member = ApiIndex.get().find("ssl.TLSSocket." + method);
    return member != null && member.releases().containsAll(model.target().releases());
  }
}
