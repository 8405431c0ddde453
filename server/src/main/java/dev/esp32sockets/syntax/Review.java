package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.text.LineIndex;
import dev.esp32sockets.text.Span;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is decided about a file once all of it was read: characters, marks and repairs. */
final class Review {
  /** Repairs are tried out by reading the text again, for so many characters in all. */
  private static final int TRIAL_BUDGET = 1_000_000;

  /** One repair mends them all, so nobody needs more of them told. */
  private static final int MAX_TYPOGRAPHIC = 1000;

  private static final Comparator<SyntaxProblem> BY_START = new ByStart();

  private final String text;
  private List<SyntaxProblem> problems;
  private int budget = TRIAL_BUDGET;

  private Review(String text, List<SyntaxProblem> problems) {
    this.text = text;
    this.problems = problems;
  }

  /** All problems of the file in its order, without the characters of copied web pages. */
  static List<SyntaxProblem> bare(BlockParser parser, List<Stmt> body) {
    if (parser.declares) {
      ScopeChecks.run(parser, body);
    }
    return parser.problems;
  }

  /** All problems of the file in its order, each repair tried out. */
  static List<SyntaxProblem> full(BlockParser parser, List<Stmt> body, boolean marked) {
    List<SyntaxProblem> found = bare(parser, body);
    if (found.isEmpty() && parser.tokens.typographicCount == 0 && !marked) {
      return List.of();
    }
    Review review = new Review(parser.text, new ArrayList<>(found));
    if (parser.tokens.typographicCount > 0) {
      review.typographic(parser.tokens);
    }
    if (marked) {
      review.byteOrderMark();
    }
    review.tryRepairs();
    review.problems.sort(BY_START);
    return review.problems;
  }

  private void typographic(Tokenizer tokens) {
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 0; i < tokens.typographicCount; i++) {
      int at = tokens.typographic[i];
      String plain = Typography.plain(text.charAt(at));
      if (plain != null) {
        edits.add(new TextEdit(new Span(at, at + 1), plain));
      }
    }
    SyntaxProblem.Fix fix =
        new SyntaxProblem.Fix("Write plain characters in the whole file", true, edits);
    LineIndex lines = new LineIndex(text);
    List<SyntaxProblem> merged = new ArrayList<>();
    boolean[] broken = new boolean[lines.lineCount()];
    boolean[] odd = new boolean[lines.lineCount()];
    List<TextEdit> told = edits.subList(0, Math.min(edits.size(), MAX_TYPOGRAPHIC));
    for (TextEdit edit : told) {
      odd[lines.line(edit.span().start())] = true;
    }
    for (SyntaxProblem problem : problems) {
      int line = lines.line(problem.span().start());
      if (problem.kind() == SyntaxProblem.Kind.SYNTAX && odd[line]) {
        broken[line] = true;
      } else {
        merged.add(problem);
      }
    }
    for (TextEdit edit : told) {
      boolean refused = broken[lines.line(edit.span().start())];
      merged.add(typographic(edit, refused ? Releases.ALL : Releases.NONE, fix));
    }
    problems = merged;
  }

  private SyntaxProblem typographic(TextEdit edit, Releases rejectedBy, SyntaxProblem.Fix fix) {
    String shown = Typography.shown(text.charAt(edit.span().start()));
    String message =
        "`"
            + shown
            + "` is not "
            + Typography.meaning(edit.replacement())
            + " in code; it came from a copied web page";
    return new SyntaxProblem(edit.span(), SyntaxProblem.Kind.TYPOGRAPHIC, message, rejectedBy, fix);
  }

  /** The compiler takes the mark into the first name; whether that compiles is simply tried. */
  private void byteOrderMark() {
    Releases refused = Releases.NONE;
    for (SyntaxProblem problem : Parser.bareProblems(text, 0)) {
      refused = refused.or(problem.rejectedBy());
    }
    problems.add(
        new SyntaxProblem(
            new Span(0, 1),
            SyntaxProblem.Kind.BYTE_ORDER_MARK,
            "the byte order mark becomes part of the first word; save the file without it",
            refused,
            Rewrites.replace(0, 1, "", "Remove the byte order mark")));
  }

  /** Takes back every repair after which the text is no better. */
  private void tryRepairs() {
    SyntaxProblem.Fix tried = null;
    boolean good = true;
    for (int i = 0; i < problems.size(); i++) {
      SyntaxProblem problem = problems.get(i);
      SyntaxProblem.Fix fix = problem.fix();
      if (fix == null || problem.kind() == SyntaxProblem.Kind.BYTE_ORDER_MARK) {
        continue;
      }
      if (!fix.equals(tried)) {
        good = helps(problem.kind(), fix);
        tried = fix;
      }
      if (!good) {
        problems.set(i, without(problem, null));
      }
    }
  }

  private static SyntaxProblem without(SyntaxProblem problem, SyntaxProblem.@Nullable Fix fix) {
    return new SyntaxProblem(
        problem.span(), problem.kind(), problem.message(), problem.rejectedBy(), fix);
  }

  private boolean helps(SyntaxProblem.Kind kind, SyntaxProblem.Fix fix) {
    int price = text.length() + 1000;
    if (budget < price) {
      return kind != SyntaxProblem.Kind.SYNTAX;
    }
    budget -= price;
    String fixed = apply(fix.edits());
    int from = !fixed.isEmpty() && fixed.charAt(0) == Parser.BYTE_ORDER_MARK ? 1 : 0;
    List<SyntaxProblem> after = Parser.bareProblems(fixed, from);
    if (kind == SyntaxProblem.Kind.TYPOGRAPHIC) {
      return Parser.count(after, SyntaxProblem.Kind.SYNTAX)
          <= Parser.count(problems, SyntaxProblem.Kind.SYNTAX);
    }
    return weight(after) < weight(problems);
  }

  /** How many releases refuse how much. */
  private static int weight(List<SyntaxProblem> problems) {
    int weight = 0;
    for (SyntaxProblem problem : problems) {
      if (problem.kind() != SyntaxProblem.Kind.BYTE_ORDER_MARK) {
        weight += Integer.bitCount(problem.rejectedBy().bits());
      }
    }
    return weight;
  }

  private String apply(List<TextEdit> edits) {
    StringBuilder into = new StringBuilder(text.length() + 16);
    int at = 0;
    for (TextEdit edit : edits) {
      into.append(text, at, edit.span().start()).append(edit.replacement());
      at = edit.span().end();
    }
    return into.append(text, at, text.length()).toString();
  }

  private static final class ByStart implements Comparator<SyntaxProblem> {
    @Override
    public int compare(SyntaxProblem left, SyntaxProblem right) {
      return Integer.compare(left.span().start(), right.span().start());
    }
  }
}
