package dev.esp32sockets.syntax;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Trees as text and as lists, for tests. */
final class Trees {
  private static final Set<String> PLACES =
      Set.of("start", "end", "id", "nameStart", "moduleStart", "open", "parts", "parenthesised");

  private Trees() {}

  /** The tree without its offsets, on one line. */
  static String print(Object node) {
    StringBuilder into = new StringBuilder();
    print(node, into);
    return into.toString();
  }

  private static void print(@Nullable Object value, StringBuilder into) {
    if (value instanceof List<?> list) {
      into.append('[');
      String between = "";
      for (Object item : list) {
        into.append(between);
        print(item, into);
        between = ", ";
      }
      into.append(']');
    } else if (value instanceof Node) {
      into.append(value.getClass().getSimpleName()).append('(');
      String between = "";
      for (Field field : fields(value)) {
        into.append(between);
        print(get(field, value), into);
        between = ", ";
      }
      into.append(')');
    } else {
      into.append(value);
    }
  }

  private static List<Field> fields(Object node) {
    List<Field> found = new ArrayList<>();
    for (Field field : node.getClass().getFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !PLACES.contains(field.getName())) {
        found.add(field);
      }
    }
    return found;
  }

  private static @Nullable Object get(Field field, Object node) {
    try {
      return field.get(node);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The node and all nodes below it, parents first. */
  static List<Node> all(Tree tree) {
    List<Node> found = new ArrayList<>();
    collect(tree.body(), found);
    return found;
  }

  private static void collect(@Nullable Object value, List<Node> into) {
    if (value instanceof List<?> list) {
      for (Object item : list) {
        collect(item, into);
      }
    } else if (value instanceof Node node) {
      into.add(node);
      for (Field field : fields(node)) {
        collect(get(field, node), into);
      }
    }
  }
}
