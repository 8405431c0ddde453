package dev.esp32sockets.syntax;

import java.util.List;

/** Reads MicroPython source text. Never throws: any text gives a tree and a list of problems. */
public final class Parser {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Parser() {}

  public static Tree parse(String text) {
    int from = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    Tokenizer tokens = new Tokenizer(text, false);
    tokens.scanFile(from);
    if (tokens.openBracket >= 0) {
      tokens = new Tokenizer(text, true);
      tokens.scanFile(from);
    }
    BlockParser parser = new BlockParser(text, tokens);
    List<Stmt> body = parser.file();
    List<SyntaxProblem> problems = Review.problems(parser, body, from == 1);
    return new Tree(text, body, tokens.comments, problems, parser.nextId);
  }
}
