package dev.esp32sockets.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiteralTest {

  private static Expr value(String code) {
    Tree tree = Parser.parse(code + "\n");
    assertEquals(List.of(), tree.problems());
    return ((Stmt.ExprStmt) tree.body().get(0)).value;
  }

  private static String text(String code) {
    return ((Expr.Str) value(code)).value;
  }

  private static String bytes(String code) {
    return ((Expr.Bytes) value(code)).value;
  }

  @Test
  void escapesOfText() {
    assertEquals("a\n\t\\'\"", text("'a\\n\\t\\\\\\'\\\"'"));
    assertEquals("A\u00e9\uD83D\uDE00", text("'\\x41\\u00e9\\U0001F600'"));
    assertEquals("S8", text("'\\1238'"));
    assertEquals("\\q", text("'\\q'"));
    assertEquals("ab", text("'a\\\nb'"));
    assertEquals("a\nb", text("'''a\r\nb'''"));
  }

  @Test
  void rawText() {
    assertEquals("a\\nb\\'", text("r'a\\nb\\''"));
  }

  @Test
  void escapesOfBytes() {
    assertEquals("\u0000\u00ff\\u1234", bytes("b'\\x00\\377\\u1234'"));
    assertEquals("\u00c3\u00a9", bytes("b'\u00e9'"));
    assertEquals("\\x00", bytes("rb'\\x00'"));
  }

  @Test
  void neighboursAreJoined() {
    Expr.Str joined = (Expr.Str) value("('a' \"b\"\n  '''c''')");
    assertEquals("abc", joined.value);
    assertEquals(3, joined.parts);
  }

  @Test
  void fieldsOfFStrings() {
    String code = "f'{a}{b.c!r:>{w}}{{}}' 'x' f'{d[\"k\"]}{e=}'\n";
    Tree tree = Parser.parse(code);
    Expr.FString found = (Expr.FString) ((Stmt.ExprStmt) tree.body().get(0)).value;
    StringBuilder sources = new StringBuilder();
    for (Expr field : found.values) {
      sources.append(tree.source(field)).append(' ');
    }
    assertEquals("a b.c w d[\"k\"] e ", sources.toString());
    assertEquals(3, found.parts);
    assertTrue(tree.compiles(28));
  }

  @Test
  void aNestedFStringKeepsItsOffsets() {
    Tree tree = Parser.parse("f'{f\"{x}\"}{y}'; z\n");
    assertTrue(tree.compiles(28));
    Expr.FString outer = (Expr.FString) ((Stmt.ExprStmt) tree.body().get(0)).value;
    Expr.FString inner = (Expr.FString) outer.values.get(0);
    assertEquals("x", tree.source(inner.values.get(0)));
    assertEquals("y", tree.source(outer.values.get(1)));
    assertEquals("z", tree.source(tree.body().get(1)));
  }
}
