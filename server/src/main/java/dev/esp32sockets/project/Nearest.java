package dev.esp32sockets.project;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the word that somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The most similar of the choices, or null when none is similar. */
  public static @Nullable String of(String word, Collection<String> choices) {
    String best = null;
    int limit = Math.max(1, word.length() / 3);
    int bestDistance = limit + 1;
    for (String choice : choices) {
      int distance = distance(word.toLowerCase(java.util.Locale.ROOT), choice, bestDistance);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = choice;
      }
    }
    return best == null ? longer(word, choices) : best;
  }

  /** The choice that the word is the beginning of, as {@code warn} is of {@code warning}. */
  private static @Nullable String longer(String word, Collection<String> choices) {
    for (String choice : choices) {
      if (word.length() > 2 && choice.startsWith(word)) {
        return choice;
      }
    }
    return null;
  }

  /** A tail for a message: {@code ; the nearest is `x`}, or nothing. */
  public static String hint(String word, Collection<String> choices) {
    String near = of(word, choices);
    return near == null ? "" : "; the nearest is `" + near + "`";
  }

  /** Letters to add, drop, change or swap with a neighbour. */
  private static int distance(String a, String given, int limit) {
    String b = given.toLowerCase(java.util.Locale.ROOT);
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : cell(a, b, table, i, j);
      }
    }
    return table[a.length()][b.length()];
  }

  private static int cell(String a, String b, int[][] table, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(table[i - 1][j - 1] + change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
  }
}
