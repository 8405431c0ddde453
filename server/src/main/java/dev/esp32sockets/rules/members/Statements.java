package dev.esp32sockets.rules.members;

import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import dev.esp32sockets.text.TextEdit;

/** Edits of whole statements. */
final class Statements {
  private Statements() {}

  /** Takes a statement out; the only one of a block becomes `pass`. */
  static TextEdit remove(Tree tree, Place place) {
    boolean needed = place.block().size() == 1 && !place.around().isEmpty();
    return needed
        ? Edits.replace(place.statement(), "pass")
        : Edits.deleteLines(tree, place.statement());
  }

  /** What the file indents its blocks by. */
  static String unit(Tree tree) {
    for (Stmt statement : tree.body()) {
      for (var block : Place.blocks(statement)) {
        if (!block.isEmpty()) {
          String indent = Edits.indent(tree, block.get(0));
          boolean own = Edits.lineStart(tree, block.get(0).start) > statement.start;
          if (own && !indent.isEmpty()) {
            return indent;
          }
        }
      }
    }
    return "    ";
  }

  /** Several lines in place of one statement, with its indent. */
  static TextEdit replaceWithLines(Tree tree, Stmt statement, String... lines) {
    StringBuilder text = new StringBuilder();
    String indent = Edits.indent(tree, statement);
    for (int i = 0; i < lines.length; i++) {
      text.append(i == 0 ? "" : Edits.lineBreak(tree) + indent).append(lines[i]);
    }
    return Edits.replace(statement, text.toString());
  }
}
