package dev.esp32sockets.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any input gives a tree, on a small stack and in reasonable time. */
class ExtremeInputTest {

  private static Tree parseOnSmallStack(String code) throws InterruptedException {
    AtomicReference<@Nullable Tree> found = new AtomicReference<>();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, () -> found.set(Parser.parse(code)), "small", 512 * 1024);
    thread.setUncaughtExceptionHandler((which, thrown) -> failure.set(thrown));
    thread.start();
    thread.join();
    assertEquals(null, failure.get());
    Tree tree = found.get();
    assertNotNull(tree);
    return tree;
  }

  private static final List<String> OPENINGS =
      List.of(
          "(",
          "[",
          "{",
          "f(",
          "x[",
          "{1: ",
          "-",
          "~",
          "not ",
          "await ",
          "lambda: ",
          "a ** ",
          "a if b else ",
          "(yield ",
          "f'{",
          "x.y(",
          "a or (b and (c == (d + (e * (f(",
          "[x for x in ",
          "*",
          "lambda x=",
          "a = ",
          "if x: ",
          "@",
          "a.",
          "a + ",
          "a[0]",
          "f()",
          "def f(x=",
          "a < b ",
          "{**",
          "f(*",
          "f(k=",
          "(a, ",
          "x := ",
          "f'{x:{",
          "(\n",
          "else: ",
          "\\\n",
          "'a' ",
          "\t",
          "é");

  static List<String> openings() {
    return OPENINGS;
  }

  @ParameterizedTest
  @MethodSource("openings")
  void deepNestingIsToldOnce(String opening) throws InterruptedException {
    for (int count : new int[] {150, 5000}) {
      Tree tree = parseOnSmallStack("x = 1\n" + opening.repeat(count) + "\ny = 2\n");
      long deep =
          tree.problems().stream()
              .filter(each -> each.kind() == SyntaxProblem.Kind.TOO_DEEP)
              .count();
      assertTrue(deep <= 1, "told " + deep + " times");
    }
  }

  @Test
  void closedBracketsBeyondTheLimitAreOneProblem() throws InterruptedException {
    Tree tree = parseOnSmallStack("(".repeat(5000) + ")".repeat(5000) + "\nx = 1\n");
    assertEquals(1, tree.problems().size(), () -> tree.problems().toString());
    assertEquals(SyntaxProblem.Kind.TOO_DEEP, tree.problems().get(0).kind());
    assertTrue(Trees.print(tree.body()).endsWith("Assign([Name(x)], Num(1))]"));
  }

  @Test
  void deepBlocksAreToldOnce() throws InterruptedException {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      code.append(" ".repeat(i)).append("if x:\n");
    }
    code.append(" ".repeat(3000)).append("pass\ny = 1\n");
    Tree tree = parseOnSmallStack(code.toString());
    assertEquals(1, tree.problems().size());
    assertEquals(2, tree.body().size());
  }

  @Test
  void tenMegabytesOnOneLine() throws InterruptedException {
    Tree list = parseOnSmallStack("x = [" + "1,".repeat(5_000_000) + "]\n");
    assertEquals(0, list.problems().size());
    Tree sum = parseOnSmallStack("x = 1" + " + 1".repeat(2_500_000) + "\n");
    assertEquals(1, sum.problems().size());
    Tree noise = parseOnSmallStack("(".repeat(10_000_000));
    assertTrue(noise.problems().size() <= 2);
  }

  static List<String> faults() {
    return List.of(
        "f'{\n",
        "f'{",
        "*a,",
        "(*a,),",
        "match x:\n case 1:\n  pass\n",
        "x = [*a, 1]\n",
        "\u201c",
        "'''",
        "x = (\n",
        "a <> b\n",
        "print x\n",
        "try:\n",
        "@a\n",
        "f'{a:{",
        "with (a as b):\n c\n",
        "x.\n",
        "if x\n y\n",
        "global x\n",
        "[x := 1 for y in z]\n",
        "{**a}\n",
        "0x\n",
        "\\",
        "#\n",
        "1if ",
        "f(\n",
        "x\u00a0= 1\n",
        "def f(a, /): pass\n",
        "else:\n");
  }

  @ParameterizedTest
  @MethodSource("faults")
  @Timeout(60)
  void aMillionFaultsTakeLinearTime(String fault) {
    Tree tree = Parser.parse(fault.repeat(1_000_000 / fault.length()) + " = x\n");
    assertTrue(tree.nodeCount() >= 0);
  }

  @Test
  void randomCharactersNeverThrow() throws InterruptedException {
    String alphabet =
        "()[]{}'\"\\\n\r\t\f\u0000 :;,.=+-*@!#fFrRbBuUtTxX0123eEjJ_ifdeflambda\u201c\ufeff\uD83D";
    Random random = new Random(5);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder code = new StringBuilder();
      int length = random.nextInt(40);
      for (int k = 0; k < length; k++) {
        code.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Tree tree = Parser.parse(code.toString());
      for (SyntaxProblem problem : tree.problems()) {
        assertTrue(problem.span().end() <= code.length(), code.toString());
        assertTrue(problem.message().length() <= 100, problem.message());
      }
      all.append(code).append('\n');
    }
    assertNotNull(parseOnSmallStack(all.toString()));
  }
}
