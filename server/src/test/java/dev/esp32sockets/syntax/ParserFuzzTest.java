package dev.esp32sockets.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text gives tokens and a tree that lie inside it, and nothing is lost on the way. */
class ParserFuzzTest {
  /** Pieces that programs are made of: random letters alone rarely reach a rule of the grammar. */
  private static final String[] PIECES = {
    "\n",
    "\n    ",
    "\n        ",
    " ",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    ";",
    "=",
    "==",
    ".",
    "*",
    "**",
    "->",
    ":=",
    "@",
    "...",
    "\\\n",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "f'",
    "rb'",
    "f\"\"\"{",
    "!r}",
    "#",
    "x",
    "y1",
    "0x1f",
    "1.5e3",
    "2j",
    "def f(",
    "class A",
    "async ",
    "await ",
    "if ",
    "elif ",
    "else:",
    "for ",
    " in ",
    "while ",
    "try:",
    "except ",
    "finally:",
    "with ",
    " as ",
    "lambda ",
    "yield ",
    "yield from ",
    "return ",
    "import ",
    "from ",
    "global ",
    "nonlocal ",
    "del ",
    "assert ",
    "raise ",
    "not ",
    " is ",
    " and ",
    " or ",
    "match ",
    "case ",
    "print",
    "\t",
    "\r\n",
    "\f",
    "\u201c",
    "\u00a0",
    "\ufeff",
    "\u0000",
    "pass",
    "break",
    "continue",
    "None"
  };

  @FuzzTest(maxDuration = "24h")
  void tokens(FuzzedDataProvider data) {
    boolean recovering = data.consumeBoolean();
    String text = data.consumeRemainingAsString();
    Tokenizer tokens = new Tokenizer(text, recovering);
    tokens.scanFile(0);
    assertTrue(tokens.count > 0, "no end");
    int before = 0;
    for (int i = 0; i < tokens.count; i++) {
      int start = tokens.starts[i];
      int end = tokens.ends[i];
      assertTrue(start <= end && end <= text.length(), start + ".." + end);
      assertTrue(start >= before, "token " + i + " begins inside the one before");
      before = start;
    }
    assertEquals(Token.END, tokens.kinds[tokens.count - 1]);
  }

  @FuzzTest(maxDuration = "24h")
  void anyText(FuzzedDataProvider data) {
    assertHolds(data.consumeRemainingAsString());
  }

  @FuzzTest(maxDuration = "24h")
  void pieces(FuzzedDataProvider data) {
    StringBuilder text = new StringBuilder();
    while (data.remainingBytes() > 0) {
      text.append(PIECES[data.consumeInt(0, PIECES.length - 1)]);
    }
    assertHolds(text.toString());
  }

  private static void assertHolds(String text) {
    Tree tree = Parser.parse(text);
    for (Stmt statement : tree.body()) {
      assertInside(text, statement.start, statement.end);
    }
    for (Comment comment : tree.comments()) {
      assertInside(text, comment.start(), comment.end());
    }
    for (SyntaxProblem problem : tree.problems()) {
      assertInside(text, problem.span().start(), problem.span().end());
    }
  }

  private static void assertInside(String text, int start, int end) {
    assertTrue(0 <= start && start <= end && end <= text.length(), start + ".." + end);
  }
}
