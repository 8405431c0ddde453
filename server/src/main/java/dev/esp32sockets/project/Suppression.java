package dev.esp32sockets.project;

import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.RuleInfo;
import dev.esp32sockets.syntax.Comment;
import java.util.ArrayList;
import java.util.List;

/**
 * A comment that switches rules off: {@code # esp32: ignore[ESP201] -- reason}.
 *
 * <p>Knows which of its words did something.
 */
final class Suppression {
  private final Comment comment;
  private final int start;
  private final boolean wholeFile;
  private final List<Word> words;
  private final boolean bracketed;

  /** A word in the brackets with its place. */
  static final class Word {
    final String text;
    final int start;
    final int end;
    boolean used;

    Word(String text, int start, int end) {
      this.text = text;
      this.start = start;
      this.end = end;
    }
  }

  private Suppression(
      Comment comment, int start, boolean wholeFile, boolean bracketed, List<Word> words) {
    this.comment = comment;
    this.start = start;
    this.wholeFile = wholeFile;
    this.bracketed = bracketed;
    this.words = words;
  }

  /** The suppression in a comment, or null when it holds none. */
  static @org.jspecify.annotations.Nullable Suppression of(Comment comment, String text) {
    for (int hash = comment.start(); hash < comment.end(); hash++) {
      if (text.charAt(hash) != '#') {
        continue;
      }
      int at = skipBlanks(text, hash + 1, comment.end());
      if (!text.startsWith("esp32:", at)) {
        continue;
      }
      at = skipBlanks(text, at + 6, comment.end());
      boolean wholeFile = text.startsWith("ignore-file", at);
      if (wholeFile || text.startsWith("ignore", at)) {
        return read(comment, text, hash, at + (wholeFile ? 11 : 6), wholeFile);
      }
    }
    return null;
  }

  private static Suppression read(
      Comment comment, String text, int hash, int after, boolean wholeFile) {
    int open = skipBlanks(text, after, comment.end());
    int close = text.indexOf(']', open);
    boolean bracketed =
        open < comment.end() && text.charAt(open) == '[' && close > 0 && close < comment.end();
    List<Word> words = new ArrayList<>();
    if (bracketed) {
      readWords(text, open + 1, close, words);
    }
    return new Suppression(comment, hash, wholeFile, bracketed && !words.isEmpty(), words);
  }

  private static void readWords(String text, int from, int close, List<Word> words) {
    int at = from;
    while (at <= close) {
      int comma = text.indexOf(',', at);
      int stop = comma < 0 || comma > close ? close : comma;
      int start = skipBlanks(text, at, stop);
      int end = stop;
      while (end > start && text.charAt(end - 1) <= ' ') {
        end--;
      }
      if (end > start) {
        words.add(new Word(text.substring(start, end), start, end));
      }
      at = stop + 1;
    }
  }

  private static int skipBlanks(String text, int from, int end) {
    int at = from;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  Comment comment() {
    return comment;
  }

  /** Where the part of the comment begins that is for us. */
  int start() {
    return start;
  }

  boolean isWholeFile() {
    return wholeFile;
  }

  boolean namesRules() {
    return bracketed;
  }

  List<Word> words() {
    return words;
  }

  /** Whether a word means the finding's rule; marks it as used. */
  boolean covers(Finding finding) {
    boolean found = false;
    for (Word word : words) {
      if (means(word.text, finding.rule())) {
        word.used = true;
        found = true;
      }
    }
    return found;
  }

  static boolean means(String word, RuleInfo rule) {
    return Config.names(List.of(word), rule);
  }
}
