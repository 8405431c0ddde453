package dev.esp32sockets.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is decided about a file once all of it was read. */
final class Review {
  private Review() {}

  /** All problems of the file in its order. */
  static List<SyntaxProblem> problems(BlockParser parser, List<Stmt> body, boolean marked) {
    List<SyntaxProblem> problems = parser.problems;
    if (problems.size() > 1) {
      problems = new ArrayList<>(problems);
      problems.sort(BY_START);
    }
    return problems;
  }

  private static final Comparator<SyntaxProblem> BY_START =
      new Comparator<>() {
        @Override
        public int compare(SyntaxProblem left, SyntaxProblem right) {
          return Integer.compare(left.span().start(), right.span().start());
        }
      };
}
