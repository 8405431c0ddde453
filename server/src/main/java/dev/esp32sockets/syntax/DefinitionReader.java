package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one function or class with its decorators. */
final class DefinitionReader {
  private final BlockParser parser;

  DefinitionReader(BlockParser parser) {
    this.parser = parser;
  }

  Stmt read() {
    int from = parser.start();
    List<Expr> decorators = List.of();
    if (parser.kind == Token.AT) {
      decorators = new ArrayList<>(2);
      while (parser.kind == Token.AT) {
        decorators.add(decorator());
      }
    }
    switch (parser.kind) {
      case Token.KW_DEF -> {
        return function(from, decorators, false);
      }
      case Token.KW_CLASS -> {
        return classDefinition(from, decorators);
      }
      case Token.KW_ASYNC -> {
        if (parser.peek() == Token.KW_DEF) {
          parser.advance();
          return function(from, decorators, true);
        }
      }
      default -> {}
    }
    parser.unexpected("a function or class must follow the decorator");
    Stmt nothing =
        new Stmt.ErrorStmt(parser.nextId++, from, Math.max(from, parser.lastEnd()), decorators);
    parser.failed = false;
    return nothing;
  }

  private Expr decorator() {
    parser.advance();
    int from = parser.start();
    boolean named = parser.kind == Token.NAME;
    Expr decorator = parser.namedTest();
    if (!parser.failed) {
      if (!named || !isPlain(decorator)) {
        parser.dialect(
            from,
            parser.lastEnd(),
            "a decorator must be a dotted name, with one call at most, in MicroPython",
            Releases.ALL,
            null);
      } else {
        checkBuiltIn(decorator);
      }
    }
    if (parser.kind != Token.NEWLINE) {
      parser.unexpected("expected the end of the line after the decorator");
      parser.skipLine();
    }
    parser.accept(Token.NEWLINE);
    parser.failed = false;
    return decorator;
  }

  private static boolean isPlain(Expr decorator) {
    Expr inner = decorator instanceof Expr.Call call ? call.function : decorator;
    while (inner instanceof Expr.Attribute attribute) {
      inner = attribute.value;
    }
    return inner instanceof Expr.Name;
  }

  /** The decorators of the compiler itself. */
  private void checkBuiltIn(Expr decorator) {
    Expr inner = decorator instanceof Expr.Call call ? call.function : decorator;
    String name = null;
    if (inner instanceof Expr.Attribute attribute && attribute.value instanceof Expr.Name) {
      name = attribute.name;
    }
    while (inner instanceof Expr.Attribute attribute) {
      inner = attribute.value;
    }
    if (!(inner instanceof Expr.Name module) || !module.name.equals("micropython")) {
      return;
    }
    if (name == null
        || !(name.equals("native") || name.equals("viper") || name.equals("bytecode"))) {
      parser.compileDialect(
          decorator.start,
          decorator.end,
          "`@"
              + Hints.shortened(parser.text.substring(decorator.start, decorator.end))
              + "` does not exist on the ESP32",
          Releases.ALL);
    }
  }

  private Stmt function(int from, List<Expr> decorators, boolean async) {
    parser.advance();
    int nameStart = parser.start();
    String name = parser.definedName("expected the name of the function");
    typeParameters();
    FunctionContext inner = new FunctionContext(FunctionContext.FUNCTION, parser.context);
    inner.generator = async;
    List<Expr.Parameter> parameters = List.of();
    int open = parser.pos;
    if (parser.expect(Token.LPAREN, "expected `(` after the name of the function")) {
      parameters = new ParameterReader(parser, inner, Token.RPAREN, true).read();
      parser.close(open, Token.RPAREN);
    }
    Expr returns = null;
    if (parser.accept(Token.ARROW)) {
      parser.annotation++;
      returns = parser.test();
      parser.annotation--;
    }
    FunctionContext outer = parser.context;
    parser.context = inner;
    List<Stmt> body = parser.suite("expected `:` after the parameters");
    parser.context = outer;
    return new Stmt.FunctionDef(
        parser.nextId++,
        from,
        parser.bodyEnd(),
        async,
        name == null ? "" : name,
        nameStart,
        decorators,
        parameters,
        returns,
        body);
  }

  /** {@code def f[T](x)} and {@code class A[T]} are CPython 3.12. */
  private void typeParameters() {
    if (parser.kind != Token.LBRACKET) {
      return;
    }
    int open = parser.pos;
    int from = parser.start();
    int depth = 0;
    while (!parser.atLineEnd()) {
      int kind = parser.kind;
      parser.advance();
      if (kind == Token.LBRACKET) {
        depth++;
      } else if (kind == Token.RBRACKET && --depth == 0) {
        int end = parser.lastEnd();
        parser.dialect(
            from,
            end,
            "type parameters do not exist in MicroPython; remove them",
            Releases.ALL,
            Rewrites.replace(from, end, "", "Remove the type parameters"));
        return;
      }
    }
    parser.close(open, Token.RBRACKET);
  }

  private @Nullable List<Expr.Argument> bases() {
    return parser.kind == Token.LPAREN ? new CallReader(parser).arguments() : null;
  }

  private Stmt classDefinition(int from, List<Expr> decorators) {
    parser.advance();
    int nameStart = parser.start();
    String name = parser.definedName("expected the name of the class");
    typeParameters();
    List<Expr.Argument> bases = bases();
    FunctionContext outer = parser.context;
    parser.context = new FunctionContext(FunctionContext.CLASS, outer);
    List<Stmt> body = parser.suite("expected `:` after the name of the class");
    parser.context = outer;
    return new Stmt.ClassDef(
        parser.nextId++,
        from,
        parser.bodyEnd(),
        name == null ? "" : name,
        nameStart,
        decorators,
        bases == null ? List.of() : bases,
        body);
  }
}
