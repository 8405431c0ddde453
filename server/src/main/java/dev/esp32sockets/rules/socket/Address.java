package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.Binding;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Scope;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Seq;
import dev.esp32sockets.syntax.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The host and port that a call of a socket is given, and where they are written.
 *
 * @param pair the tuple that holds them, also when a variable stands between; null when none is
 *     known
 * @param hostNode the host in the tuple, or the whole argument
 * @param portNode the port in the tuple, or the whole argument
 */
record Address(@Nullable Expr pair, Expr hostNode, Value host, Expr portNode, Value port) {

  /** Null when the argument is not certainly a pair. */
  static @Nullable Address of(Model model, CallSite call) {
    Expr node = argument(call);
    if (node == null) {
      return null;
    }
    Value value = model.valueOf(node);
    if (!(value instanceof Seq seq) || seq.items().size() != 2 || isListInVariable(seq, node)) {
      return null;
    }
    Expr pair = node instanceof Expr.Name name ? definition(call.context().scope(), name) : node;
    List<Expr> items = pair == null ? List.of() : items(pair);
    if (items.size() != 2) {
      return new Address(null, node, seq.items().get(0), node, seq.items().get(1));
    }
    Value host = seq.items().get(0);
    return new Address(pair, items.get(0), host, items.get(1), seq.items().get(1));
  }

  /** The address argument of `connect`, `bind` or `sendto`; null when the count is another. */
  static @Nullable Expr argument(CallSite call) {
    Expr.Call node = call.node();
    int position = call.symbol() != null && call.symbol().name().equals("sendto") ? 1 : 0;
    boolean plain = !Arguments.hasStar(node) && node.arguments.size() == position + 1;
    Expr.Argument argument = plain ? Arguments.find(node, position, null) : null;
    return argument == null ? null : argument.value;
  }

  /** The items of a list may be set one by one, which is not followed. */
  static boolean isListInVariable(Seq seq, Expr node) {
    return seq.list() && !(node instanceof Expr.ListExpr);
  }

  private static @Nullable Expr definition(Scope scope, Expr.Name name) {
    Scope owner = scope.owner(name.name);
    Binding binding = owner == null ? null : owner.binding(name.name);
    return binding == null ? null : binding.onlyValue();
  }

  static List<Expr> items(Expr display) {
    if (display instanceof Expr.TupleExpr tuple) {
      return tuple.items;
    }
    return display instanceof Expr.ListExpr list ? list.items : List.of();
  }
}
