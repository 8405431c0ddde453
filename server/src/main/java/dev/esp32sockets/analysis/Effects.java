package dev.esp32sockets.analysis;

import static dev.esp32sockets.analysis.ObjectState.BIND;
import static dev.esp32sockets.analysis.ObjectState.BLOCKING;
import static dev.esp32sockets.analysis.ObjectState.CLOSE;
import static dev.esp32sockets.analysis.ObjectState.CONNECT;
import static dev.esp32sockets.analysis.ObjectState.CONNECT_FAILED;
import static dev.esp32sockets.analysis.ObjectState.LIMITED;
import static dev.esp32sockets.analysis.ObjectState.LISTEN;
import static dev.esp32sockets.analysis.ObjectState.LOAD_CA;
import static dev.esp32sockets.analysis.ObjectState.NON_BLOCKING;
import static dev.esp32sockets.analysis.ObjectState.POLL;
import static dev.esp32sockets.analysis.ObjectState.READ;
import static dev.esp32sockets.analysis.ObjectState.REUSE_ADDRESS;
import static dev.esp32sockets.analysis.ObjectState.SEND_TO;
import static dev.esp32sockets.analysis.ObjectState.WRAP;

import dev.esp32sockets.analysis.Value.Bool;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Real;
import dev.esp32sockets.analysis.Value.Seq;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.api.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What calls of the knowledge base do to the objects they are given. */
final class Effects {
  private static final long SO_REUSEADDR = 4;
  private static final long PROTOCOL_TLS_CLIENT = 0;
  private static final long CERT_NONE = 0;
  private static final long CERT_REQUIRED = 2;

  private final Frame frame;

  Effects(Frame frame) {
    this.frame = frame;
  }

  /**
   * Changes the state as the call does.
   *
   * @return the state of an object that the call makes
   */
  ObjectState call(CallSite site, Symbol symbol) {
    String name = symbol.qualifiedName();
    Obj object = site.object();
    if (object != null && object.site() != null) {
      method(site, object.site(), symbol.name());
    } else if (site.receiver() != null) {
      builtinMethod(site);
    }
    if (symbol.name().equals("wrap_socket")) {
      return wrap(site);
    }
    if (name.equals("socket.socket.accept")) {
      return ObjectState.NEW.with(CONNECT);
    }
    if (symbol.name().equals("register") || symbol.name().equals("modify")) {
      poll(site.argument(0, null));
    } else if (name.equals("select.select")) {
      pollAll(site);
    } else if (!isHarmless(symbol)) {
      handOver(site);
    }
    if (symbol.name().equals("SSLContext")) {
      return ObjectState.NEW.withSetting(defaultMode(site, symbol));
    }
    return symbol.isType() || makesNew(symbol) ? ObjectState.NEW : ObjectState.UNKNOWN;
  }

  /** A client's context of the C module verifies unless it is told not to; all others do not. */
  private static Value defaultMode(CallSite site, Symbol type) {
    if (!type.qualifiedName().equals("tls.SSLContext")) {
      return new Int(CERT_NONE);
    }
    if (site.argument(0, null) instanceof Int protocol) {
      return new Int(protocol.value() == PROTOCOL_TLS_CLIENT ? CERT_REQUIRED : CERT_NONE);
    }
    return Special.UNKNOWN;
  }

  private static boolean makesNew(Symbol symbol) {
    return symbol.qualifiedName().startsWith("requests.") || symbol.name().equals("poll");
  }

  private void handOver(CallSite site) {
    boolean runsCode = false;
    for (Value argument : site.arguments()) {
      frame.escape(argument);
      runsCode |= !isPlainData(argument);
    }
    if (runsCode) {
      frame.invalidate();
    }
  }

  /** Whether the callee cannot run code of the project through the argument. */
  private static boolean isPlainData(Value argument) {
    for (Value choice : argument.choices()) {
      boolean data =
          choice.isNone()
              || choice instanceof Int
              || choice instanceof Real
              || choice instanceof Bool
              || choice instanceof Value.Text
              || choice instanceof Obj
              || choice instanceof Value.Many
              || choice instanceof Seq;
      if (!data) {
        return false;
      }
    }
    return true;
  }

  /** Functions that look at their arguments and keep nothing. */
  private static boolean isHarmless(Symbol symbol) {
    String name = symbol.qualifiedName();
    if (name.startsWith("builtins.") && symbol.kind() != Symbol.Kind.METHOD) {
      return switch (symbol.name()) {
        case "exec", "eval", "map", "filter", "setattr", "sorted", "list", "tuple", "set", "dict" ->
            false;
        default -> true;
      };
    }
    return name.startsWith("socket.")
        || name.startsWith("time.")
        || name.startsWith("builtins.str")
        || name.startsWith("builtins.bytes");
  }

  /** A list keeps what is appended to it. */
  private void builtinMethod(CallSite site) {
    for (Value argument : site.arguments()) {
      frame.store(argument);
    }
  }

  private void method(CallSite site, Site self, String method) {
    ObjectState before = frame.state.of(self);
    switch (method) {
      case "connect" -> connect(site, self, before);
      case "settimeout" -> frame.update(self, before.withMode(timeoutMode(site.argument(0, null))));
      case "setblocking" ->
          frame.update(self, before.withMode(blockingMode(site.argument(0, null))));
      case "send", "sendall", "write" -> {
        Value data = site.argument(0, null);
        frame.update(self, before.withSent(data == null ? Special.UNKNOWN : data));
      }
      case "setsockopt" -> setOption(site, self, before);
      default -> {
        int event = event(method);
        if (event != 0) {
          frame.update(self, before.with(event));
        }
      }
    }
  }

  private static int event(String method) {
    return switch (method) {
      case "bind" -> BIND;
      case "listen" -> LISTEN;
      case "close", "disconnect", "wait_closed", "aclose", "deinit" -> CLOSE;
      case "recv", "recvfrom", "read", "readline", "readinto", "recv_into", "readexactly" -> READ;
      case "json" -> READ | CLOSE;
      case "sendto" -> SEND_TO;
      case "load_verify_locations" -> LOAD_CA;
      default -> 0;
    };
  }

  private void connect(CallSite site, Site self, ObjectState before) {
    if (before.isOnly(NON_BLOCKING)) {
      // It raises EINPROGRESS and goes on connecting.
      frame.mayRaise(self, before.with(CONNECT));
    } else if ((before.mode() & NON_BLOCKING) == 0) {
      frame.mayRaise(self, before.with(CONNECT_FAILED));
    } else {
      frame.mayRaise(self, before.maybe(CONNECT | CONNECT_FAILED));
    }
    Value address = site.argument(0, null);
    frame.update(
        self, before.with(CONNECT).withSetting(address == null ? Special.UNKNOWN : address));
  }

  private static int timeoutMode(@Nullable Value seconds) {
    if (seconds == null) {
      return ObjectState.ANY_MODE;
    }
    if (seconds.isNone()) {
      return BLOCKING;
    }
    if (seconds instanceof Int whole) {
      return whole.value() == 0 ? NON_BLOCKING : LIMITED;
    }
    if (seconds instanceof Real real) {
      return real.value() == 0 ? NON_BLOCKING : LIMITED;
    }
    return seconds instanceof Bool flag
        ? flag.value() ? LIMITED : NON_BLOCKING
        : ObjectState.ANY_MODE;
  }

  private static int blockingMode(@Nullable Value flag) {
    Boolean truth = flag == null ? null : Evaluator.truth(flag);
    if (truth == null) {
      return BLOCKING | NON_BLOCKING;
    }
    return truth ? BLOCKING : NON_BLOCKING;
  }

  private void setOption(CallSite site, Site self, ObjectState before) {
    Value option = site.argument(1, null);
    if (option instanceof Int number) {
      if (number.value() == SO_REUSEADDR) {
        frame.update(self, before.with(REUSE_ADDRESS));
      }
    } else {
      frame.update(self, before.maybe(REUSE_ADDRESS));
    }
  }

  private ObjectState wrap(CallSite site) {
    Value raw = site.argument(0, "sock");
    if (raw instanceof Obj object && object.site() != null) {
      ObjectState before = frame.state.of(object.site());
      frame.update(object.site(), before.with(WRAP));
      return before.wrapped();
    }
    if (raw != null) {
      frame.escape(raw);
    }
    return ObjectState.UNKNOWN;
  }

  private void poll(@Nullable Value watched) {
    if (watched instanceof Obj object && object.site() != null) {
      frame.update(object.site(), frame.state.of(object.site()).with(POLL));
      frame.store(watched);
    }
  }

  private void pollAll(CallSite site) {
    for (Value argument : site.arguments()) {
      if (argument instanceof Seq list) {
        for (Value item : list.items()) {
          poll(item);
        }
      }
    }
  }

  void attributeRead(Value owner, String name) {
    boolean body = name.equals("content") || name.equals("text");
    boolean known = body || name.equals("raw");
    if (known && owner instanceof Obj object && object.site() != null) {
      // A response closes itself once its body has been read.
      int event = body && object.isType("requests.Response") ? READ | CLOSE : READ;
      frame.update(object.site(), frame.state.of(object.site()).with(event));
    }
  }

  void attributeSet(Value owner, String name, Value value) {
    if (owner instanceof Obj object && object.site() != null) {
      ObjectState before = frame.state.of(object.site());
      boolean verify = name.equals("verify_mode");
      frame.update(object.site(), verify ? before.withSetting(value) : before);
    }
  }

  /** Only a non-blocking socket answers None where nothing has arrived. */
  Value narrowed(CallSite site, Value result) {
    Obj object = site.object();
    boolean socket = object != null && object.isType("socket.socket");
    if (!socket || !result.mayBeNone() || (site.before().mode() & NON_BLOCKING) != 0) {
      return result;
    }
    Value sum = Special.BOTTOM;
    List<Value> rest = result.withoutNone();
    for (Value choice : rest) {
      sum = Values.join(sum, choice);
    }
    return rest.isEmpty() ? result : sum;
  }
}
