package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Seq;
import dev.esp32sockets.analysis.Value.Union;
import java.util.ArrayList;
import java.util.List;

/** Takes the identity off a value that leaves the scope in which its objects can be told apart. */
final class Detached {
  private Detached() {}

  static Value of(Value value) {
    if (value instanceof Obj object) {
      return object.site() == null ? value : new Obj(object.type(), object.creation(), null);
    }
    if (value instanceof Seq seq) {
      return new Seq(seq.list(), all(seq.items()), seq.origin());
    }
    if (value instanceof Union union) {
      Value sum = Value.Special.BOTTOM;
      for (Value choice : all(union.choices())) {
        sum = Values.join(sum, choice);
      }
      return sum;
    }
    if (value instanceof Value.Many many) {
      return new Value.Many(many.type(), of(many.element()));
    }
    if (value instanceof Value.Coroutine coroutine) {
      return new Value.Coroutine(of(coroutine.result()), coroutine.call());
    }
    return value;
  }

  private static List<Value> all(List<Value> values) {
    List<Value> result = new ArrayList<>(values.size());
    for (Value value : values) {
      result.add(of(value));
    }
    return result;
  }
}
