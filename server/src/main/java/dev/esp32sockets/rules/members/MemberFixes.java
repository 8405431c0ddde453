package dev.esp32sockets.rules.members;

import dev.esp32sockets.analysis.MemberUse;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter.Draft;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import org.jspecify.annotations.Nullable;

/** What to write instead of a name that is not there, where that is certain. */
final class MemberFixes {
  private final Model model;
  private final MemberUse use;
  private final Absence absence;
  private final Expr.Attribute node;

  MemberFixes(Model model, MemberUse use, Absence absence) {
    this.model = model;
    this.use = use;
    this.absence = absence;
    this.node = use.node();
  }

  void addTo(Draft draft) {
    String key = key();
    String better = renamed(key);
    if (better != null) {
      rename(draft, better);
      return;
    }
    String other = replacement(key);
    if (other != null) {
      draft.fix("Replace with `" + other + "`", Edits.replace(node, other));
      return;
    }
    if (!addForStatement(draft, key) && !addForException(draft, key)) {
      new CallFixes(model, use).addTo(draft, key);
    }
  }

  /** The qualified name of what is missing, that of a subclass under its base. */
  private String key() {
    String base = absence.owner().base();
    boolean inherits = base != null && ApiIndex.get().find(base) != null;
    String owner = inherits ? base : absence.owner().qualifiedName();
    return owner + "." + absence.name();
  }

  /** A member of the same object that does the same. */
  private static @Nullable String renamed(String key) {
    return switch (key) {
      case "socket.socket.recv_into", "ssl.TLSSocket.recv_into" -> "readinto";
      case "ssl.TLSSocket.recv" -> "read";
      case "ssl.TLSSocket.send", "ssl.TLSSocket.sendall" -> "write";
      case "asyncio.ensure_future" -> "create_task";
      case "asyncio.get_running_loop" -> "get_event_loop";
      case "errno.EWOULDBLOCK" -> "EAGAIN";
      case "errno.EPIPE" -> "ECONNRESET";
      case "network.WLAN.is_connected", "network.WLAN.connected" -> "isconnected";
      case "select.EPOLLIN" -> "POLLIN";
      case "select.EPOLLOUT" -> "POLLOUT";
      default -> null;
    };
  }

  private void rename(Draft draft, String better) {
    String title = "Replace with `" + better + (use.called() ? "()`" : "`");
    // A plain socket waits until the buffer is full, so the program may wait where it did not.
    boolean waits = absence.owner().qualifiedName().equals("socket.socket");
    if (waits) {
      draft.unsafeFix(title, Edits.rename(node, better));
    } else {
      draft.fix(title, Edits.rename(node, better));
    }
  }

  /** Something else for the whole expression. */
  private @Nullable String replacement(String key) {
    return switch (key) {
      case "errno.EISCONN" -> "127";
      case "errno.EMSGSIZE" -> "122";
      case "json.JSONDecodeError" -> "ValueError";
      case "select.error" -> "OSError";
      case "network.WLAN.IF_STA", "network.WLAN.STA_IF" -> ofModule("STA_IF");
      case "network.WLAN.IF_AP", "network.WLAN.AP_IF" -> ofModule("AP_IF");
      case "network.WLAN.SEC_WPA2" -> ofModule("AUTH_WPA2_PSK");
      default -> null;
    };
  }

  /** A name of the module from which the class was taken: `network` of `network.WLAN.IF_STA`. */
  private @Nullable String ofModule(String name) {
    if (!(node.value instanceof Expr.Attribute type)) {
      return null;
    }
    boolean module =
        model.valueOf(type.value) instanceof dev.esp32sockets.analysis.Value.Ref ref
            && ref.symbol().kind() == Symbol.Kind.MODULE;
    return module ? model.tree().source(type.value) + "." + name : null;
  }

  /** Fixes that take the whole statement out or wrap it. */
  private boolean addForStatement(Draft draft, String key) {
    switch (key) {
      case "socket.socket.shutdown", "socket.socket.flush", "sys.Stdio.flush" -> removeCall(draft);
      case "socket.SO_BROADCAST" -> removeOption(draft);
      case "socket.TCP_NODELAY" -> guardOption(draft);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Takes out the statement that is nothing but the call. */
  private void removeCall(Draft draft) {
    Place place = Place.of(model.tree(), node);
    if (place != null && calls(place.statement()) && place.isSimpleLine(model.tree())) {
      draft.fix("Remove the call", Statements.remove(model.tree(), place));
    }
  }

  private boolean calls(Stmt statement) {
    return statement instanceof Stmt.ExprStmt expression
        && expression.value instanceof Expr.Call call
        && call.function == node;
  }

  private void removeOption(Draft draft) {
    Place place = setsockopt();
    if (place != null) {
      draft.fix("Leave the option out", Statements.remove(model.tree(), place));
    }
  }

  private void guardOption(Draft draft) {
    Place place = setsockopt();
    if (place == null || place.statement().start > model.tree().text().length()) {
      return;
    }
    String module = model.tree().source(node.value);
    String test = "if hasattr(" + module + ", \"" + node.name + "\"):";
    String indent = Statements.unit(model.tree());
    draft.fix(
        "Set it only where it exists",
        Edits.insertLineBefore(model.tree(), place.statement(), test),
        Edits.insert(place.statement().start, indent));
  }

  /** The statement `s.setsockopt(level, option, value)` with this option, on a line of its own. */
  private @Nullable Place setsockopt() {
    Place place = Place.of(model.tree(), node);
    boolean sets =
        place != null
            && place.statement() instanceof Stmt.ExprStmt expression
            && expression.value instanceof Expr.Call call
            && call.function instanceof Expr.Attribute function
            && function.name.equals("setsockopt")
            && call.arguments.size() == 3
            && call.arguments.get(1).value == node;
    if (!sets || place == null || !place.isSimpleLine(model.tree())) {
      return null;
    }
    int first = model.tree().lines().line(place.statement().start);
    int last = model.tree().lines().line(place.statement().end);
    return first == last ? place : null;
  }

  /** Exceptions that other libraries define and this one does not. */
  private boolean addForException(Draft draft, String key) {
    Symbol.Missing missing = ApiIndex.get().missing(absence.owner(), absence.name());
    String instead = missing == null ? null : missing.instead();
    if (instead == null || !MemberMessages.isException(instead)) {
      return false;
    }
    if (absence.member() == null) {
      String types = instead.substring(1, instead.length() - 1);
      new ExceptionFixes(model, node).addTo(draft, types, key);
    }
    return true;
  }

  static boolean targetsOnly(Model model, Releases releases) {
    return releases.containsAll(model.target().releases());
  }
}
