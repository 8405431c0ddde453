package dev.esp32sockets.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.judge.MicroPythonJudge;
import dev.esp32sockets.text.TextEdit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every repair gives the text that was meant, and MicroPython itself compiles it. */
class RepairTest {

  static Stream<Arguments> repairs() {
    return Stream.concat(ofDialect().stream(), ofFaults().stream());
  }

  private static List<Arguments> ofDialect() {
    return List.of(
        Arguments.of("def f(a, /, b): pass\n", "def f(a, b): pass\n"),
        Arguments.of("def f(a, /): pass\n", "def f(a): pass\n"),
        Arguments.of("x = F'{a}'\n", "x = f'{a}'\n"),
        Arguments.of("x = Rb'a'\n", "x = rb'a'\n"),
        Arguments.of("x = [*a, 1]\n", "x = list(a) + [1]\n"),
        Arguments.of("x = [0, *a, 1, 2]\n", "x = [0] + list(a) + [1, 2]\n"),
        Arguments.of("x = [*a, 1] * 2\n", "x = (list(a) + [1]) * 2\n"),
        Arguments.of("x = (*a, 1)\n", "x = tuple(a) + (1,)\n"),
        Arguments.of("x = 1, *a\n", "x = (1,) + tuple(a)\n"),
        Arguments.of("f([*a, *b])\n", "f(list(a) + list(b))\n"),
        Arguments.of("x = {**a, **b}\n", "x = dict(a)\nx.update(b)\n"),
        Arguments.of("x = {**a, 'k': 1}\n", "x = dict(a)\nx.update({'k': 1})\n"),
        Arguments.of("x = {'k': 1, **a}\n", "x = {'k': 1}\nx.update(a)\n"),
        Arguments.of(
            "with (open(a) as f, open(b) as g):\n    pass\n",
            "with open(a) as f, open(b) as g:\n    pass\n"),
        Arguments.of(
            """
            match x.y:
                case 1 | -2:
                    a
                case None:
                    b
                case _:
                    c
            """,
            "if x.y == 1 or x.y == -2:\n    a\nelif x.y is None:\n    b\nelse:\n    c\n"));
  }

  private static List<Arguments> ofFaults() {
    return List.of(
        Arguments.of("if x\n    y\n", "if x:\n    y\n"),
        Arguments.of("def f()\n    y\n", "def f():\n    y\n"),
        Arguments.of("print(f(1)\nx = 2\n", "print(f(1))\nx = 2\n"),
        Arguments.of("x = f(1))\n", "x = f(1)\n"),
        Arguments.of("print 'a', 1\n", "print('a', 1)\n"),
        Arguments.of("if a <> b: pass\n", "if a != b: pass\n"),
        Arguments.of("x = 007\n", "x = 7\n"),
        Arguments.of("x = 1if y else 2\n", "x = 1 if y else 2\n"),
        Arguments.of("try:\n    a\nexcept* E:\n    b\n", "try:\n    a\nexcept E:\n    b\n"),
        Arguments.of("try:\n    a\nexcept A, B:\n    b\n", "try:\n    a\nexcept (A, B):\n    b\n"),
        Arguments.of("try:\n    a\nexcept A, e:\n    b\n", "try:\n    a\nexcept A as e:\n    b\n"),
        Arguments.of("def f[T](x): pass\n", "def f(x): pass\n"),
        Arguments.of("type X = int\n", "X = int\n"),
        Arguments.of("\ufeffimport a\n", "import a\n"),
        Arguments.of("print(\u201chi\u201d)\nx\u00a0= 1\n", "print(\"hi\")\nx = 1\n"));
  }

  @ParameterizedTest
  @MethodSource("repairs")
  void gives(String code, String expected) {
    assertEquals(expected, repaired(code));
    assertTrue(Parser.parse(expected).compiles(Releases.NEWEST));
    assertTrue(MicroPythonJudge.newest().compiles(expected));
  }

  private static String repaired(String code) {
    SyntaxProblem.Fix fix = Parser.parse(code).problems().get(0).fix();
    assertNotNull(fix);
    StringBuilder into = new StringBuilder(code);
    List<TextEdit> edits = fix.edits();
    for (int i = edits.size() - 1; i >= 0; i--) {
      TextEdit edit = edits.get(i);
      into.replace(edit.span().start(), edit.span().end(), edit.replacement());
    }
    return into.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "match x:\n    case [a, b]:\n        c\n",
        "match x:\n    case 1 if y:\n        c\n",
        "match f():\n    case 1:\n        c\n",
        "f(\n  a\n",
        "x = {**a, **x}\n",
        "x = 'abc\n",
        "a b\n"
      })
  void noneWhereItIsNotCertain(String code) {
    assertNull(Parser.parse(code).problems().get(0).fix());
  }

  @Test
  void oneProblemForEveryCopiedCharacter() {
    List<SyntaxProblem> problems = Parser.parse("print(\u201chi\u201d)\n").problems();
    assertEquals(2, problems.size());
    assertEquals(
        "`\u201c` is not a quotation mark in code; it came from a copied web page",
        problems.get(0).message());
    assertTrue(problems.get(0).rejectedBy().isEmpty());
  }
}
