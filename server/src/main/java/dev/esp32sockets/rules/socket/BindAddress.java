package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags a server on an address or a port where nobody can find it. */
public final class BindAddress implements Rule {
  private static final List<String> SENDING = List.of("connect", "sendto");

  @Override
  public void check(Model model, Reporter report) {
    for (CallSite call : SocketCalls.of(model, "socket.socket.bind")) {
      Address address = Address.of(model, call);
      if (address == null || call.context().isGuarded(null)) {
        continue;
      }
      if (isLoopback(address.host())) {
        loopback(model, report, call, address);
      }
      boolean zero = address.port() instanceof Int port && port.value() == 0;
      if (zero && isCalled(model, call.object(), "listen")) {
        report.at(
            address.portNode(),
            "ESP240",
            "The port that 0 stands for cannot be read back on ESP32; choose a number");
      }
    }
  }

  private static void loopback(Model model, Reporter report, CallSite call, Address address) {
    boolean serves =
        isCalled(model, call.object(), "listen") || isCalled(model, call.object(), "recvfrom");
    if (!serves || talksToItself(model) || !(address.host() instanceof Text host)) {
      return;
    }
    Reporter.Draft draft =
        report.at(
            address.hostNode(),
            "ESP239",
            "Nobody but the board itself reaches `"
                + host.text()
                + "`; bind to `\"\"` for all interfaces");
    if (address.pair() != null) {
      draft.unsafeFix("Bind to `\"\"`", Edits.replace(address.hostNode(), "\"\""));
    }
  }

  private static boolean isLoopback(Value host) {
    return host instanceof Text text
        && (text.text().equals("127.0.0.1") || text.text().equals("localhost"));
  }

  /** Whether the method is called on a socket that the same call made. */
  private static boolean isCalled(Model model, @Nullable Value socket, String method) {
    if (socket == null) {
      return false;
    }
    for (CallSite call : model.callsTo("socket.socket." + method)) {
      if (call.object() != null && SocketCalls.isSame(call.object(), socket)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the script is its own client, so that the address is meant. */
  private static boolean talksToItself(Model model) {
    for (String method : SENDING) {
      for (CallSite call : model.callsTo("socket.socket." + method)) {
        Address address = Address.of(model, call);
        if (address != null && isLoopback(address.host())) {
          return true;
        }
      }
    }
    return false;
  }
}
