package dev.esp32sockets.rules;

import dev.esp32sockets.syntax.SyntaxProblem;
import dev.esp32sockets.syntax.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One finding for one fault: where several rules fit the same place, the narrower one speaks, and
 * nothing is said about a statement that could not be read.
 */
final class Precedence {
  /** The winner first, then those that give way to it. */
  private static final String[][] TABLE = {
    {"ESP213", "ESP202", "ESP203", "ESP219", "ESP220", "ESP221", "ESP214"},
    {"ESP214", "ESP202", "ESP203", "ESP219", "ESP212", "ESP221"},
    {"ESP215", "ESP202", "ESP203", "ESP219", "ESP213", "ESP204"},
    {"ESP234", "ESP212"},
    {"ESP208", "ESP205", "ESP301", "ESP506", "ESP602"},
    {"ESP705", "ESP704"},
    {"ESP707", "ESP706"},
    {"ESP503", "ESP502"},
    {"ESP504", "ESP706"},
    {"ESP605", "ESP706"},
    {"ESP702", "ESP701"},
    {"ESP104", "ESP101", "ESP102", "ESP105"},
    {"ESP202", "ESP201"},
    {"ESP204", "ESP201"},
    {
      "ESP228", "ESP223", "ESP227", "ESP226", "ESP230", "ESP231", "ESP232", "ESP233", "ESP235",
      "ESP236", "ESP237", "ESP244", "ESP311", "ESP312", "ESP246", "ESP247"
    },
  };

  /** A class and not a lambda: the first lambda of a program costs more than all sorting. */
  private static final Comparator<Finding> IN_FILE_ORDER =
      new Comparator<>() {
        @Override
        public int compare(Finding a, Finding b) {
          int byStart = Integer.compare(a.span().start(), b.span().start());
          if (byStart != 0) {
            return byStart;
          }
          int byCode = a.rule().code().compareTo(b.rule().code());
          return byCode != 0 ? byCode : Integer.compare(a.span().end(), b.span().end());
        }
      };

  private Precedence() {}

  /** The findings that stand, in the order of the file. */
  static List<Finding> apply(Tree tree, List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(IN_FILE_ORDER);
    Set<Integer> unread = unreadLines(tree);
    List<Finding> standing = new ArrayList<>(sorted.size());
    for (Finding finding : sorted) {
      boolean syntax = isSyntax(finding);
      boolean silent = !syntax && unread.contains(tree.lines().line(finding.span().start()));
      if (!silent && !givesWay(finding, sorted) && !isRepeated(finding, standing)) {
        standing.add(finding);
      }
    }
    return standing;
  }

  private static boolean isSyntax(Finding finding) {
    String code = finding.rule().code();
    return code.compareTo("ESP101") >= 0 && code.compareTo("ESP104") <= 0;
  }

  private static Set<Integer> unreadLines(Tree tree) {
    Set<Integer> lines = new HashSet<>();
    for (SyntaxProblem problem : tree.problems()) {
      if (problem.kind() == SyntaxProblem.Kind.SYNTAX) {
        lines.add(tree.lines().line(problem.span().start()));
      }
    }
    return lines;
  }

  private static boolean givesWay(Finding finding, List<Finding> all) {
    String[] winners = WINNERS.get(finding.rule().code());
    if (winners == null) {
      return false;
    }
    for (Finding other : all) {
      for (String winner : winners) {
        if (other.rule().code().equals(winner) && other.span().overlaps(finding.span())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isRepeated(Finding finding, List<Finding> standing) {
    for (int i = standing.size() - 1; i >= 0; i--) {
      Finding other = standing.get(i);
      if (other.span().start() != finding.span().start()) {
        return false;
      }
      if (other.rule() == finding.rule() && other.span().equals(finding.span())) {
        return true;
      }
    }
    return false;
  }

  private static final Map<String, String[]> WINNERS = winners();

  private static Map<String, String[]> winners() {
    Map<String, List<String>> lists = new HashMap<>();
    for (String[] row : TABLE) {
      for (int i = 1; i < row.length; i++) {
        List<String> winnersOf = lists.get(row[i]);
        if (winnersOf == null) {
          winnersOf = new ArrayList<>();
          lists.put(row[i], winnersOf);
        }
        winnersOf.add(row[0]);
      }
    }
    Map<String, String[]> winners = new HashMap<>();
    for (Map.Entry<String, List<String>> entry : lists.entrySet()) {
      winners.put(entry.getKey(), entry.getValue().toArray(new String[0]));
    }
    return winners;
  }
}
