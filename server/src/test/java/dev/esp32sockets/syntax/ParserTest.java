package dev.esp32sockets.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
  private static final String STATEMENTS =
      """
      import a.b as c, d
      from ..e import f as g
      from h import *
      def i(j: int = 1, *, k) -> int:
          global z
          z += 1
          return
      class L(M, metaclass=N):
          pass
      if a:
          b
      elif c:
          d
      else:
          e
      for x, in y:
          continue
      else:
          pass
      while 1:
          break
      try:
          raise A from B
      except (C, D) as e:
          pass
      finally:
          del x[0], y
      with a as b, c:
          assert a, b
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.b(1, *c, k=x, **d) | Call(Attribute(Name(a), b), [Argument(POSITIONAL, null, Num(1)),"
            + " Argument(STAR, null, Name(c)), Argument(KEYWORD, k, Name(x)),"
            + " Argument(DOUBLE_STAR, null, Name(d))])",
        "1 + 2 * 3 | Binary(ADD, Num(1), Binary(MULTIPLY, Num(2), Num(3)))",
        "1 - 2 - 3 | Binary(SUBTRACT, Binary(SUBTRACT, Num(1), Num(2)), Num(3))",
        "-a ** -b | Unary(SUBTRACT, Binary(POWER, Name(a), Unary(SUBTRACT, Name(b))))",
        "a ** b ** c | Binary(POWER, Name(a), Binary(POWER, Name(b), Name(c)))",
        "not a == b | Unary(NOT, Compare([Name(a), Name(b)], [EQUAL]))",
        "a < b <= c | Compare([Name(a), Name(b), Name(c)], [LESS, LESS_EQUAL])",
        "a is not b not in c | Compare([Name(a), Name(b), Name(c)], [IS_NOT, NOT_IN])",
        "a or b or c and d | BoolOp(OR, [Name(a), Name(b), BoolOp(AND, [Name(c), Name(d)])])",
        "a if b else c | Conditional(Name(b), Name(a), Name(c))",
        "lambda x, *y, z=1: x | Lambda([Parameter(PLAIN, x, null, null), Parameter(STAR, y, null,"
            + " null), Parameter(KEYWORD_ONLY, z, null, Num(1))], Name(x))",
        "x[1:2, ::3] | Subscript(Name(x), TupleExpr([Slice(Num(1), Num(2), null), Slice(null,"
            + " null, Num(3))]))",
        "[a for b in c if d] | Comprehension(LIST, null, Name(a), [Clause(Name(b), Name(c)),"
            + " Clause(null, Name(d))])",
        "{a: b for a in c} | Comprehension(DICT, Name(a), Name(b), [Clause(Name(a), Name(c))])",
        "{1, 2} | SetExpr([Num(1), Num(2)])",
        "{} | DictExpr([], [])",
        "() | TupleExpr([])",
        "(a) | Name(a)",
        "await_ | Name(await_)",
        "0x1F + 0b11 | Binary(ADD, Num(31), Num(3))",
        "1_000 | Num(1000)",
        "1.5e3 | Num(1500.0)",
        "2j | Num(null)",
        "99999999999999999999 | Num(99999999999999999999)",
        "... | Constant(ELLIPSIS)",
      })
  void expressions(String code, String expected) {
    Tree tree = Parser.parse(code + "\n");
    assertEquals(List.of(), tree.problems());
    assertEquals("[ExprStmt(" + expected + ")]", Trees.print(tree.body()));
  }

  @Test
  void statements() {
    Tree tree = Parser.parse(STATEMENTS);
    assertEquals(List.of(), tree.problems());
    assertEquals(10, tree.body().size());
    Stmt.If test = assertInstanceOf(Stmt.If.class, tree.body().get(5));
    assertEquals(2, test.branches.size());
    assertEquals("[ExprStmt(Name(e))]", Trees.print(test.orElse));
    Stmt.ImportFrom from = assertInstanceOf(Stmt.ImportFrom.class, tree.body().get(1));
    assertEquals(2, from.level);
    assertEquals("e", from.module);
    assertTrue(assertInstanceOf(Stmt.ImportFrom.class, tree.body().get(2)).star);
    Stmt.FunctionDef function = assertInstanceOf(Stmt.FunctionDef.class, tree.body().get(3));
    assertEquals(STATEMENTS.indexOf("i(j"), function.nameStart);
    assertEquals(STATEMENTS.indexOf("\nclass"), function.end);
  }

  @Test
  void anElifChainIsFlat() {
    StringBuilder code = new StringBuilder("if x == 0:\n    pass\n");
    for (int i = 1; i < 5000; i++) {
      code.append("elif x == ").append(i).append(":\n    pass\n");
    }
    Tree tree = Parser.parse(code.toString());
    assertEquals(List.of(), tree.problems());
    assertEquals(5000, ((Stmt.If) tree.body().get(0)).branches.size());
  }

  @Test
  void spansCoverTheCode() {
    String code = "x = (a) + f(b)  # why\n\ny = [\n  1,  # one\n]\n";
    Tree tree = Parser.parse(code);
    Stmt.Assign first = (Stmt.Assign) tree.body().get(0);
    assertEquals("(a) + f(b)", tree.source(first.value));
    assertEquals("x = (a) + f(b)", tree.source(first));
    assertEquals("[\n  1,  # one\n]", tree.source(((Stmt.Assign) tree.body().get(1)).value));
    assertEquals(2, tree.comments().size());
    Comment comment = tree.comments().get(0);
    assertEquals("# why", code.substring(comment.start(), comment.end()));
    assertFalse(comment.aloneOnLine());
  }

  @Test
  void idsAreDenseAndSpansNested() {
    Tree tree =
        Parser.parse(
            "def f(a, b=1):\n    return [x.y(z)[1:] for x in f'{a} {b!r:>{c}}' if not x]\n");
    Set<Integer> ids = new HashSet<>();
    for (Node node : Trees.all(tree)) {
      assertTrue(ids.add(node.id), "twice: " + node.id);
      assertTrue(node.id < tree.nodeCount());
      assertTrue(node.start <= node.end);
    }
    assertEquals(tree.nodeCount(), ids.size());
  }

  @Test
  void oneStringForEveryName() {
    Tree tree = Parser.parse("name = name\n");
    Stmt.Assign assign = (Stmt.Assign) tree.body().get(0);
    assertSame(((Expr.Name) assign.targets.get(0)).name, ((Expr.Name) assign.value).name);
  }

  @Test
  void offsetsAreUtf16() {
    String code = "x = '\uD83D\uDE00'; y = z\n";
    Tree tree = Parser.parse(code);
    assertEquals("z", tree.source(((Stmt.Assign) tree.body().get(1)).value));
  }

  @ParameterizedTest
  @CsvSource({"'x = 1'", "'x = 1\n'", "'x = 1\r\n'", "'\r\n\r\nx = 1\r\n'", "'# c\nx = 1 # d'"})
  void anyLineBreakWillDo(String code) {
    Tree tree = Parser.parse(code);
    assertEquals(List.of(), tree.problems());
    assertEquals("[Assign([Name(x)], Num(1))]", Trees.print(tree.body()));
  }
}
