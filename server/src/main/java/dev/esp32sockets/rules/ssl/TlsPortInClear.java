package dev.esp32sockets.rules.ssl;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Site;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.rules.socket.Sockets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Flags plain text on the ports of TLS, and TLS on the ports of plain text. */
public final class TlsPortInClear implements Rule {
  private static final String[] DATA_METHODS = {
    "send", "sendall", "write", "recv", "read", "readline", "readinto"
  };
  private static final int TALKED = ObjectState.SEND | ObjectState.READ;

  @Override
  public void check(Model model, Reporter report) {
    Wraps wraps = new Wraps(model);
    Map<Site, CallSite> first = new LinkedHashMap<>();
    for (String method : DATA_METHODS) {
      for (CallSite call : model.callsTo("socket.socket." + method)) {
        if (isInClear(wraps, call)) {
          note(first, call);
        }
      }
    }
    for (CallSite call : first.values()) {
      int port = Peer.port(call.before().setting());
      Reporter.Draft draft =
          report.at(
              Spans.name(call.node()),
              "ESP312",
              "Port "
                  + port
                  + " expects TLS, this is plain text; wrap the socket after `connect()`");
      new WrapFix(model, call).offer(draft);
    }
    for (CallSite wrap : wraps.all()) {
      onPlainPort(wrap, report);
    }
  }

  private static boolean isInClear(Wraps wraps, CallSite call) {
    Obj socket = call.object();
    ObjectState before = call.before();
    return socket != null
        && socket.site() != null
        && call.isOnly()
        && Sockets.isTcp(socket)
        && before.must(ObjectState.CONNECT)
        && !before.may(ObjectState.WRAP | ObjectState.ESCAPE)
        && isTlsPort(Peer.port(before.setting()))
        && !wraps.isWrapped(socket.site(), call.context().scope());
  }

  private static boolean isTlsPort(int port) {
    return port == 443 || port == 8443 || port == 8883 || port == 465;
  }

  /** Only the first of the calls on a socket, in the order of the source, is told. */
  private static void note(Map<Site, CallSite> first, CallSite call) {
    Obj socket = call.object();
    Site site = socket == null ? null : socket.site();
    if (site == null) {
      return;
    }
    CallSite before = first.get(site);
    if (before == null || call.node().start < before.node().start) {
      first.put(site, call);
    }
  }

  private static void onPlainPort(CallSite wrap, Reporter report) {
    ObjectState raw = wrap.argumentState(0, "sock");
    int port = Peer.port(raw.setting());
    boolean plain = port == 80 || port == 1883;
    // After some plain text the script may have asked a proxy for a tunnel.
    if (plain && wrap.isOnly() && raw.must(ObjectState.CONNECT) && !raw.may(TALKED)) {
      report.at(
          Spans.name(wrap.node()),
          "ESP312",
          "Port "
              + port
              + " expects plain text, not TLS; connect to port "
              + (port == 80 ? 443 : 8883));
    }
  }
}
