package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;

/** Flags UDP sockets that are read like a stream, or that send to nobody. */
public final class UdpMisuse implements Rule {
  private static final String[] READS = {"read", "readline", "readinto"};
  private static final String[] SENDS = {"send", "sendall", "write"};

  /** Holds every datagram that comes through Wi-Fi in one piece. */
  private static final long USUAL_SIZE = 1024;

  @Override
  public void check(Model model, Reporter report) {
    for (String method : READS) {
      for (CallSite call : SocketCalls.of(model, "socket.socket." + method)) {
        if (isUdp(model, call) && !call.context().isGuarded(null)) {
          read(call, method, report);
        }
      }
    }
    for (String method : SENDS) {
      for (CallSite call : SocketCalls.of(model, "socket.socket." + method)) {
        if (isUdp(model, call) && !hasPeer(model, call) && !call.context().isGuarded(null)) {
          report.at(
              Spans.name(call.node()),
              "ESP233",
              "`"
                  + method
                  + "()` on a UDP socket without a peer loses the data; use `sendto()` or"
                  + " `connect()` first");
        }
      }
    }
  }

  private static boolean isUdp(Model model, CallSite call) {
    for (CallSite site : model.sitesOf(call.node())) {
      if (!Sockets.isUdp(site.receiver())) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasPeer(Model model, CallSite call) {
    for (CallSite site : model.sitesOf(call.node())) {
      if (site.before().may(ObjectState.CONNECT)) {
        return true;
      }
    }
    return false;
  }

  private static void read(CallSite call, String method, Reporter report) {
    long size = call.argument(0, null) instanceof Int given ? given.value() : USUAL_SIZE;
    boolean positive = size > 0;
    boolean known = call.node().arguments.isEmpty() || call.argument(0, null) instanceof Int;
    String instead = "recvfrom(" + (positive ? size : USUAL_SIZE) + ")";
    Reporter.Draft draft =
        report.at(
            Spans.name(call.node()),
            "ESP232",
            "`" + method + "()` cuts datagrams apart on a UDP socket; use `" + instead + "`");
    boolean plain = known && call.node().arguments.size() <= 1 && !method.equals("readinto");
    if (plain && call.node().function instanceof Expr.Attribute attribute) {
      String title = "Use `" + instead + "`";
      var edit = Edits.replace(attribute.nameStart, call.node().end, instead + "[0]");
      if (call.before().isOnly(ObjectState.BLOCKING)) {
        draft.fix(title, edit);
      } else {
        draft.unsafeFix(title, edit);
      }
    }
  }
}
