package dev.esp32sockets.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a {@code match} over plain literals as {@code if} and {@code elif}. */
final class MatchRewrite {
  private final String text;
  private final Tokenizer tokens;
  private final List<int[]> cases = new ArrayList<>();
  private boolean given;

  MatchRewrite(String text, Tokenizer tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** Gives up: this one holds what no {@code if} says. */
  void give() {
    given = true;
  }

  /** Notes the tokens of one case, from its word to the colon. */
  void addCase(int from, int to) {
    cases.add(new int[] {from, to});
  }

  /** The repair, or null when a pattern is more than literals. */
  SyntaxProblem.@Nullable Fix fix(int from, Expr subject, int end) {
    if (given || cases.isEmpty() || !isSimple(subject) || hasLongToken(from, end)) {
      return null;
    }
    String written = text.substring(subject.start, subject.end);
    int matchIndent = indent(from);
    int caseIndent = indent(tokens.starts[cases.get(0)[0]]);
    if (matchIndent < 0 || caseIndent <= matchIndent) {
      return null;
    }
    StringBuilder into = new StringBuilder();
    for (int i = 0; i < cases.size(); i++) {
      String head = head(i, written);
      if (head == null) {
        return null;
      }
      int bodyFrom = tokens.starts[cases.get(i)[1]];
      int bodyTo = i + 1 < cases.size() ? tokens.starts[cases.get(i + 1)[0]] : end;
      into.append(head);
      dedent(text.substring(bodyFrom, bodyTo), caseIndent - matchIndent, into);
    }
    return Rewrites.replace(from, end, into.toString(), "Write `if` and `elif`");
  }

  private static boolean isSimple(Expr subject) {
    Expr inner = subject;
    while (inner instanceof Expr.Attribute attribute) {
      inner = attribute.value;
    }
    return inner instanceof Expr.Name;
  }

  /** Blanks before the offset on its line, or -1 when something else stands there. */
  private int indent(int at) {
    int start = at;
    while (start > 0 && text.charAt(start - 1) == ' ') {
      start--;
    }
    return start == 0 || text.charAt(start - 1) == '\n' ? at - start : -1;
  }

  private boolean hasLongToken(int from, int end) {
    for (int i = cases.get(0)[0]; i < tokens.count && tokens.starts[i] < end; i++) {
      if (tokens.kinds[i] == Token.STRING
          && text.substring(tokens.starts[i], tokens.ends[i]).indexOf('\n') >= 0) {
        return true;
      }
    }
    return text.substring(from, end).indexOf('\t') >= 0;
  }

  private @Nullable String head(int index, String subject) {
    int from = cases.get(index)[0] + 1;
    int to = cases.get(index)[1];
    if (to == from + 1 && is(from, "_")) {
      return index == 0 || index + 1 < cases.size() ? null : "else";
    }
    StringBuilder condition = new StringBuilder();
    int at = from;
    while (at < to) {
      int start = at;
      if (tokens.kinds[at] == Token.MINUS) {
        at++;
      }
      String operator = operator(tokens.kinds[at]);
      if (operator == null || at >= to) {
        return null;
      }
      condition.append(condition.length() == 0 ? "" : " or ").append(subject).append(operator);
      condition.append(text, tokens.starts[start], tokens.ends[at]);
      at++;
      if (at < to && tokens.kinds[at++] != Token.PIPE) {
        return null;
      }
    }
    return (index == 0 ? "if " : "elif ") + condition;
  }

  private static @Nullable String operator(int kind) {
    return switch (kind) {
      case Token.INTEGER, Token.FLOAT, Token.STRING -> " == ";
      case Token.KW_NONE, Token.KW_TRUE, Token.KW_FALSE -> " is ";
      default -> null;
    };
  }

  private boolean is(int token, String word) {
    return tokens.kinds[token] == Token.NAME
        && tokens.names.name(tokens.values[token]).equals(word);
  }

  private static void dedent(String body, int width, StringBuilder into) {
    int at = 0;
    while (at < body.length()) {
      int next = body.indexOf('\n', at);
      int end = next < 0 ? body.length() : next + 1;
      into.append(body, at, end);
      at = end;
      int removed = 0;
      while (removed < width && at < body.length() && body.charAt(at) == ' ') {
        at++;
        removed++;
      }
    }
  }
}
