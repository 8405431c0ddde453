package dev.esp32sockets.rules.ssl;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Site;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wraps a socket right after it is connected, where all that follows works on a TLS socket too. */
final class WrapFix {
  private final Model model;
  private final @Nullable Obj socket;

  WrapFix(Model model, CallSite call) {
    this.model = model;
    this.socket = call.object();
  }

  void offer(Reporter.Draft draft) {
    CallSite connect = Peer.connection(model, socket);
    if (connect == null || !(connect.receiverNode() instanceof Expr.Name name)) {
      return;
    }
    Place place = Place.of(model.tree(), connect.node());
    String host = Peer.hostSource(model, connect, connect.context().scope());
    ModuleNames.Usable ssl = ModuleNames.use(model, connect.context().scope(), "ssl");
    boolean fits =
        place != null
            && place.isSimpleLine(model.tree())
            && place.statement() instanceof Stmt.ExprStmt
            && socket != null
            && socket.site() != null
            && staysUsable(socket.site(), connect.node().end);
    if (!fits || place == null || host == null || ssl == null) {
      return;
    }
    String wrap = ".wrap_socket(" + name.name + ", server_hostname=" + host + ")";
    List<TextEdit> edits = new ArrayList<>(2);
    if (ssl.edit() != null) {
      edits.add(ssl.edit());
    }
    edits.add(
        Edits.insertLineAfter(
            model.tree(), place.statement(), name.name + " = " + ssl.name() + wrap));
    draft.unsafeFix("Wrap the socket after `connect()`", edits);
  }

  /** Whether the socket is only used in ways that a TLS socket knows in all releases. */
  private boolean staysUsable(Site site, int from) {
    for (List<CallSite> sites : model.calls()) {
      for (CallSite call : sites) {
        boolean later = call.node().end > from;
        if (later && isOn(call.receiver(), site) && !isOnBoth(call.symbol())) {
          return false;
        }
        for (int i = 0; later && i < call.arguments().size(); i++) {
          if (isOn(call.arguments().get(i), site)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean isOn(@Nullable Value value, Site site) {
    return value instanceof Obj object && object.site() == site;
  }

  private boolean isOnBoth(@Nullable Symbol method) {
    Symbol same = method == null ? null : ApiIndex.get().find("ssl.TLSSocket." + method.name());
    return same != null && same.releases().containsAll(model.target().releases());
  }
}
