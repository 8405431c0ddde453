package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.List;

/** Reads one import. */
final class ImportReader {
  private final StatementParser parser;

  ImportReader(StatementParser parser) {
    this.parser = parser;
  }

  Stmt read() {
    int from = parser.start();
    if (parser.accept(Token.KW_IMPORT)) {
      return plain(from);
    }
    parser.advance();
    return fromModule(from);
  }

  private Stmt plain(int from) {
    int mark = parser.mark();
    do {
      int start = parser.start();
      if (parser.kind != Token.NAME) {
        parser.unexpected("expected the name of a module");
        if (parser.atLineEnd()) {
          parser.push(
              new Stmt.Alias(parser.nextId++, parser.lastEnd(), parser.lastEnd(), "", null));
        }
        break;
      }
      String name = dottedName();
      String alias = alias();
      parser.push(new Stmt.Alias(parser.nextId++, start, parser.lastEnd(), name, alias));
    } while (parser.accept(Token.COMMA));
    return new Stmt.Import(parser.nextId++, from, parser.lastEnd(), parser.since(mark));
  }

  private @org.jspecify.annotations.Nullable String alias() {
    if (!parser.accept(Token.KW_AS)) {
      return null;
    }
    return parser.definedName("expected a name after `as`");
  }

  private String dottedName() {
    int start = parser.start();
    String name = parser.name();
    parser.checkNameLength(start);
    parser.advance();
    if (parser.kind != Token.DOT) {
      return name;
    }
    StringBuilder whole = new StringBuilder(name);
    while (parser.accept(Token.DOT)) {
      whole.append('.');
      if (parser.kind != Token.NAME) {
        parser.unexpected("expected a name after `.`");
        break;
      }
      whole.append(parser.name());
      parser.advance();
    }
    if (whole.length() > 255) {
      parser.dialect(
          start,
          parser.lastEnd(),
          "the name of this module is longer than 255 bytes",
          Releases.ALL,
          null);
    }
    return whole.toString();
  }

  private Stmt fromModule(int from) {
    int level = 0;
    while (parser.kind == Token.DOT || parser.kind == Token.ELLIPSIS) {
      level += parser.kind == Token.DOT ? 1 : 3;
      parser.advance();
    }
    int moduleStart = parser.start();
    String module = "";
    if (parser.kind == Token.NAME) {
      module = dottedName();
    } else if (level == 0) {
      parser.unexpected("expected the name of a module");
    }
    if (!parser.expect(Token.KW_IMPORT, "expected `import` after the name of the module")) {
      return make(from, module, moduleStart, level, List.of(), false);
    }
    if (parser.accept(Token.STAR)) {
      if (parser.context.kind != FunctionContext.MODULE) {
        parser.compileError(
            from, parser.lastEnd(), "`import *` works at the top level of a file only");
      }
      return make(from, module, moduleStart, level, List.of(), true);
    }
    int open = parser.pos;
    boolean parenthesised = parser.accept(Token.LPAREN);
    List<Stmt.Alias> names = names(parenthesised);
    if (parenthesised) {
      parser.close(open, Token.RPAREN);
    }
    return make(from, module, moduleStart, level, names, false);
  }

  private List<Stmt.Alias> names(boolean parenthesised) {
    int mark = parser.mark();
    do {
      int start = parser.start();
      if (parser.kind != Token.NAME) {
        boolean trailingComma =
            parser.mark() > mark
                && ((parser.kind == Token.RPAREN && parenthesised) || parser.atLineEnd());
        if (!trailingComma) {
          parser.unexpected("expected a name to import");
        }
        break;
      }
      String name = parser.name();
      parser.checkNameLength(start);
      parser.advance();
      String alias = alias();
      parser.push(new Stmt.Alias(parser.nextId++, start, parser.lastEnd(), name, alias));
    } while (parser.accept(Token.COMMA));
    return parser.since(mark);
  }

  private Stmt make(
      int from, String module, int moduleStart, int level, List<Stmt.Alias> names, boolean star) {
    return new Stmt.ImportFrom(
        parser.nextId++, from, parser.lastEnd(), module, moduleStart, level, names, star);
  }
}
