package dev.esp32sockets.rules.members;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter.Draft;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts exceptions that MicroPython raises in the place of those that a library would define. */
final class ExceptionFixes {
  private final Model model;
  private final Expr.Attribute node;

  ExceptionFixes(Model model, Expr.Attribute node) {
    this.model = model;
    this.node = node;
  }

  /**
   * @param types one name, or a tuple with its parentheses
   */
  void addTo(Draft draft, String types, String key) {
    Expr whole = key.equals("requests.exceptions") ? inHandler() : node;
    if (whole == null) {
      return;
    }
    boolean tuple = types.startsWith("(");
    String text = tuple && isItem(whole) ? types.substring(1, types.length() - 1) : types;
    draft.fix("Replace with `" + text + "`", Edits.replace(whole, text));
  }

  /** The type of an `except` clause, or the item of its tuple, of which the node is a part. */
  private @Nullable Expr inHandler() {
    for (Use<Stmt.Handler> use : model.uses(Stmt.Handler.class)) {
      Expr type = use.node().type;
      if (type instanceof Expr.TupleExpr tuple) {
        for (Expr item : tuple.items) {
          if (holds(item)) {
            return item;
          }
        }
      } else if (type != null && holds(type)) {
        return type;
      }
    }
    return null;
  }

  private boolean holds(Expr type) {
    return type instanceof Expr.Attribute attribute && attribute.value == node;
  }

  private boolean isItem(Expr expression) {
    for (Use<Stmt.Handler> use : model.uses(Stmt.Handler.class)) {
      if (use.node().type instanceof Expr.TupleExpr tuple && tuple.items.contains(expression)) {
        return true;
      }
    }
    Place place = Place.of(model.tree(), expression);
    return place != null
        && place.statement() instanceof Stmt.Assign assign
        && assign.value instanceof Expr.TupleExpr tuple
        && List.copyOf(tuple.items).contains(expression);
  }
}
