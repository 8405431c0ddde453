package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.api.Symbol;
import java.util.ArrayList;
import java.util.List;

/** Calls that certainly are of one symbol, whatever their receiver is. */
final class SocketCalls {
  private SocketCalls() {}

  /** One site for each call of the symbol; what may also call something else is left out. */
  static List<CallSite> of(Model model, String symbol) {
    List<CallSite> certain = new ArrayList<>();
    for (CallSite call : model.callsTo(symbol)) {
      List<CallSite> sites = model.sitesOf(call.node());
      if (sites.get(0) == call && allCall(sites, symbol)) {
        certain.add(call);
      }
    }
    return certain;
  }

  private static boolean allCall(List<CallSite> sites, String qualifiedName) {
    for (CallSite site : sites) {
      Symbol symbol = site.symbol();
      if (symbol == null || !symbol.qualifiedName().equals(qualifiedName)) {
        return false;
      }
    }
    return true;
  }

  /** Whether every socket that the call may be made on is an IPv4 one. */
  static boolean isIpv4(Model model, CallSite call) {
    for (CallSite site : model.sitesOf(call.node())) {
      if (!Sockets.isIpv4(site.receiver())) {
        return false;
      }
    }
    return true;
  }

  /** Whether every socket that the call may be made on is an IPv6 one. */
  static boolean isIpv6(Model model, CallSite call) {
    for (CallSite site : model.sitesOf(call.node())) {
      if (!Sockets.isIpv6(site.receiver())) {
        return false;
      }
    }
    return true;
  }

  /** Whether the two are objects of the same call in the source. */
  static boolean isSame(Value a, Value b) {
    Creation left = a instanceof Value.Obj object ? object.creation() : null;
    Creation right = b instanceof Value.Obj object ? object.creation() : null;
    return left != null && right != null && left.equals(right);
  }
}
