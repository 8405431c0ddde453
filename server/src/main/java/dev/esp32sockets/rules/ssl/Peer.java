package dev.esp32sockets.rules.ssl;

import dev.esp32sockets.analysis.Binding;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Scope;
import dev.esp32sockets.analysis.Site;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Seq;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.syntax.Expr;
import org.jspecify.annotations.Nullable;

/** Whom a socket is connected to, as the script shows it. */
final class Peer {
  private static final int UNKNOWN = -1;

  private Peer() {}

  /** The port of an address; -1 when it is not known. */
  static int port(Value address) {
    if (!(address instanceof Seq pair) || pair.items().size() < 2) {
      return UNKNOWN;
    }
    Value port = pair.items().get(1);
    if (port instanceof Obj object) {
      Creation creation = object.creation();
      boolean resolved = creation != null && creation.isBy("socket.getaddrinfo");
      Value asked = creation != null && resolved ? creation.argument(1, null) : null;
      port = asked == null ? port : asked;
    }
    return port instanceof Int number ? (int) number.value() : UNKNOWN;
  }

  /** The only call that connects the object; null when there is none or more than one. */
  static @Nullable CallSite connection(Model model, @Nullable Value socket) {
    Site site = socket instanceof Obj object ? object.site() : null;
    CallSite found = null;
    for (CallSite connect : model.callsTo("socket.socket.connect")) {
      Obj object = connect.object();
      if (site != null && object != null && object.site() == site) {
        if (found != null) {
          return null;
        }
        found = connect;
      }
    }
    return found;
  }

  /**
   * The source of the name that the socket is connected to, as it can be written in the scope; null
   * when there is none or it is a bare address, which no certificate names.
   */
  static @Nullable String hostSource(Model model, CallSite connect, Scope scope) {
    Expr.Argument address = connect.argumentNode(0, null);
    Expr host = address == null ? null : host(connect, address.value);
    if (host instanceof Expr.Str) {
      return isHostName(model.valueOf(host)) ? model.tree().source(host) : null;
    }
    boolean same = connect.context().scope() == scope;
    if (!(host instanceof Expr.Name name) || !same || !holdsOneValue(scope, name.name)) {
      return null;
    }
    Value value = model.valueOf(name);
    boolean bare = value instanceof Text && !isHostName(value);
    return bare ? null : name.name;
  }

  private static boolean holdsOneValue(Scope scope, String name) {
    Scope owner = scope.owner(name);
    Binding binding = owner == null ? null : owner.binding(name);
    return binding != null && binding.isSingle();
  }

  private static @Nullable Expr host(CallSite connect, Expr address) {
    if (address instanceof Expr.TupleExpr tuple && tuple.items.size() == 2) {
      return tuple.items.get(0);
    }
    Value value = connect.argument(0, null);
    if (value instanceof Seq pair
        && pair.items().size() > 1
        && pair.items().get(0) instanceof Obj host) {
      Creation creation = host.creation();
      boolean resolved = creation != null && creation.isBy("socket.getaddrinfo");
      return creation != null && resolved && !creation.node().arguments.isEmpty()
          ? creation.node().arguments.get(0).value
          : null;
    }
    return null;
  }

  private static boolean isHostName(Value host) {
    if (!(host instanceof Text text) || !text.isExact() || text.text().isEmpty()) {
      return false;
    }
    char last = text.text().charAt(text.text().length() - 1);
    return last < '0' || last > '9';
  }
}
