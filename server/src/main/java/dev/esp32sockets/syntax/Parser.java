package dev.esp32sockets.syntax;

import java.util.List;

/** Reads MicroPython source text. Never throws: any text gives a tree and a list of problems. */
public final class Parser {
  static final char BYTE_ORDER_MARK = '\uFEFF';

  private Parser() {}

  public static Tree parse(String text) {
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    BlockParser parser = parser(text, marked ? 1 : 0);
    List<Stmt> body = parser.file();
    List<SyntaxProblem> problems = Review.full(parser, body, marked);
    return new Tree(text, body, parser.tokens.comments, problems, parser.nextId);
  }

  /** What the compiler alone says of the text from the offset on, in no particular order. */
  static List<SyntaxProblem> bareProblems(String text, int from) {
    BlockParser parser = parser(text, from);
    return Review.bare(parser, parser.file());
  }

  private static BlockParser parser(String text, int from) {
    Tokenizer tokens = new Tokenizer(text, false);
    tokens.scanFile(from);
    if (tokens.openBracket >= 0) {
      tokens = new Tokenizer(text, true);
      tokens.scanFile(from);
    }
    return new BlockParser(text, tokens);
  }

  static int count(List<SyntaxProblem> problems, SyntaxProblem.Kind kind) {
    int found = 0;
    for (SyntaxProblem problem : problems) {
      found += problem.kind() == kind ? 1 : 0;
    }
    return found;
  }
}
