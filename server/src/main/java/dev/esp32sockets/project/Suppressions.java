package dev.esp32sockets.project;

import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.Fix;
import dev.esp32sockets.rules.RuleCatalogue;
import dev.esp32sockets.rules.RuleInfo;
import dev.esp32sockets.syntax.Comment;
import dev.esp32sockets.syntax.Tree;
import dev.esp32sockets.text.LineIndex;
import dev.esp32sockets.text.Span;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The comments of one file that switch rules off, and what is wrong with them. */
final class Suppressions {
  private final Tree tree;
  private final List<Suppression> all = new ArrayList<>();

  Suppressions(Tree tree) {
    this.tree = tree;
    for (Comment comment : tree.comments()) {
      Suppression found = Suppression.of(comment, tree.text());
      if (found != null) {
        all.add(found);
      }
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether a comment switches this finding off. Every comment that does is marked as used. */
  boolean suppresses(Finding finding) {
    boolean found = false;
    for (Suppression suppression : all) {
      if (reaches(suppression, finding.span())) {
        found |= suppression.covers(finding);
      }
    }
    return found;
  }

  private boolean reaches(Suppression suppression, Span span) {
    if (suppression.isWholeFile()) {
      return true;
    }
    LineIndex lines = tree.lines();
    int first = lines.line(span.start());
    int last = lines.line(Math.max(span.start(), span.end() - 1));
    int line = lines.line(suppression.comment().start());
    if (!suppression.comment().aloneOnLine()) {
      return line == first || line == last;
    }
    int target = nextCodeLine(line);
    return target <= first && first <= StatementLines.last(tree, target);
  }

  /** The line below a comment, other comments and blank lines left out. */
  private int nextCodeLine(int line) {
    LineIndex lines = tree.lines();
    for (int next = line + 1; next < lines.lineCount(); next++) {
      String text = tree.text().substring(lines.lineStart(next), lines.lineEnd(next)).strip();
      if (!text.isEmpty() && text.charAt(0) != '#') {
        return next;
      }
    }
    return line;
  }

  /** Hints about comments that name no rule, or one that does not exist. */
  List<Finding> mistakes() {
    List<Finding> found = new ArrayList<>();
    for (Suppression suppression : all) {
      String word = suppression.isWholeFile() ? "ignore-file" : "ignore";
      if (!suppression.namesRules()) {
        String message =
            "`" + word + "` names no rule and switches nothing off; write `" + word + "[CODE]`";
        Span span = new Span(suppression.start(), suppression.comment().end());
        found.add(finding("ESP902", span, message, List.of()));
        continue;
      }
      for (Suppression.Word one : suppression.words()) {
        String problem = RuleWords.problem(one.text);
        if (problem != null) {
          found.add(finding("ESP902", new Span(one.start, one.end), problem, List.of()));
        }
      }
    }
    return found;
  }

  /** Hints about words that switched nothing off, with the fix that removes them. */
  List<Finding> unused(Selection selection) {
    List<Finding> found = new ArrayList<>();
    for (Suppression suppression : all) {
      List<Suppression.Word> idle = new ArrayList<>();
      for (Suppression.Word word : suppression.words()) {
        if (!word.used && reportsAny(selection, word.text)) {
          idle.add(word);
        }
      }
      for (Suppression.Word word : idle) {
        String message = "`" + word.text + "` is ignored here, but nothing reports it";
        boolean whole = idle.size() == suppression.words().size();
        Fix fix = whole ? removeComment(suppression) : removeWord(suppression, word);
        found.add(finding("ESP903", new Span(word.start, word.end), message, List.of(fix)));
      }
    }
    return found;
  }

  /** A rule that is switched off cannot show that its comment is needed. */
  private static boolean reportsAny(Selection selection, String word) {
    for (RuleInfo rule : RuleCatalogue.matching(word)) {
      if (selection.reports(rule)) {
        return true;
      }
    }
    return false;
  }

  private Fix removeComment(Suppression suppression) {
    String text = tree.text();
    int start = suppression.start();
    int end = suppression.comment().end();
    if (suppression.comment().aloneOnLine() && start == suppression.comment().start()) {
      int line = tree.lines().line(start);
      start = tree.lines().lineStart(line);
      end = tree.lines().lineEnd(line);
    } else {
      while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
        start--;
      }
    }
    TextEdit edit = new TextEdit(new Span(start, end), "");
    return new Fix("Remove the comment", true, List.of(edit));
  }

  private Fix removeWord(Suppression suppression, Suppression.Word word) {
    int start = word.start;
    int end = word.end;
    List<Suppression.Word> words = suppression.words();
    int index = words.indexOf(word);
    if (index + 1 < words.size()) {
      end = words.get(index + 1).start;
    } else if (index > 0) {
      start = words.get(index - 1).end;
    }
    TextEdit edit = new TextEdit(new Span(start, end), "");
    return new Fix("Remove `" + word.text + "`", true, List.of(edit));
  }

  private static Finding finding(String code, Span span, String message, List<Fix> fixes) {
    RuleInfo rule = Objects.requireNonNull(RuleCatalogue.find(code));
    return new Finding(rule, rule.severity(), span, message, List.of(), fixes);
  }
}
