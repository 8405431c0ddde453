package dev.esp32sockets.rules;

import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import dev.esp32sockets.text.LineIndex;
import dev.esp32sockets.text.Span;
import dev.esp32sockets.text.TextEdit;

/** The edits that fixes are made of. */
public final class Edits {
  private Edits() {}

  public static TextEdit replace(Node node, String text) {
    return new TextEdit(node.span(), text);
  }

  public static TextEdit replace(int start, int end, String text) {
    return new TextEdit(new Span(start, end), text);
  }

  public static TextEdit insert(int offset, String text) {
    return new TextEdit(new Span(offset, offset), text);
  }

  /** Replaces the name after the dot. */
  public static TextEdit rename(Expr.Attribute attribute, String name) {
    int start = attribute.nameStart;
    return replace(start, start + attribute.name.length(), name);
  }

  /** The blanks before the first word of the node's line. */
  public static String indent(Tree tree, Node node) {
    int start = lineStart(tree, node.start);
    String text = tree.text();
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /** A whole line before the statement, with its indent. */
  public static TextEdit insertLineBefore(Tree tree, Node statement, String line) {
    int start = lineStart(tree, statement.start);
    return insert(start, indent(tree, statement) + line + lineBreak(tree));
  }

  /** A whole line after the statement, with its indent. */
  public static TextEdit insertLineAfter(Tree tree, Node statement, String line) {
    LineIndex lines = tree.lines();
    int end = lines.lineEnd(lines.line(Math.max(statement.start, statement.end - 1)));
    String text = tree.text();
    boolean ends = end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r');
    String indented = indent(tree, statement) + line;
    return insert(end, ends ? indented + lineBreak(tree) : lineBreak(tree) + indented);
  }

  /** Takes out a statement that stands alone on its lines, the line break included. */
  public static TextEdit deleteLines(Tree tree, Stmt statement) {
    LineIndex lines = tree.lines();
    int from = lineStart(tree, statement.start);
    int to = lines.lineEnd(lines.line(Math.max(statement.start, statement.end - 1)));
    return replace(from, to, "");
  }

  /** Whether nothing else stands on the lines of the statement, comments aside. */
  public static boolean isAlone(Tree tree, Stmt statement) {
    String text = tree.text();
    for (int i = lineStart(tree, statement.start); i < statement.start; i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
        return false;
      }
    }
    for (int i = statement.end; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '#') {
        return true;
      }
      if (c != ' ' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  public static int lineStart(Tree tree, int offset) {
    return tree.lines().lineStart(tree.lines().line(offset));
  }

  /** The line break that the file uses. */
  public static String lineBreak(Tree tree) {
    int at = tree.text().indexOf('\n');
    return at > 0 && tree.text().charAt(at - 1) == '\r' ? "\r\n" : "\n";
  }

  /** Adds an argument behind the last one. */
  public static TextEdit addArgument(Expr.Call call, String text) {
    int count = call.arguments.size();
    return count == 0
        ? insert(call.open + 1, text)
        : insert(call.arguments.get(count - 1).end, ", " + text);
  }

  /** Takes an argument out together with the comma that it needs. */
  public static TextEdit removeArgument(Expr.Call call, Expr.Argument argument) {
    int index = call.arguments.indexOf(argument);
    if (index > 0) {
      return replace(call.arguments.get(index - 1).end, argument.end, "");
    }
    boolean last = call.arguments.size() == 1;
    return replace(argument.start, last ? argument.end : call.arguments.get(1).start, "");
  }
}
