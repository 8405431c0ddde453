package dev.esp32sockets.project;

import java.util.BitSet;

/**
 * The file patterns of {@code .gitignore}: {@code *} and {@code ?} stay within one name, {@code **}
 * crosses folders, {@code [a-z]} is a set of characters, a backslash takes the next one as it is.
 */
final class Glob {
  private final String pattern;
  private final String text;

  // States that were tried in vain, so that no pattern takes more than length times length steps.
  private final BitSet failed = new BitSet();

  private Glob(String pattern, String text) {
    this.pattern = pattern;
    this.text = text;
  }

  /** Whether the whole text, a path with {@code /}, fits the pattern. */
  static boolean matches(String pattern, String text) {
    return new Glob(pattern, text).from(0, 0);
  }

  private boolean from(int p, int t) {
    int state = p * (text.length() + 1) + t;
    if (failed.get(state)) {
      return false;
    }
    boolean found = step(p, t);
    if (!found) {
      failed.set(state);
    }
    return found;
  }

  private boolean step(int p, int t) {
    if (p == pattern.length()) {
      return t == text.length();
    }
    char c = pattern.charAt(p);
    if (c == '*') {
      return isDouble(p) ? doubleStar(p, t) : singleStar(p, t);
    }
    if (t == text.length()) {
      return false;
    }
    char actual = text.charAt(t);
    if (c == '?') {
      return actual != '/' && from(p + 1, t + 1);
    }
    if (c == '[') {
      int end = setEnd(p);
      if (end > 0) {
        return actual != '/' && inSet(p, end, actual) && from(end + 1, t + 1);
      }
    }
    if (c == '\\' && p + 1 < pattern.length()) {
      return pattern.charAt(p + 1) == actual && from(p + 2, t + 1);
    }
    return c == actual && from(p + 1, t + 1);
  }

  /** Two stars count as such only where they stand for whole folders. */
  private boolean isDouble(int p) {
    boolean two = p + 1 < pattern.length() && pattern.charAt(p + 1) == '*';
    boolean atStart = p == 0 || pattern.charAt(p - 1) == '/';
    boolean atEnd = p + 2 == pattern.length();
    return two && atStart && (atEnd || pattern.charAt(p + 2) == '/');
  }

  private boolean doubleStar(int p, int t) {
    if (p + 2 == pattern.length()) {
      return t < text.length();
    }
    // "**/" is nothing at all, or any number of folders.
    int rest = p + 3;
    if (from(rest, t)) {
      return true;
    }
    for (int i = t; i < text.length(); i++) {
      if (text.charAt(i) == '/' && from(rest, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean singleStar(int p, int t) {
    int rest = p;
    while (rest < pattern.length() && pattern.charAt(rest) == '*') {
      rest++;
    }
    for (int i = t; i <= text.length(); i++) {
      if (from(rest, i)) {
        return true;
      }
      if (i < text.length() && text.charAt(i) == '/') {
        return false;
      }
    }
    return false;
  }

  /** The index of the closing bracket, or -1 when the bracket is an ordinary character. */
  private int setEnd(int p) {
    int i = p + 1;
    if (i < pattern.length() && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^')) {
      i++;
    }
    if (i < pattern.length() && pattern.charAt(i) == ']') {
      i++;
    }
    while (i < pattern.length() && pattern.charAt(i) != ']') {
      i += pattern.charAt(i) == '\\' ? 2 : 1;
    }
    return i < pattern.length() ? i : -1;
  }

  private boolean inSet(int p, int end, char actual) {
    int i = p + 1;
    boolean negated = pattern.charAt(i) == '!' || pattern.charAt(i) == '^';
    if (negated) {
      i++;
    }
    boolean found = false;
    while (i < end) {
      if (pattern.charAt(i) == '\\' && i + 1 < end) {
        i++;
      }
      char low = pattern.charAt(i);
      char high = low;
      if (i + 2 < end && pattern.charAt(i + 1) == '-') {
        high = pattern.charAt(i + 2);
        i += 2;
      }
      found |= low <= actual && actual <= high;
      i++;
    }
    return found != negated;
  }
}
