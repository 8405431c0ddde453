package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.List;

/**
 * Reads the expressions inside the braces of one f-string.
 *
 * <p>MicroPython cuts a field at the first colon or closing brace outside square brackets and
 * braces, without a look at quotation marks or parentheses, and reads what it cut as code.
 */
final class FieldReader {
  private static final String CUT =
      "a `:` or `}` ends this f-string field early in MicroPython; use a variable";

  private final AtomParser parser;
  private final Tokenizer tokens;
  private final char[] chars;
  private final List<Expr> fields;
  private final StringBuilder template;
  private int highest;

  FieldReader(AtomParser parser, List<Expr> fields, StringBuilder template) {
    this.template = template;
    this.parser = parser;
    this.tokens = parser.tokens;
    this.chars = parser.tokens.chars;
    this.fields = fields;
  }

  int highest() {
    return highest;
  }

  void read(int from, int to, boolean raw) {
    int at = from;
    int fieldEnd = from;
    char quote = chars[from - 1];
    while (at < to) {
      char c = chars[at];
      if (c == '\\') {
        at = raw ? at + 2 : Escapes.escape(parser, at, false, template);
      } else if (c != '{') {
        if (at >= fieldEnd) {
          template.append(c);
        }
        at += c == '}' && chars[at + 1] == '}' && at >= fieldEnd ? 2 : 1;
      } else if (chars[at + 1] == '{') {
        template.append(c);
        at += 2;
        if (at <= to && chars[at] == quote) {
          parser.dialect(
              at - 2,
              at,
              "`{{` right before the closing quote is new in MicroPython 1.28",
              Releases.between(17, 27),
              null);
        }
      } else {
        boolean nested = at < fieldEnd;
        at = field(at, to);
        if (!nested) {
          template.append(Expr.FString.HOLE);
          fieldEnd = afterFormat(at, to);
        }
      }
    }
  }

  /** The offset after the `!r`, `:format` and `}` that follow a field's expression. */
  private int afterFormat(int end, int to) {
    int at = end;
    int depth = 0;
    while (at < to) {
      char c = chars[at++];
      if (c == '{') {
        depth++;
      } else if (c == '}' && depth-- == 0) {
        break;
      }
    }
    return at;
  }

  private int field(int brace, int to) {
    int from = brace + 1;
    int end = Strings.fieldEnd(chars, from, to);
    if (chars[end] == '!') {
      parser.dialect(
          end,
          end + 2,
          "`!r` and `!s` are new in MicroPython 1.21",
          Releases.between(17, 20),
          null);
    }
    int last = end > from && chars[end - 1] == '=' ? end - 1 : end;
    if (isBlank(from, last)) {
      Releases refusing = Releases.between(17, 19);
      parser.dialect(
          brace,
          Math.min(end + 1, to),
          "empty braces in an f-string cannot be compiled",
          last == from ? refusing.or(Releases.since(28)) : refusing,
          null);
      return end;
    }
    if (hasCutter(from, end)) {
      parser.dialect(
          brace,
          end,
          "slices and `{}` in f-string fields are new in MicroPython 1.18",
          Releases.of(17),
          null);
    }
    expression(from, last);
    return end;
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (chars[i] != ' ' && chars[i] != '\t' && chars[i] != '\n' && chars[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private boolean hasCutter(int from, int to) {
    for (int i = from; i < to; i++) {
      if (chars[i] == ':' || chars[i] == '}') {
        return true;
      }
    }
    return false;
  }

  private void expression(int from, int to) {
    int savedPos = parser.pos;
    int savedCount = tokens.count;
    int savedComments = tokens.comments.size();
    boolean savedFailed = parser.failed;
    int problems = parser.problems.size();
    parser.jump(tokens.scanRange(from, to));
    if (parser.enter()) {
      Expr value = value(from);
      highest = Math.max(highest, parser.height);
      parser.leave();
      if (parser.kind != Token.END) {
        parser.unexpected("this f-string field has more than one expression");
      }
      fields.add(value);
    }
    while (tokens.comments.size() > savedComments) {
      Comment comment = tokens.comments.remove(tokens.comments.size() - 1);
      parser.syntaxError(comment.start(), comment.end(), "`#` cannot stand in an f-string field");
    }
    if (parser.failed && !savedFailed) {
      explain(from, to, problems);
    }
    tokens.count = savedCount;
    parser.jump(savedPos);
  }

  private Expr value(int from) {
    Expr first = parser.kind == Token.KW_YIELD ? parser.yieldExpr() : parser.namedOrStarred();
    if (first instanceof Expr.FString) {
      parser.dialect(
          from,
          parser.lastEnd(),
          "an f-string inside an f-string is new in MicroPython 1.28",
          Releases.between(17, 23),
          null);
    }
    if (parser.kind == Token.KW_FOR) {
      List<Expr.Clause> clauses = parser.clauses(parser.suspensions());
      return parser.comprehension(
          Expr.ComprehensionKind.GENERATOR, from, null, first, clauses, parser.height);
    }
    if (parser.kind != Token.COMMA) {
      return first;
    }
    int mark = parser.mark();
    parser.push(first);
    while (parser.accept(Token.COMMA) && parser.startsExpression()) {
      parser.push(parser.namedOrStarred());
    }
    return new Expr.TupleExpr(parser.nextId++, from, parser.lastEnd(), parser.since(mark), false);
  }

  /** Says the same fault in the words of f-strings, where it is one of MicroPython's limits. */
  private void explain(int from, int to, int firstProblem) {
    if (parser.problems.size() == firstProblem) {
      return;
    }
    SyntaxProblem found = parser.problems.get(parser.problems.size() - 1);
    String message = limit(from, to);
    if (message == null || found.kind() != SyntaxProblem.Kind.SYNTAX) {
      return;
    }
    parser.problems.set(
        parser.problems.size() - 1,
        new SyntaxProblem(
            new dev.esp32sockets.text.Span(from, Math.max(from, to)),
            SyntaxProblem.Kind.DIALECT,
            message,
            Releases.ALL,
            null));
  }

  private @org.jspecify.annotations.Nullable String limit(int from, int to) {
    String field = parser.text.substring(from, to);
    String stripped = field.strip();
    if (stripped.endsWith("!a")) {
      return "`!a` does not exist in f-strings of MicroPython; use `!r`";
    }
    if (stripped.endsWith("=") && !stripped.equals(field)) {
      return "a blank after `=` in an f-string field cannot be compiled";
    }
    if (stripped.startsWith("lambda") || stripped.contains("(lambda")) {
      return "a lambda in an f-string field cannot be compiled";
    }
    char after = chars[to];
    boolean open = count(field, '(') > count(field, ')');
    boolean quoted = (count(field, '\'') & 1) == 1 || (count(field, '"') & 1) == 1;
    return (after == ':' || after == '}') && (open || quoted) ? CUT : null;
  }

  private static int count(String text, char wanted) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == wanted) {
        found++;
      }
    }
    return found;
  }
}
