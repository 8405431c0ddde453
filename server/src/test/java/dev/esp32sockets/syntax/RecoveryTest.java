package dev.esp32sockets.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Half-typed code: what stands around the broken line is still found, and an error is told. */
class RecoveryTest {
  private static final String BEFORE =
      """
      import socket
      HOST = "a"

      def first(a):
          return a

      class Client:
          def connect(self):
              self.s = socket.socket()
              self.s.connect((HOST, 80))
      """;

  private static final String AFTER =
      """
              self.s.send(b"x")

          def close(self):
              self.s.close()

      def last(b):
          for i in range(3):
              print(i)
          return b

      async def task():
          pass

      PORT = 80
      """;

  private static final List<String> BROKEN =
      List.of(
          "self.s.",
          "self.s.connect(",
          "self.s.connect((HOST, ",
          "self.s.connect((HOST, 80)",
          "x =",
          "x = [1, 2",
          "x = {1: ",
          "x = {'a': 1, 'b'",
          "x = 'abc",
          "x = f'{",
          "x = f(a, b=",
          "x = a +",
          "x = a if b",
          "x = not",
          "x = lambda a",
          "x[",
          "x[1:",
          "if x",
          "if x:",
          "if",
          "for i",
          "for i in",
          "while x",
          "while True:",
          "try:",
          "with open('a') as",
          "def inner(",
          "def inner(a, b",
          "def",
          "class",
          "return (",
          "import",
          "from socket import",
          "from socket import (",
          "raise OSError(",
          "print 'x'",
          "x = 5 5",
          "@",
          "x = )",
          "  x = 1",
          "else:",
          "except OSError:",
          "del",
          "assert x,",
          "x := 1",
          "x = a..b",
          "$",
          "a b c",
          "elif x:",
          "await");

  static List<String> broken() {
    return BROKEN;
  }

  @ParameterizedTest
  @MethodSource("broken")
  void surroundingDefinitionsAreFound(String broken) {
    Tree tree = Parser.parse(BEFORE + "        " + broken + "\n" + AFTER);
    assertFalse(tree.problems().isEmpty(), "no problem");
    List<String> names = new ArrayList<>();
    for (Node node : Trees.all(tree)) {
      if (node instanceof Stmt.FunctionDef function) {
        names.add(function.name);
      } else if (node instanceof Stmt.ClassDef type) {
        names.add(type.name);
      }
    }
    for (String name : List.of("first", "Client", "connect", "close", "last", "task")) {
      assertTrue(names.contains(name), name + " is missing in " + names + tree.problems());
    }
    assertTrue(Trees.print(tree.body()).contains("Assign([Name(PORT)], Num(80))"));
  }

  @Test
  void oneFaultGivesOneProblem() {
    Tree tree = Parser.parse(BEFORE + "        self.s.connect((HOST, 80)\n" + AFTER);
    assertEquals(1, tree.problems().size(), () -> tree.problems().toString());
    assertEquals("`(` is never closed", tree.problems().get(0).message());
  }

  @Test
  void anUnfinishedAttributeIsAnAttribute() {
    Tree tree = Parser.parse("s.\ny = f()\n");
    assertEquals(
        "[ExprStmt(Attribute(Name(s), )), Assign([Name(y)], Call(Name(f), []))]",
        Trees.print(tree.body()));
  }

  @Test
  void anUnfinishedCallIsACall() {
    Tree tree = Parser.parse("f(a, \ny = 1\n");
    assertEquals(
        "[ExprStmt(Call(Name(f), [Argument(POSITIONAL, null, Name(a))])), Assign([Name(y)],"
            + " Num(1))]",
        Trees.print(tree.body()));
  }

  @Test
  void linesAreNotJoined() {
    Tree tree = Parser.parse("x =\ny = 3\n");
    assertEquals(2, tree.body().size());
    assertEquals(1, tree.problems().size());
  }
}
