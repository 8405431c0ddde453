package dev.esp32sockets.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes small broken programs out of right ones: tokens deleted, doubled, inserted or swapped.
 *
 * <p>It cuts texts by a pattern of its own, so that a fault of our tokenizer is not built into the
 * question.
 */
final class Mutants {
  private static final Pattern PIECE =
      Pattern.compile(
          "\\w+|[ \\t]+|\\r"
              + "?\\n"
              + "[ \\t]*|\"\"\"|'''|\\*\\*=?|//=?|<<=?|>>=?|[-+*/%&|^@=!<>:]=|->|\\.\\.\\.|.",
          Pattern.DOTALL);

  private static final String[] INSERTED = {
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ";",
    ".",
    "=",
    "==",
    "+=",
    "*",
    "**",
    "-",
    "+",
    "/",
    "@",
    "->",
    ":=",
    "not ",
    " in ",
    " is ",
    " and ",
    " or ",
    " if ",
    " else ",
    " for ",
    "lambda ",
    "lambda: ",
    " await ",
    " async ",
    "yield ",
    "return ",
    "break",
    "continue",
    "pass",
    "del ",
    "global x",
    "nonlocal x",
    "import ",
    "from ",
    " as ",
    "with ",
    "try:",
    "except:",
    "finally:",
    "class ",
    "def ",
    "None",
    "True",
    "0",
    "1",
    "1.5",
    "0x1f",
    "'a'",
    "b'a'",
    "f'{x}'",
    "x",
    "...",
    "\n",
    " ",
    "    ",
    "\n    ",
    "~",
    "!",
    "\\",
    "#",
    "'",
    "\"",
    "\"\"\"",
    "{x}",
    "*a",
    "**k"
  };

  private static final int LONGEST = 1500;

  private final Random random;
  private final List<String> sources;

  Mutants(List<String> sources, long seed) {
    this.sources = sources;
    this.random = new Random(seed);
  }

  /** The next mutant. */
  String next() {
    String part = part(sources.get(random.nextInt(sources.size())));
    List<String> pieces = pieces(part);
    int changes = 1 + random.nextInt(3) / 2;
    for (int i = 0; i < changes && pieces.size() > 2; i++) {
      change(pieces);
    }
    return String.join("", pieces);
  }

  /** A run of whole top-level statements, short enough to be judged quickly. */
  private String part(String source) {
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    while (at >= 0 && at < source.length()) {
      if (Character.isLetter(source.charAt(at)) || source.charAt(at) == '@') {
        starts.add(at);
      }
      int next = source.indexOf('\n', at);
      at = next < 0 ? -1 : next + 1;
    }
    if (starts.isEmpty()) {
      return source.substring(0, Math.min(LONGEST, source.length()));
    }
    int first = random.nextInt(starts.size());
    int from = starts.get(first);
    int to = source.length();
    for (int i = first + 1; i < starts.size(); i++) {
      if (starts.get(i) - from > LONGEST) {
        to = starts.get(i);
        break;
      }
    }
    return source.substring(from, Math.min(to, from + 2 * LONGEST));
  }

  private static List<String> pieces(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = PIECE.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private void change(List<String> pieces) {
    int at = random.nextInt(pieces.size() - 1);
    switch (random.nextInt(5)) {
      case 0 -> pieces.remove(at);
      case 1 -> pieces.add(at, INSERTED[random.nextInt(INSERTED.length)]);
      case 2 -> pieces.add(at, pieces.get(random.nextInt(pieces.size())));
      case 3 -> pieces.set(at, pieces.get(random.nextInt(pieces.size())));
      default -> {
        int other = at + 1 + (at + 2 < pieces.size() ? random.nextInt(2) : 0);
        String moved = pieces.get(at);
        pieces.set(at, pieces.get(other));
        pieces.set(other, moved);
      }
    }
  }
}
