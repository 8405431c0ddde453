package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Obj;
import org.jspecify.annotations.Nullable;

/** What the constructor call tells of a socket. */
public final class Sockets {
  public static final long AF_INET = 2;
  public static final long AF_INET6 = 10;
  public static final long SOCK_STREAM = 1;
  public static final long SOCK_DGRAM = 2;
  public static final long SOCK_RAW = 3;

  private static final long UNKNOWN = -1;

  private Sockets() {}

  public static boolean isSocket(@Nullable Value value) {
    return value instanceof Obj object && object.type().qualifiedName().equals("socket.socket");
  }

  public static boolean isTls(@Nullable Value value) {
    return value instanceof Obj object && object.type().qualifiedName().equals("ssl.TLSSocket");
  }

  /** Whether it certainly is a stream socket: by its constructor, or because accept() gave it. */
  public static boolean isTcp(@Nullable Value socket) {
    return type(socket) == SOCK_STREAM;
  }

  public static boolean isUdp(@Nullable Value socket) {
    return type(socket) == SOCK_DGRAM;
  }

  /** Only `af == 10` makes an IPv6 socket; every other number behaves as IPv4. */
  public static boolean isIpv6(@Nullable Value socket) {
    return argument(socket, 0, AF_INET) == AF_INET6;
  }

  public static boolean isIpv4(@Nullable Value socket) {
    long family = argument(socket, 0, AF_INET);
    return family != AF_INET6 && family != UNKNOWN;
  }

  private static long type(@Nullable Value socket) {
    Creation creation = creation(socket);
    if (creation != null && creation.isBy("socket.socket.accept")) {
      return SOCK_STREAM;
    }
    return argument(socket, 1, SOCK_STREAM);
  }

  private static long argument(@Nullable Value socket, int position, long missing) {
    Creation creation = creation(socket);
    if (creation == null || !creation.isBy("socket.socket")) {
      return UNKNOWN;
    }
    for (var argument : creation.node().arguments) {
      if (argument.kind != dev.esp32sockets.syntax.Expr.ArgumentKind.POSITIONAL) {
        return UNKNOWN;
      }
    }
    Value value = creation.argument(position, null);
    if (value == null) {
      return missing;
    }
    return value instanceof Int number ? number.value() : UNKNOWN;
  }

  private static @Nullable Creation creation(@Nullable Value socket) {
    return isSocket(socket) && socket instanceof Obj object ? object.creation() : null;
  }
}
