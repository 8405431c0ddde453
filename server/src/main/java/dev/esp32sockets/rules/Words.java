package dev.esp32sockets.rules;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ProjectView.ProjectModule;
import dev.esp32sockets.syntax.Comment;
import dev.esp32sockets.syntax.Tree;
import java.util.List;

/**
 * Looks for words in the source where an analysis could not see them: a word that occurs is reason
 * enough to keep silent.
 */
public final class Words {
  private Words() {}

  /** Whether the text stands in the code of any file of the project, comments left out. */
  public static boolean inProject(Model model, String text) {
    return count(model.tree(), text) > 0 || inOtherFiles(model, text);
  }

  /** Whether the text stands in the code of a file of the project other than this one. */
  public static boolean inOtherFiles(Model model, String text) {
    for (ProjectModule file : model.project().files()) {
      if (!file.path().equals(model.path()) && count(file.tree(), text) > 0) {
        return true;
      }
    }
    return false;
  }

  /** How often the text stands in the code, comments left out. */
  public static int count(Tree tree, String text) {
    int count = 0;
    int at = tree.text().indexOf(text);
    while (at >= 0) {
      count += isInComment(tree.comments(), at) ? 0 : 1;
      at = tree.text().indexOf(text, at + text.length());
    }
    return count;
  }

  private static boolean isInComment(List<Comment> comments, int offset) {
    int low = 0;
    int high = comments.size() - 1;
    while (low <= high) {
      int middle = (low + high) / 2;
      Comment comment = comments.get(middle);
      if (offset < comment.start()) {
        high = middle - 1;
      } else if (offset >= comment.end()) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /** Whether the name occurs in the piece of source as a word of its own. */
  public static boolean hasName(String source, String name) {
    int at = source.indexOf(name);
    while (at >= 0) {
      int end = at + name.length();
      boolean starts = at == 0 || !Character.isJavaIdentifierPart(source.charAt(at - 1));
      boolean ends = end == source.length() || !Character.isJavaIdentifierPart(source.charAt(end));
      if (starts && ends) {
        return true;
      }
      at = source.indexOf(name, at + 1);
    }
    return false;
  }
}
