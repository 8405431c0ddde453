package dev.esp32sockets.rules.language;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.text.TextEdit;
import org.jspecify.annotations.Nullable;

/** How messages name bytes, and what turns a text into bytes. */
final class BytesText {
  private static final int LONGEST = 20;

  private BytesText() {}

  /** `data` is bytes, or `recv()` gives bytes. */
  static String isBytes(Model model, Expr node) {
    if (node instanceof Expr.Call call) {
      String name = Spans.name(call).of(model.tree().text());
      return isShort(name) ? "`" + name + "()` gives bytes" : "this is bytes";
    }
    String name = name(model, node);
    return name == null ? "this is bytes" : "`" + name + "` is bytes";
  }

  /** A variable or attribute as it is written, when it is short enough for a message. */
  static @Nullable String name(Model model, Expr node) {
    if (!(node instanceof Expr.Name) && !(node instanceof Expr.Attribute)) {
      return null;
    }
    String source = model.tree().source(node);
    return isShort(source) ? source : null;
  }

  private static boolean isShort(String source) {
    return source.length() <= LONGEST && source.indexOf('\n') < 0;
  }

  /** Whether a `b` before the literal makes it bytes with the same characters. */
  static boolean takesPrefix(Model model, Expr node) {
    if (!(node instanceof Expr.Str text) || text.parts != 1) {
      return false;
    }
    for (int i = 0; i < text.value.length(); i++) {
      if (text.value.charAt(i) > 127) {
        return false;
      }
    }
    char first = model.tree().text().charAt(node.start);
    return first == '"' || first == '\'' || first == 'r' || first == 'R';
  }

  static TextEdit prefix(Expr literal) {
    return Edits.insert(literal.start, "b");
  }

  /** The literal with its prefix, when it is short enough for a message. */
  static @Nullable String prefixed(Model model, Expr node) {
    String source = model.tree().source(node);
    return takesPrefix(model, node) && isShort(source) ? "b" + source : null;
  }
}
