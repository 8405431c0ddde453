package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a run of adjacent text or bytes literals into one node. */
final class Literals {
  private final AtomParser parser;
  private final Tokenizer tokens;
  private final char[] chars;
  private @Nullable List<Expr> fields;
  private int formatted;
  private int highest;

  private Literals(AtomParser parser) {
    this.parser = parser;
    this.tokens = parser.tokens;
    this.chars = parser.tokens.chars;
  }

  static Expr read(AtomParser parser) {
    return new Literals(parser).run();
  }

  private Expr run() {
    int first = parser.pos;
    int from = parser.start();
    boolean bytes = isBytes(first);
    StringBuilder joined = null;
    String value = null;
    int parts = 0;
    while (parser.kind == Token.STRING || parser.kind == Token.OPEN_STRING) {
      if (isBytes(parser.pos) != bytes) {
        parser.syntaxError(
            parser.start(), parser.end(), "bytes and text cannot stand next to each other");
      }
      String part = part(parser.pos, bytes);
      if (value == null) {
        value = part;
      } else {
        if (joined == null) {
          joined = new StringBuilder(value);
        }
        joined.append(part);
      }
      parts++;
      parser.advance();
    }
    String whole = joined != null ? joined.toString() : value == null ? "" : value;
    return node(from, bytes, whole, parts);
  }

  private Expr node(int from, boolean bytes, String value, int parts) {
    int end = parser.lastEnd();
    parser.height = 1;
    if (formatted > 0) {
      List<Expr> values = fields == null ? List.of() : fields;
      return parser.grown(
          new Expr.FString(parser.nextId++, from, end, values, value, parts), highest);
    }
    return bytes
        ? new Expr.Bytes(parser.nextId++, from, end, value, parts)
        : new Expr.Str(parser.nextId++, from, end, value, parts);
  }

  private boolean isBytes(int token) {
    return Prefixes.has(chars, tokens.starts[token], quoteAt(token), 'b');
  }

  private int quoteAt(int token) {
    return tokens.starts[token] + tokens.values[token];
  }

  private String part(int token, boolean bytes) {
    int start = tokens.starts[token];
    int quoteAt = quoteAt(token);
    int end = tokens.ends[token];
    boolean closed = parser.kind == Token.STRING;
    if (!closed) {
      Faults.openString(parser, quoteAt, end);
    }
    boolean raw = false;
    boolean isFormatted = false;
    if (quoteAt > start) {
      raw = Prefixes.has(chars, start, quoteAt, 'r');
      isFormatted = Prefixes.isFormatted(chars, start, quoteAt);
      checkPrefix(start, quoteAt, raw, isFormatted);
    }
    boolean triple = chars[quoteAt + 1] == chars[quoteAt] && chars[quoteAt + 2] == chars[quoteAt];
    int width = triple ? 3 : 1;
    int from = Math.min(quoteAt + width, end);
    int to = closed ? Math.max(from, end - width) : end;
    if (isFormatted) {
      formatted++;
      StringBuilder template = new StringBuilder(to - from);
      fields(from, to, raw, template);
      return template.toString();
    }
    return Escapes.decode(parser, from, to, raw, bytes);
  }

  private void checkPrefix(int start, int quoteAt, boolean raw, boolean isFormatted) {
    if (Prefixes.has(chars, start, quoteAt, 't')) {
      parser.dialect(
          start,
          quoteAt,
          "t-strings do not exist on the ESP32; use an f-string",
          Releases.ALL,
          null);
      return;
    }
    if (quoteAt - start == 2 && Prefixes.has(chars, start, quoteAt, 'u')) {
      parser.syntaxError(
          start,
          quoteAt,
          "`" + parser.text.substring(start, quoteAt) + "` is not a prefix of text; use `r`");
      return;
    }
    if (Prefixes.hasUpperCase(chars, start, quoteAt)) {
      String prefix = parser.text.substring(start, quoteAt);
      parser.dialect(
          start,
          quoteAt,
          "the prefix `" + prefix + "` must be lower case in MicroPython",
          Releases.ALL,
          Rewrites.lowerCasePrefix(start, quoteAt, prefix));
      return;
    }
    if (isFormatted) {
      checkFormatted(start, quoteAt, raw);
    }
  }

  private void checkFormatted(int start, int quoteAt, boolean raw) {
    parser.dialect(
        start, quoteAt, "f-strings are new in MicroPython 1.17", Releases.until(16), null);
    if (raw) {
      parser.dialect(
          start,
          quoteAt,
          "raw f-strings are new in MicroPython 1.24",
          Releases.between(17, 23),
          null);
    }
    if (formatted > 0) {
      parser.dialect(
          start,
          quoteAt,
          "two f-strings side by side are new in MicroPython 1.24",
          Releases.between(17, 23),
          null);
    }
  }

  private void fields(int from, int to, boolean raw, StringBuilder template) {
    if (fields == null) {
      fields = new ArrayList<>(4);
    }
    FieldReader reader = new FieldReader(parser, fields, template);
    reader.read(from, to, raw);
    highest = Math.max(highest, reader.highest());
  }
}
