package dev.esp32sockets.rules.ssl;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Scope;
import dev.esp32sockets.analysis.Site;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Obj;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls that wrap sockets, and what they wrap. */
final class Wraps {
  private final List<CallSite> all;

  Wraps(Model model) {
    all = new ArrayList<>(model.callsTo("ssl.wrap_socket"));
    all.addAll(new Contexts(model).calls("wrap_socket"));
  }

  List<CallSite> all() {
    return all;
  }

  static @Nullable Value raw(CallSite wrap) {
    return wrap.argument(0, "sock");
  }

  /** The only call that wraps the object; null when there is none or more than one. */
  @Nullable CallSite of(Site socket) {
    CallSite found = null;
    for (CallSite wrap : all) {
      if (raw(wrap) instanceof Obj object && object.site() == socket) {
        if (found != null && found.node() != wrap.node()) {
          return null;
        }
        found = wrap;
      }
    }
    return found;
  }

  /** Whether any call may wrap the object, which is not known outside its scope. */
  boolean isWrapped(Site socket, Scope scope) {
    for (CallSite wrap : all) {
      Value raw = raw(wrap);
      List<Value> choices = raw == null ? List.of() : raw.choices();
      boolean here = wrap.context().scope() == scope;
      for (Value choice : choices) {
        boolean same = choice instanceof Obj object && object.site() == socket;
        if (same || (here && choice.isUnknown())) {
          return true;
        }
      }
    }
    return false;
  }
}
