package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Scope;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.text.TextEdit;
import org.jspecify.annotations.Nullable;

/** Edits that several rules about sockets make. */
final class Rewrites {
  private Rewrites() {}

  /** The literal with another text, prefix and quotes kept; null for one that is not plain. */
  static @Nullable String literal(Model model, Expr node, String text) {
    boolean single =
        (node instanceof Expr.Str str && str.parts == 1)
            || (node instanceof Expr.Bytes bytes && bytes.parts == 1);
    String source = model.tree().source(node);
    if (!single || source.indexOf('\\') >= 0 || source.indexOf('(') == 0) {
      return null;
    }
    String quote = source.substring(source.length() - 1);
    int open = source.indexOf(quote);
    if (source.startsWith(quote + quote + quote, open)) {
      return null;
    }
    return source.substring(0, open) + quote + text + quote;
  }

  /** Makes the argument that names a family name IPv4. */
  static TextEdit toIpv4(Model model, Scope scope, Expr.Argument family) {
    if (family.value instanceof Expr.Attribute attribute) {
      return Edits.rename(attribute, "AF_INET");
    }
    boolean imported = scope.owner("AF_INET") != null;
    return Edits.replace(family, imported ? "AF_INET" : "2");
  }

  /** Puts an index behind an expression. */
  static TextEdit[] index(Expr node, String index) {
    boolean closed =
        node instanceof Expr.Name
            || node instanceof Expr.Attribute
            || node instanceof Expr.Subscript
            || node instanceof Expr.Call;
    if (closed) {
      return new TextEdit[] {Edits.insert(node.end, index)};
    }
    return new TextEdit[] {Edits.insert(node.start, "("), Edits.insert(node.end, ")" + index)};
  }
}
