package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Real;
import dev.esp32sockets.analysis.Value.Seq;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.analysis.Values;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.text.TextEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags addresses that are no pair of host and port. */
public final class AddressShape implements Rule {
  private static final List<String> METHODS = List.of("connect", "bind", "sendto");

  @Override
  public void check(Model model, Reporter report) {
    for (String method : METHODS) {
      for (CallSite call : SocketCalls.of(model, "socket.socket." + method)) {
        Expr address = Address.argument(call);
        if (address == null) {
          twoArguments(model, report, call, method);
        } else if (model.valueOf(address) instanceof Seq seq) {
          count(report, call, address, seq);
        } else {
          type(model, report, call, address);
        }
      }
    }
  }

  private static void count(Reporter report, CallSite call, Expr node, Seq seq) {
    int size = seq.items().size();
    boolean answer = GetaddrinfoResult.isAnswer(seq) || GetaddrinfoResult.isEntry(seq);
    if (size == 2
        || answer
        || Address.isListInVariable(seq, node)
        || call.context().isGuarded(null, "ValueError")) {
      return;
    }
    Reporter.Draft draft =
        report.at(
            node,
            "ESP213",
            "An address has two items, host and port, on ESP32, not " + size + " (`ValueError`)");
    List<Expr> items = Address.items(node);
    if (size == 4 && items.size() == size) {
      draft.fix("Keep host and port", Edits.replace(items.get(1).end, items.get(size - 1).end, ""));
    }
  }

  private static void type(Model model, Reporter report, CallSite call, Expr node) {
    String what = noun(model.valueOf(node));
    if (what == null || call.context().isGuarded(null, "TypeError")) {
      return;
    }
    Reporter.Draft draft =
        report.at(
            node,
            "ESP213",
            "An address is a `(host, port)` tuple on ESP32, not " + what + " (`TypeError`)");
    String pair = node instanceof Expr.Str text ? pair(model, text) : null;
    if (pair != null) {
      draft.fix("Replace with `" + pair + "`", Edits.replace(node, pair));
    }
  }

  /** What it is instead of a tuple; null when it may be one. */
  private static @Nullable String noun(Value value) {
    if (value instanceof Text text) {
      return text.bytes() ? "bytes" : "a text";
    }
    if (value instanceof Int || value instanceof Real) {
      return "a number";
    }
    return value.isNone() ? "`None`" : null;
  }

  private static @Nullable String pair(Model model, Expr.Str node) {
    String text = node.value;
    if (!Hosts.hasPort(text)) {
      return null;
    }
    String port = Hosts.port(text);
    String host = text.substring(0, text.indexOf(':'));
    boolean inRange = port.length() <= 5 && Integer.parseInt(port) <= 65535;
    String literal = Rewrites.literal(model, node, host);
    return literal == null || !inRange ? null : "(" + literal + ", " + Integer.parseInt(port) + ")";
  }

  private static void twoArguments(Model model, Reporter report, CallSite call, String method) {
    Expr.Call node = call.node();
    int first = method.equals("sendto") ? 1 : 0;
    boolean plain =
        !Arguments.hasStar(node)
            && node.arguments.size() == first + 2
            && Arguments.positional(node) == first + 2;
    if (!plain || call.context().isGuarded(null, "TypeError")) {
      return;
    }
    Expr host = node.arguments.get(first).value;
    Expr port = node.arguments.get(first + 1).value;
    if (!mayBeHost(model.valueOf(host)) || mayBePair(model.valueOf(port))) {
      return;
    }
    report
        .at(
            port,
            "ESP214",
            "`"
                + method
                + "()` takes host and port as one tuple on ESP32 (`TypeError`); add parentheses")
        .fix(
            "Add the parentheses",
            new TextEdit[] {Edits.insert(host.start, "("), Edits.insert(port.end, ")")});
  }

  private static boolean mayBeHost(Value value) {
    return value.isUnknown() || value instanceof Text || Values.isStr(value);
  }

  private static boolean mayBePair(Value value) {
    return value instanceof Seq || Values.isAll(value, "builtins.tuple");
  }
}
