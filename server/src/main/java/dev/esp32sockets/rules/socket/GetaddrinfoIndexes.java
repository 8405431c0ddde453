package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Context;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.text.Span;
import java.util.List;

/** Indexes and unpackings of the answer of `getaddrinfo`: one entry of five items. */
final class GetaddrinfoIndexes {
  private static final int ENTRY_SIZE = 5;
  private static final List<String> GROWING =
      List.of("builtins.list.append", "builtins.list.extend", "builtins.list.insert");

  private GetaddrinfoIndexes() {}

  static void check(Model model, Reporter report) {
    boolean grown = isGrown(model);
    for (Use<Expr.Subscript> use : model.uses(Expr.Subscript.class)) {
      Expr.Subscript node = use.node();
      Value owner = model.valueOf(node.value);
      if (GetaddrinfoResult.isAnswer(owner) && !grown) {
        index(model, report, use, 1);
        unpackedEntry(model, report, use);
      } else if (GetaddrinfoResult.isEntry(owner)) {
        index(model, report, use, ENTRY_SIZE);
      }
    }
    if (!grown) {
      for (CallSite call : SocketCalls.of(model, "socket.getaddrinfo")) {
        unpacked(model, report, call.node(), call.context(), 1);
      }
    }
  }

  private static boolean isGrown(Model model) {
    for (String method : GROWING) {
      for (CallSite call : model.callsTo(method)) {
        Value list = call.receiver();
        if (list != null && GetaddrinfoResult.isAnswer(list)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void index(Model model, Reporter report, Use<Expr.Subscript> use, int size) {
    Expr.Subscript node = use.node();
    boolean outside =
        model.valueOf(node.index) instanceof Int index
            && (index.value() >= size || index.value() < -size);
    if (!outside || use.context().isGuarded(null, "IndexError")) {
      return;
    }
    if (size == 1) {
      report
          .at(
              node.index,
              "ESP218",
              "`getaddrinfo()` returns exactly one entry on ESP32; use index 0")
          .fix("Use index 0", Edits.replace(node.index, "0"));
    } else {
      report.at(
          node.index,
          "ESP218",
          "An entry of `getaddrinfo()` has five items, the address is `[-1]`");
    }
  }

  private static void unpackedEntry(Model model, Reporter report, Use<Expr.Subscript> use) {
    if (GetaddrinfoResult.isEntry(model.valueOf(use.node()))) {
      unpacked(model, report, use.node(), use.context(), ENTRY_SIZE);
    }
  }

  /** The names that the statement around the value unpacks it into. */
  private static void unpacked(
      Model model, Reporter report, Expr value, Context context, int size) {
    Place place = Place.of(model.tree(), value);
    if (place == null || context.isGuarded(null, "ValueError")) {
      return;
    }
    if (place.statement() instanceof Stmt.Assign assign && assign.value == value) {
      for (Expr target : assign.targets) {
        count(report, value, target, size);
      }
    } else if (place.statement() instanceof Stmt.For loop && loop.iterable == value && size == 1) {
      count(report, value, loop.target, ENTRY_SIZE);
    }
  }

  private static void count(Reporter report, Expr value, Expr target, int size) {
    List<Expr> names = Address.items(target);
    for (Expr name : names) {
      if (name instanceof Expr.Starred) {
        return;
      }
    }
    if (names.isEmpty() || names.size() == size) {
      return;
    }
    String what =
        size == 1
            ? "`getaddrinfo()` returns one entry on ESP32, not "
            : "An entry of `getaddrinfo()` has five items, not ";
    report.at(span(value), "ESP218", what + names.size() + " (`ValueError`)");
  }

  private static Span span(Expr value) {
    Expr inner = value instanceof Expr.Subscript subscript ? subscript.value : value;
    return inner instanceof Expr.Call call ? Spans.name(call) : value.span();
  }
}
