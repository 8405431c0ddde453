package dev.esp32sockets.syntax;

import dev.esp32sockets.text.Span;
import dev.esp32sockets.text.TextEdit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Repairs for constructs that MicroPython does not know. */
final class Rewrites {
  private Rewrites() {}

  static SyntaxProblem.Fix replace(int from, int to, String replacement, String title) {
    return new SyntaxProblem.Fix(
        title, true, List.of(new TextEdit(new Span(from, to), replacement)));
  }

  static SyntaxProblem.Fix insert(int at, String inserted, String title) {
    return replace(at, at, inserted, title);
  }

  static SyntaxProblem.Fix lowerCasePrefix(int from, int to, String prefix) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    return replace(from, to, lower, "Replace with `" + lower + "`");
  }

  /** A decimal number loses its zeros; what was meant as octal nobody knows. */
  static SyntaxProblem.@Nullable Fix octal(Cursor parser, int from, int to) {
    int at = from;
    while (at < to - 1 && parser.tokens.chars[at] == '0') {
      at++;
    }
    return replace(from, at, "", "Remove the leading zero");
  }

  /** Takes the slash away together with the comma on one side of it. */
  static SyntaxProblem.@Nullable Fix withoutSlash(Cursor parser, int slash, int closing) {
    if (parser.kind == Token.COMMA) {
      int next = parser.tokens.starts[parser.pos + 1];
      return replace(slash, next, "", "Remove `/`");
    }
    if (parser.kind == closing && parser.tokens.kinds[parser.pos - 2] == Token.COMMA) {
      int comma = parser.tokens.starts[parser.pos - 2];
      return replace(comma, slash + 1, "", "Remove `/`");
    }
    return null;
  }

  /** The parts of a display with stars as a sum: {@code [*a, x]} as {@code list(a) + [x]}. */
  static SyntaxProblem.@Nullable Fix sum(String text, Expr display) {
    boolean list = display instanceof Expr.ListExpr;
    List<Expr> items =
        display instanceof Expr.ListExpr found
            ? found.items
            : display instanceof Expr.TupleExpr tuple ? tuple.items : List.of();
    if (items.isEmpty() || text.substring(display.start, display.end).indexOf('#') >= 0) {
      return null;
    }
    StringBuilder into = new StringBuilder();
    int run = 0;
    for (int i = 0; i <= items.size(); i++) {
      Expr item = i < items.size() ? items.get(i) : null;
      if (item == null || item instanceof Expr.Starred) {
        plainRun(text, items.subList(run, i), list, into);
        run = i + 1;
      }
      if (item instanceof Expr.Starred star) {
        into.append(into.length() == 0 ? "" : " + ").append(list ? "list(" : "tuple(");
        into.append(text, star.value.start, star.end).append(')');
      }
    }
    String written = into.toString();
    boolean alone = standsAlone(text, display);
    return replace(
        display.start,
        display.end,
        alone ? written : "(" + written + ")",
        list ? "Add the lists" : "Add the tuples");
  }

  private static void plainRun(String text, List<Expr> run, boolean list, StringBuilder into) {
    if (run.isEmpty()) {
      return;
    }
    into.append(into.length() == 0 ? "" : " + ").append(list ? '[' : '(');
    for (int i = 0; i < run.size(); i++) {
      into.append(i == 0 ? "" : ", ").append(text, run.get(i).start, run.get(i).end);
    }
    into.append(list ? "]" : run.size() == 1 ? ",)" : ")");
  }

  /** Whether a sum may replace the display without parentheses around it. */
  private static boolean standsAlone(String text, Expr display) {
    int before = display.start - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    int after = display.end;
    while (after < text.length() && text.charAt(after) == ' ') {
      after++;
    }
    boolean left =
        before >= 1
            && "=([,{:".indexOf(text.charAt(before)) >= 0
            && "=!<>".indexOf(text.charAt(before - 1)) < 0;
    boolean right = after == text.length() || "\r\n)],};#".indexOf(text.charAt(after)) >= 0;
    return left && right;
  }

  /** {@code x = {**a, ...}} as a copy and updates, for a statement alone on its line. */
  static SyntaxProblem.@Nullable Fix mergedDict(
      String text, int statementStart, Expr.Name target, Expr.DictExpr dict) {
    int lineStart = text.lastIndexOf('\n', statementStart - 1) + 1;
    String indent = text.substring(lineStart, statementStart);
    String source = text.substring(dict.start, dict.end);
    if (!indent.isBlank() || source.indexOf('#') >= 0 || source.indexOf('\n') >= 0) {
      return null;
    }
    StringBuilder into = new StringBuilder();
    int run = 0;
    for (int i = 0; i <= dict.keys.size(); i++) {
      boolean merge = i < dict.keys.size() && dict.keys.get(i) == null;
      if (i == dict.keys.size() || merge) {
        if (run < i) {
          entries(text, dict, run, i, target.name, indent, into);
        }
        run = i + 1;
      }
      if (merge) {
        Expr value = dict.values.get(i);
        String written = text.substring(value.start, value.end);
        if (into.length() > 0 && mentions(written, target.name)) {
          return null;
        }
        part(target.name, indent, written, into);
      }
    }
    return replace(statementStart, dict.end, into.toString(), "Copy and update");
  }

  private static void entries(
      String text,
      Expr.DictExpr dict,
      int from,
      int to,
      String target,
      String indent,
      StringBuilder into) {
    Expr first = dict.keys.get(from);
    if (first == null) {
      return;
    }
    String written = "{" + text.substring(first.start, dict.values.get(to - 1).end) + "}";
    if (into.length() == 0) {
      into.append(target).append(" = ").append(written);
    } else {
      into.append('\n')
          .append(indent)
          .append(target)
          .append(".update(")
          .append(written)
          .append(')');
    }
  }

  private static void part(String target, String indent, String written, StringBuilder into) {
    if (into.length() == 0) {
      into.append(target).append(" = dict(").append(written).append(')');
    } else {
      into.append('\n')
          .append(indent)
          .append(target)
          .append(".update(")
          .append(written)
          .append(')');
    }
  }

  private static boolean mentions(String code, String name) {
    return code.contains(name);
  }
}
