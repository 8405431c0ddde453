package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Seq;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags answers of `getaddrinfo` that are used as what they are not. */
public final class GetaddrinfoResult implements Rule {
  private static final int ENTRY_SIZE = 5;
  private static final Releases HONOURS_FAMILY = Releases.since(23);
  private static final List<String> METHODS = List.of("connect", "bind", "sendto");

  @Override
  public void check(Model model, Reporter report) {
    if (model.callsTo("socket.getaddrinfo").isEmpty()
        && !model.calledSymbols().contains("socket.socket.connect")
        && !model.calledSymbols().contains("socket.socket.sendto")) {
      return;
    }
    for (String method : METHODS) {
      for (CallSite call : SocketCalls.of(model, "socket.socket." + method)) {
        Expr argument = Address.argument(call);
        if (argument != null && model.valueOf(argument) instanceof Seq seq) {
          wholeAnswer(model, report, call, argument, seq);
          noAddress(model, report, call, seq);
        }
      }
    }
    GetaddrinfoIndexes.check(model, report);
  }

  /** Whether it is the list that `getaddrinfo` returns. */
  static boolean isAnswer(Value value) {
    return value instanceof Seq seq && seq.list() && isOrigin(seq);
  }

  /** Whether it is an entry of that list. */
  static boolean isEntry(Value value) {
    return value instanceof Seq seq
        && !seq.list()
        && seq.items().size() == ENTRY_SIZE
        && isOrigin(seq);
  }

  private static boolean isOrigin(Seq seq) {
    return seq.origin() != null && seq.origin().qualifiedName().equals("socket.getaddrinfo");
  }

  private static void wholeAnswer(
      Model model, Reporter report, CallSite call, Expr argument, Seq seq) {
    boolean answer = isAnswer(seq);
    if ((!answer && !isEntry(seq)) || call.context().isGuarded(null, "ValueError")) {
      return;
    }
    String source = model.tree().source(argument);
    String index = answer ? "[0][-1]" : "[-1]";
    String what = answer ? "the whole answer" : "an entry";
    String message = "`" + source + "` is " + what + " of `getaddrinfo()`, not an address; use `";
    message += source + index + "`";
    if (message.length() > 100 || source.indexOf('\n') >= 0) {
      message = "This is " + what + " of `getaddrinfo()`, not an address; append `" + index + "`";
    }
    report
        .at(argument, "ESP215", message)
        .fix("Append `" + index + "`", Rewrites.index(argument, index));
  }

  private static void noAddress(Model model, Reporter report, CallSite call, Seq address) {
    Releases releases = model.target().releases();
    Releases failing = releases.and(HONOURS_FAMILY);
    Creation lookUp = address.items().size() == 2 ? lookUp(address.items().get(0)) : null;
    if (lookUp == null || failing.isEmpty() || call.context().isGuarded(null, "TypeError")) {
      return;
    }
    List<CallSite> sites = model.sitesOf(lookUp.node());
    boolean ipv6 =
        lookUp.argument(2, null) instanceof Int family && family.value() == Sockets.AF_INET6;
    Expr.@Nullable Argument family =
        ipv6 && !sites.isEmpty() ? sites.get(0).argumentNode(2, null) : null;
    if (family == null) {
      return;
    }
    String since = failing.equals(releases) ? "" : " since 1.23";
    report
        .at(
            family,
            "ESP204",
            "`getaddrinfo()` gives no address (`None`) for `AF_INET6` on ESP32"
                + since
                + "; use `AF_INET`")
        .fix("Use `AF_INET`", Rewrites.toIpv4(model, sites.get(0).context().scope(), family));
  }

  private static @Nullable Creation lookUp(Value host) {
    Creation creation = host instanceof Obj object ? object.creation() : null;
    return creation != null && creation.isBy("socket.getaddrinfo") ? creation : null;
  }
}
