package dev.esp32sockets.analysis;

import dev.esp32sockets.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of the nodes of one tree, in an array by the node's id: much cheaper than hashing. */
final class NodeMap<V> {
  private final @Nullable Object[] slots;
  private final List<Node> nodes = new ArrayList<>();

  NodeMap(int nodeCount) {
    slots = new Object[nodeCount];
  }

  void put(Node node, V value) {
    if (slots[node.id] == null) {
      nodes.add(node);
    }
    slots[node.id] = value;
  }

  @SuppressWarnings("unchecked")
  @Nullable V get(Node node) {
    return (V) slots[node.id];
  }

  /** In the order in which the nodes were first put. */
  List<V> values() {
    List<V> values = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      V value = get(node);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }
}
