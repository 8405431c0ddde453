package dev.esp32sockets.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a text into tokens the way MicroPython's lexer does: any character beyond ASCII belongs to a
 * name, a tab reaches the next multiple of eight, newlines do not count inside brackets.
 *
 * <p>Tokens are numbers in parallel arrays. {@link #scanRange} appends the tokens of the braces of
 * an f-string behind those of the file.
 */
final class Tokenizer {
  private static final byte[] CLASS = classes();
  private static final int LETTER = 1;
  private static final int DIGIT = 2;
  private static final int BLANK = 3;

  /** The value of an invalid token that stands for an indentation that fits no block. */
  static final int BAD_INDENT = 2;

  final char[] chars;
  final int length;
  final NameTable names;
  final List<Comment> comments = new ArrayList<>();

  byte[] kinds;
  int[] starts;
  int[] ends;

  /** The number of a name in {@link #names}; of a string, the length of its prefix. */
  int[] values;

  int count;

  /** Offsets of characters that only a copied web page brings into code. */
  int[] typographic = new int[0];

  int typographicCount;

  /** Where the innermost bracket that is never closed stands, or -1. */
  int openBracket = -1;

  /**
   * Whether a field that is never closed was met. The file is refused then, and to look for the end
   * of every further field in all the rest would take forever.
   */
  private boolean brokenField;

  private final boolean recovering;
  private int[] indents = new int[16];
  private int indentCount = 1;
  private int[] brackets = new int[16];
  private int depth;
  private int pos;

  Tokenizer(String text, boolean recovering) {
    this.length = text.length();
    this.chars = new char[length + 4];
    text.getChars(0, length, chars, 0);
    this.names = new NameTable();
    this.recovering = recovering;
    int room = length / 4 + 32;
    kinds = new byte[room];
    starts = new int[room];
    ends = new int[room];
    values = new int[room];
  }

  /** Reads the whole text, from the offset on. */
  void scanFile(int from) {
    pos = from;
    boolean lineStart = true;
    while (pos < length) {
      if (lineStart) {
        lineStart = false;
        if (!startLine()) {
          break;
        }
      }
      lineStart = scanToken(length);
    }
    if (depth > 0) {
      openBracket = brackets[depth - 1];
    }
    if (count > 0 && kinds[count - 1] != Token.NEWLINE && kinds[count - 1] != Token.DEDENT) {
      add(Token.NEWLINE, length, length, 0);
    }
    while (indentCount > 1) {
      indentCount--;
      add(Token.DEDENT, length, length, 0);
    }
    add(Token.END, length, length, 0);
  }

  /** Appends the tokens of an expression inside braces; line breaks are blanks there. */
  int scanRange(int from, int to) {
    int first = count;
    int outerPos = pos;
    int outerDepth = depth;
    pos = from;
    depth = 1;
    while (pos < to) {
      scanToken(to);
    }
    add(Token.END, to, to, 0);
    pos = outerPos;
    depth = outerDepth;
    return first;
  }

  private void add(int kind, int start, int end, int value) {
    if (count == kinds.length) {
      int room = count * 2;
      kinds = Arrays.copyOf(kinds, room);
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
      values = Arrays.copyOf(values, room);
    }
    kinds[count] = (byte) kind;
    starts[count] = start;
    ends[count] = end;
    values[count++] = value;
  }

  /** Skips blank lines and comments and compares the indentation; false at the end of the text. */
  private boolean startLine() {
    int column = 0;
    while (pos < length) {
      char c = chars[pos];
      if (c == ' ' || c == '\f' || c == 0x0B) {
        column++;
        pos++;
      } else if (c == '\t') {
        column = (column / 8 + 1) * 8;
        pos++;
      } else if (c == '\n' || c == '\r') {
        column = 0;
        pos++;
      } else if (c == '#') {
        comment(true);
      } else if (c == '\\' && isBreak(chars[pos + 1])) {
        column = 0;
        pos = afterBreak(pos + 1);
      } else {
        indent(column);
        return true;
      }
    }
    return false;
  }

  private void indent(int column) {
    int top = indents[indentCount - 1];
    if (column == top) {
      return;
    }
    if (column > top) {
      if (indentCount == indents.length) {
        indents = Arrays.copyOf(indents, indentCount * 2);
      }
      indents[indentCount++] = column;
      add(Token.INDENT, pos, pos, 0);
      return;
    }
    while (column < indents[indentCount - 1]) {
      if (column > indents[indentCount - 2]) {
        // Between two levels: the line stays in the inner block, and the parser is told.
        indents[indentCount - 1] = column;
        add(Token.INVALID, pos, pos, BAD_INDENT);
        return;
      }
      indentCount--;
      add(Token.DEDENT, pos, pos, 0);
    }
  }

  private void comment(boolean alone) {
    int start = pos;
    while (pos < length && chars[pos] != '\n' && chars[pos] != '\r') {
      pos++;
    }
    comments.add(new Comment(start, pos, alone));
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private int afterBreak(int at) {
    return chars[at] == '\r' && chars[at + 1] == '\n' ? at + 2 : at + 1;
  }

  /** Reads one token or skips blanks; true when a logical line ended. */
  private boolean scanToken(int to) {
    char c = chars[pos];
    int kind = c < 128 ? CLASS[c] : LETTER;
    if (kind == LETTER) {
      name(to);
      return false;
    }
    if (kind == BLANK) {
      pos++;
      return false;
    }
    if (kind == DIGIT || (c == '.' && isDigit(chars[pos + 1]))) {
      number(to);
      return false;
    }
    return switch (c) {
      case '\n', '\r' -> lineBreak();
      case '#' -> {
        comment(false);
        yield false;
      }
      case '"', '\'' -> {
        string(pos, pos, false, to);
        yield false;
      }
      case '\\' -> {
        backslash();
        yield false;
      }
      default -> {
        punctuation(c);
        yield false;
      }
    };
  }

  private boolean lineBreak() {
    int start = pos;
    pos = afterBreak(pos);
    if (depth > 0) {
      if (!recovering || !Recovery.startsStatement(chars, pos, length, indents[indentCount - 1])) {
        return false;
      }
      if (openBracket < 0) {
        openBracket = brackets[depth - 1];
      }
      depth = 0;
    }
    add(Token.NEWLINE, start, pos, 0);
    return true;
  }

  private void backslash() {
    if (isBreak(chars[pos + 1]) && pos + 1 < length) {
      int next = afterBreak(pos + 1);
      if (next < length) {
        pos = next;
        return;
      }
    }
    add(Token.INVALID, pos, pos + 1, 0);
    pos++;
  }

  private void name(int to) {
    int start = pos;
    int at = start;
    int hash = 0;
    int beyond = 0;
    char c = chars[at];
    do {
      hash = hash * 31 + c;
      beyond |= c;
      c = chars[++at];
    } while ((c < 128 ? CLASS[c] <= DIGIT && CLASS[c] > 0 : true) && at < to);
    if (beyond >= 128) {
      noteTypographic(start, at);
    }
    if ((c == '"' || c == '\'') && at - start <= 2 && Prefixes.isPrefix(chars, start, at)) {
      string(start, at, Prefixes.isFormatted(chars, start, at), to);
      return;
    }
    pos = at;
    int number = names.number(chars, start, at, hash);
    boolean keyword = number < Token.KEYWORDS.length;
    add(keyword ? Token.KW_FALSE + number : Token.NAME, start, at, number);
  }

  private void noteTypographic(int start, int end) {
    for (int i = start; i < end; i++) {
      if (chars[i] >= 128 && Typography.plain(chars[i]) != null) {
        if (typographicCount == typographic.length) {
          typographic = Arrays.copyOf(typographic, Math.max(16, typographicCount * 2));
        }
        typographic[typographicCount++] = i;
      }
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A number takes all letters, digits and underscores that follow, as the lexer does. */
  private void number(int to) {
    int start = pos;
    int kind = chars[start] == '.' ? Token.FLOAT : Token.INTEGER;
    boolean based = chars[start] == '0' && "xXoObB".indexOf(chars[start + 1]) >= 0;
    int at = start + 1;
    while (at < to) {
      char c = chars[at];
      if (!based && (c == 'e' || c == 'E')) {
        kind = Token.FLOAT;
        at++;
        if (at < to && (chars[at] == '+' || chars[at] == '-')) {
          at++;
        }
      } else if (c == '.' || c == 'j' || c == 'J') {
        kind = Token.FLOAT;
        at++;
      } else if (c < 128 && (CLASS[c] == LETTER || CLASS[c] == DIGIT)) {
        at++;
      } else {
        break;
      }
    }
    pos = at;
    add(kind, start, at, 0);
  }

  private void string(int start, int quoteAt, boolean formatted, int to) {
    boolean triple = chars[quoteAt + 1] == chars[quoteAt] && chars[quoteAt + 2] == chars[quoteAt];
    int limit = brokenField && !triple ? Strings.lineEnd(chars, quoteAt, to) : to;
    int end = Strings.end(chars, quoteAt, limit, formatted);
    boolean closed = end >= 0;
    brokenField |= formatted && !closed;
    pos = closed ? end : ~end;
    add(closed ? Token.STRING : Token.OPEN_STRING, start, pos, quoteAt - start);
  }

  private void punctuation(char c) {
    int start = pos;
    char next = chars[start + 1];
    int kind = Punctuation.kind(c, next, chars[start + 2]);
    int width = Punctuation.width(kind);
    if (kind == Token.INVALID && Character.isHighSurrogate(c)) {
      width = 2;
    }
    pos = Math.min(start + width, length);
    if (kind >= Token.LPAREN && kind <= Token.RBRACE) {
      bracket(kind, start);
    }
    add(kind, start, pos, 0);
  }

  private void bracket(int kind, int at) {
    if ((kind & 1) == 0) {
      if (depth == brackets.length) {
        brackets = Arrays.copyOf(brackets, depth * 2);
      }
      brackets[depth++] = at;
    } else if (depth > 0) {
      depth--;
    }
  }

  private static byte[] classes() {
    byte[] found = new byte[128];
    for (char c = 'a'; c <= 'z'; c++) {
      found[c] = 1;
      found[c - 32] = 1;
    }
    found['_'] = 1;
    for (char c = '0'; c <= '9'; c++) {
      found[c] = 2;
    }
    found[' '] = 3;
    found['\t'] = 3;
    found['\f'] = 3;
    found[0x0B] = 3;
    return found;
  }
}
