package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import org.jspecify.annotations.Nullable;

/** Flags a protocol that does not fit the type of the socket: the type alone decides. */
public final class TypeProtocolMismatch implements Rule {
  private static final long IPPROTO_TCP = 6;
  private static final long IPPROTO_UDP = 17;

  @Override
  public void check(Model model, Reporter report) {
    for (CallSite call : SocketCalls.of(model, "socket.socket")) {
      Expr.Argument protocol = call.argumentNode(2, null);
      if (protocol == null || call.context().isGuarded(null)) {
        continue;
      }
      long number = number(call.argument(2, null));
      long type = number(call.argument(1, null));
      boolean stream = type == Sockets.SOCK_STREAM && number == IPPROTO_UDP;
      boolean datagram = type == Sockets.SOCK_DGRAM && number == IPPROTO_TCP;
      if (stream || datagram) {
        String made =
            stream ? "`SOCK_STREAM` makes this socket TCP" : "`SOCK_DGRAM` makes this socket UDP";
        report
            .at(protocol, "ESP243", made + "; the third argument is ignored on ESP32")
            .fix("Remove the argument", Edits.removeArgument(call.node(), protocol));
      }
    }
  }

  private static long number(@Nullable Value value) {
    return value instanceof Int whole ? whole.value() : -1;
  }
}
