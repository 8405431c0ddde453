package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Many;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Seq;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.analysis.Value.Union;
import java.util.List;

/** The parts of values: items, slices, what a loop runs over. */
final class Items {
  private Items() {}

  static Value at(Value owner, Value index) {
    if (owner instanceof Union union) {
      Value sum = Special.BOTTOM;
      for (Value choice : union.withoutNone()) {
        sum = Values.join(sum, at(choice, index));
      }
      return sum;
    }
    if (owner instanceof Seq seq) {
      return index instanceof Int number ? at(seq, number.value()) : joined(seq);
    }
    if (owner instanceof Many many) {
      return many.element();
    }
    if (Values.isStr(owner)) {
      return Values.builtin("str");
    }
    return Values.isBytes(owner) ? Values.builtin("int") : Special.UNKNOWN;
  }

  static Value at(Seq seq, long index) {
    long at = index < 0 ? seq.items().size() + index : index;
    return at >= 0 && at < seq.items().size() ? seq.items().get((int) at) : Special.UNKNOWN;
  }

  private static Value joined(Seq seq) {
    Value sum = Special.BOTTOM;
    for (Value item : seq.items()) {
      sum = Values.join(sum, item);
    }
    return sum == Special.BOTTOM ? Special.UNKNOWN : sum;
  }

  static Value sliced(Value owner) {
    if (owner instanceof Text text) {
      return Values.builtin(text.bytes() ? "bytes" : "str");
    }
    if (owner instanceof Seq seq) {
      return Values.builtin(seq.list() ? "list" : "tuple");
    }
    return owner instanceof Obj || owner instanceof Many ? owner : Special.UNKNOWN;
  }

  /** What a `for` binds on each round. */
  static Value iterated(Value iterable) {
    if (iterable instanceof Seq seq) {
      return Detached.of(joined(seq));
    }
    if (iterable instanceof Many many) {
      boolean keys = many.type().qualifiedName().equals("builtins.dict");
      return keys ? Special.UNKNOWN : many.element();
    }
    if (Values.isStr(iterable)) {
      return Values.builtin("str");
    }
    boolean ints =
        Values.isBytes(iterable)
            || (iterable instanceof Obj object && object.isType("builtins.range"));
    return ints ? Values.builtin("int") : Special.UNKNOWN;
  }

  /** The part that a target at this path of nested displays gets. */
  static Value unpacked(Value value, List<Integer> path) {
    Value part = value;
    for (int index : path) {
      if (index < 0) {
        return Special.UNKNOWN;
      }
      part = at(part, new Int(index));
    }
    return part;
  }
}
