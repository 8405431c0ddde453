package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Bound;
import dev.esp32sockets.analysis.Value.Coroutine;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Ref;
import dev.esp32sockets.analysis.Value.Seq;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.api.Signature;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.api.TypeRef;
import dev.esp32sockets.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call of something in the knowledge base gives. */
final class Calls {
  private Calls() {}

  /** The symbol that is called; null when it is none of the knowledge base. */
  static @Nullable Symbol symbol(Value callee) {
    if (callee instanceof Ref ref && ref.symbol().kind() != Symbol.Kind.MODULE) {
      return ref.symbol();
    }
    return callee instanceof Bound bound ? bound.method() : null;
  }

  static Value result(Expr.Call node, Value callee, List<Value> arguments) {
    Symbol symbol = symbol(callee);
    if (symbol == null) {
      return Special.UNKNOWN;
    }
    Value receiver = callee instanceof Bound bound ? bound.receiver() : null;
    if (receiver instanceof Text text) {
      Value known = Texts.method(text, symbol.name(), arguments);
      if (known != null) {
        return known;
      }
    }
    Creation creation = new Creation(node, symbol, receiver, arguments);
    if (symbol.isType()) {
      return constructed(symbol, creation, arguments);
    }
    if (symbol.qualifiedName().equals("socket.getaddrinfo")) {
      return onlyEntry(symbol, creation);
    }
    if (symbol.qualifiedName().equals("socket.socket.makefile")) {
      return receiver == null ? Special.UNKNOWN : receiver;
    }
    Value passed = passedThrough(node, symbol.qualifiedName(), arguments);
    return passed == null ? declared(node, symbol, creation) : passed;
  }

  /** What functions of asyncio give that run a coroutine: its result. */
  private static @Nullable Value passedThrough(Expr.Call node, String name, List<Value> arguments) {
    if (arguments.isEmpty() || !(arguments.get(0) instanceof Coroutine coroutine)) {
      return null;
    }
    return switch (name) {
      case "asyncio.wait_for", "asyncio.wait_for_ms" -> new Coroutine(coroutine.result(), node);
      case "asyncio.run", "asyncio.Loop.run_until_complete" -> coroutine.result();
      default -> null;
    };
  }

  private static Value constructed(Symbol type, Creation creation, List<Value> arguments) {
    String name = type.qualifiedName();
    boolean converts = name.equals("builtins.int") || name.equals("builtins.bool");
    if (converts && arguments.size() == 1 && arguments.get(0) instanceof Value.Int number) {
      return name.equals("builtins.int") ? number : new Value.Bool(number.value() != 0);
    }
    if (name.equals("builtins.bytes")
        && arguments.size() > 1
        && arguments.get(0) instanceof Text text) {
      Value encoded = Texts.method(text, "encode", List.of());
      return encoded == null ? Values.builtin("bytes") : encoded;
    }
    return new Obj(type, creation, null);
  }

  /**
   * The list of the one entry that lwIP gives, so that indexes can be judged. The parts of the
   * address remember the call, which tells what was asked for.
   */
  private static Value onlyEntry(Symbol symbol, Creation creation) {
    if (symbol.signatures().isEmpty()) {
      return Special.UNKNOWN;
    }
    TypeRef declared = TypeRef.parse(symbol.signatures().get(0).returns());
    if (declared.name().equals("list") && !declared.arguments().isEmpty()) {
      Value entry = Values.of(declared.arguments().get(0), creation);
      if (entry instanceof Seq parts) {
        return new Seq(true, List.of(new Seq(false, unmarked(parts), symbol)), symbol);
      }
    }
    return Values.of(declared, creation);
  }

  /** Of the tuples only the entry itself is marked, not the address in it. */
  private static List<Value> unmarked(Seq entry) {
    List<Value> items = new ArrayList<>(entry.items().size());
    for (Value item : entry.items()) {
      items.add(item instanceof Seq inner ? new Seq(false, inner.items(), null) : item);
    }
    return items;
  }

  private static Value declared(Expr.Call node, Symbol symbol, Creation creation) {
    Value sum = Special.BOTTOM;
    boolean coroutine = false;
    for (Signature signature : symbol.signatures()) {
      sum = Values.join(sum, Values.of(TypeRef.parse(signature.returns()), creation));
      coroutine |= signature.coroutine();
    }
    boolean known = sum != Special.BOTTOM && !isOverAnyStream(creation.receiver());
    Value result = known ? sum : Special.UNKNOWN;
    return coroutine ? new Coroutine(result, node) : result;
  }

  /** A stream over `sys.stdin` or another file gives what that one gives, text or bytes. */
  private static boolean isOverAnyStream(@Nullable Value receiver) {
    if (!(receiver instanceof Obj stream) || stream.creation() == null) {
      return false;
    }
    Creation made = stream.creation();
    if (!made.by().isType() || !made.by().qualifiedName().startsWith("asyncio.Stream")) {
      return false;
    }
    return !(made.argument(0, "s") instanceof Obj below && below.isType("socket.socket"));
  }
}
