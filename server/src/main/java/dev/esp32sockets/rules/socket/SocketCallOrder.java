package dev.esp32sockets.rules.socket;

import static dev.esp32sockets.analysis.ObjectState.CLOSE;
import static dev.esp32sockets.analysis.ObjectState.CONNECT;
import static dev.esp32sockets.analysis.ObjectState.ESCAPE;
import static dev.esp32sockets.analysis.ObjectState.LISTEN;
import static dev.esp32sockets.analysis.ObjectState.NON_BLOCKING;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.text.TextEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags calls on a socket that the firmware refuses because of what was called before. */
public final class SocketCallOrder implements Rule {
  private static final String SOCKET = "socket.socket.";
  private static final String TLS = "ssl.TLSSocket.";

  /** What raises on a closed socket; settimeout, setblocking, makefile, fileno, close do not. */
  private static final String[] USES = {
    "send",
    "sendall",
    "sendto",
    "write",
    "recv",
    "recvfrom",
    "read",
    "readinto",
    "readline",
    "connect",
    "bind",
    "listen",
    "accept",
    "setsockopt",
  };

  /** What needs a connection on TCP. */
  private static final String[] DATA = {
    "send", "sendall", "write", "recv", "recvfrom", "read", "readinto", "readline",
  };

  @Override
  public void check(Model model, Reporter report) {
    for (String method : USES) {
      for (CallSite site : model.callsTo(SOCKET + method)) {
        if (isFirst(model, site)) {
          checkClosed(model, site, method, "`OSError` 9", report);
        }
      }
      for (CallSite site : model.callsTo(TLS + method)) {
        if (isFirst(model, site)) {
          checkClosed(model, site, method, "`OSError` -28928", report);
        }
      }
    }
    checkServer(model, report);
    checkConnection(model, report);
    checkWrapped(model, report);
  }

  /** One finding for a call, however many objects it may be made on. */
  private static boolean isFirst(Model model, CallSite site) {
    return model.sitesOf(site.node()).get(0) == site;
  }

  /** What makes the firmware refuse a call. */
  private enum Fault {
    CLOSED,
    NOT_LISTENING,
    UDP,
    LISTENING,
    CONNECTED,
    NEVER_CONNECTED;

    boolean holds(Value socket, ObjectState before) {
      return switch (this) {
        case CLOSED -> before.must(CLOSE);
        case NOT_LISTENING ->
            Sockets.isTcp(socket) && !before.may(LISTEN | ESCAPE) && !before.must(CLOSE);
        case UDP -> Sockets.isUdp(socket);
        case LISTENING -> isTcpAfter(socket, before, LISTEN);
        case CONNECTED -> isTcpAfter(socket, before, CONNECT);
        case NEVER_CONNECTED -> neverConnected(socket, before);
      };
    }
  }

  /** Whether the fault holds for every object that the call may be made on. */
  private static boolean always(Model model, CallSite site, Fault fault) {
    for (CallSite each : model.sitesOf(site.node())) {
      Obj object = each.object();
      if (object == null || !fault.holds(object, each.before())) {
        return false;
      }
    }
    return true;
  }

  private static void checkClosed(
      Model model, CallSite site, String method, String error, Reporter report) {
    if (always(model, site, Fault.CLOSED)) {
      String what = "`" + name(model, site) + "` is closed here, so `" + method + "()` is ";
      report.at(Spans.name(site.node()), "ESP228", what + error + "; make a new socket");
    }
  }

  private static String name(Model model, CallSite site) {
    Expr receiver = site.receiverNode();
    String source = receiver == null ? "" : model.tree().source(receiver);
    return source.length() > 24 || source.indexOf('\n') >= 0 ? "the socket" : source;
  }

  private static void checkServer(Model model, Reporter report) {
    for (CallSite site : model.callsTo(SOCKET + "accept")) {
      if (isFirst(model, site) && always(model, site, Fault.NOT_LISTENING)) {
        String name = name(model, site);
        Reporter.Draft draft =
            report.at(
                Spans.name(site.node()),
                "ESP235",
                "`"
                    + name
                    + "` does not listen, so `accept()` is `OSError` 22; call `"
                    + name
                    + ".listen(2)` first");
        Place place = Place.of(model.tree(), site.node());
        if (place != null && place.isSimpleLine(model.tree())) {
          draft.fix(
              "Call `listen(2)` first",
              Edits.insertLineBefore(model.tree(), place.statement(), name + ".listen(2)"));
        }
      }
    }
    checkUdp(model, "listen", "; leave it out and call `recvfrom()`", report);
    checkUdp(model, "accept", "; call `recvfrom()`", report);
    for (CallSite site : model.callsTo(SOCKET + "bind")) {
      if (isFirst(model, site)) {
        checkBind(model, site, report);
      }
    }
  }

  private static void checkUdp(Model model, String method, String advice, Reporter report) {
    for (CallSite site : model.callsTo(SOCKET + method)) {
      if (!isFirst(model, site) || !always(model, site, Fault.UDP)) {
        continue;
      }
      Reporter.Draft draft =
          report.at(
              Spans.name(site.node()),
              "ESP236",
              "`" + method + "()` on a UDP socket is `OSError` 95" + advice);
      Place place = Place.of(model.tree(), site.node());
      if (place != null && method.equals("listen") && canBeTakenOut(model, place)) {
        draft.fix("Remove `listen()`", Edits.deleteLines(model.tree(), place.statement()));
      }
    }
  }

  private static boolean canBeTakenOut(Model model, Place place) {
    return place.isSimpleLine(model.tree())
        && place.statement() instanceof Stmt.ExprStmt
        && place.block().size() > 1;
  }

  private static void checkBind(Model model, CallSite site, Reporter report) {
    boolean listens = always(model, site, Fault.LISTENING);
    boolean connected = always(model, site, Fault.CONNECTED);
    if (!listens && !connected) {
      return;
    }
    String earlier = listens ? "listen" : "connect";
    Reporter.Draft draft =
        report.at(
            Spans.name(site.node()),
            "ESP244",
            "`bind()` after `" + earlier + "()` is `OSError` 22 on ESP32; call it before");
    List<TextEdit> move = moveBefore(model, site, earlier);
    if (move != null) {
      draft.fix("Call `bind()` before `" + earlier + "()`", move);
    }
  }

  private static boolean isTcpAfter(Value socket, ObjectState before, int event) {
    boolean blocking = event != CONNECT || (before.mode() & NON_BLOCKING) == 0;
    return Sockets.isTcp(socket) && before.must(event) && blocking && !before.must(CLOSE);
  }

  /** Moves the line up to the earlier call in the same block; null when there is none. */
  private static @Nullable List<TextEdit> moveBefore(Model model, CallSite site, String earlier) {
    Place place = Place.of(model.tree(), site.node());
    if (place == null || !place.isSimpleLine(model.tree())) {
      return null;
    }
    String call = name(model, site) + "." + earlier + "(";
    for (int i = place.index() - 1; i >= 0; i--) {
      Stmt statement = place.block().get(i);
      if (statement instanceof Stmt.ExprStmt
          && model.tree().source(statement).startsWith(call)
          && Edits.isAlone(model.tree(), statement)) {
        String line = model.tree().source(place.statement());
        return List.of(
            Edits.insertLineBefore(model.tree(), statement, line),
            Edits.deleteLines(model.tree(), place.statement()));
      }
    }
    return null;
  }

  private static void checkConnection(Model model, Reporter report) {
    for (CallSite site : model.callsTo(SOCKET + "connect")) {
      if (isFirst(model, site) && always(model, site, Fault.CONNECTED)) {
        report.at(
            Spans.name(site.node()),
            "ESP252",
            "`"
                + name(model, site)
                + "` is connected already, so `connect()` is `OSError` 127; make a new socket");
      }
    }
    for (String method : DATA) {
      for (CallSite site : model.callsTo(SOCKET + method)) {
        if (isFirst(model, site) && always(model, site, Fault.NEVER_CONNECTED)) {
          report.at(
              Spans.name(site.node()),
              "ESP252",
              "`"
                  + name(model, site)
                  + "` is not connected, so `"
                  + method
                  + "()` is `OSError` 128; call `connect()` first");
        }
      }
    }
  }

  private static boolean neverConnected(Value socket, ObjectState before) {
    int connecting = CONNECT | ObjectState.CONNECT_FAILED | ESCAPE;
    return Sockets.isTcp(socket) && !before.may(connecting) && !before.must(CLOSE);
  }

  private static void checkWrapped(Model model, Reporter report) {
    String[] wrappers = {
      "ssl.wrap_socket", "ssl.SSLContext.wrap_socket", "tls.SSLContext.wrap_socket"
    };
    for (String wrapper : wrappers) {
      for (CallSite site : model.callsTo(wrapper)) {
        Value raw = site.argument(0, "sock");
        ObjectState before = site.argumentState(0, "sock");
        if (raw != null
            && isFirst(model, site)
            && site.isOnly()
            && Sockets.isTcp(raw)
            && isHandshakeNow(site)
            && !before.may(CONNECT | ESCAPE | LISTEN | CLOSE)) {
          report.at(
              Spans.name(site.node()),
              "ESP313",
              "wrapping a socket that is not connected is `OSError` 128; call `connect()` first");
        }
      }
    }
  }

  private static boolean isHandshakeNow(CallSite site) {
    return site.argumentNode(-1, "do_handshake") == null
        && site.argumentNode(-1, "do_handshake_on_connect") == null
        && !Arguments.hasStar(site.node())
        && Arguments.positional(site.node()) == 1;
  }
}
