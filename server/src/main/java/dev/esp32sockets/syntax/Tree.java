package dev.esp32sockets.syntax;

import dev.esp32sockets.text.LineIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file, read: the text, its statements, its comments and all that is wrong with it.
 *
 * <p>Immutable. {@link Parser#parse} makes one for any input.
 */
public final class Tree {
  private final String text;
  private final List<Stmt> body;
  private final List<Comment> comments;
  private final List<SyntaxProblem> problems;
  private final int nodeCount;
  private @Nullable LineIndex lines;

  public Tree(
      String text,
      List<Stmt> body,
      List<Comment> comments,
      List<SyntaxProblem> problems,
      int nodeCount) {
    this.text = text;
    this.body = body;
    this.comments = comments;
    this.problems = problems;
    this.nodeCount = nodeCount;
  }

  public String text() {
    return text;
  }

  public List<Stmt> body() {
    return body;
  }

  /** In the order of the file. */
  public List<Comment> comments() {
    return comments;
  }

  /** In the order of the file, for every release; the caller picks those of its target. */
  public List<SyntaxProblem> problems() {
    return problems;
  }

  /** Whether the compiler of the release, given by its minor number, takes the file. */
  public boolean compiles(int minor) {
    for (SyntaxProblem problem : problems) {
      if (problem.rejectedBy().contains(minor)) {
        return false;
      }
    }
    return true;
  }

  public int nodeCount() {
    return nodeCount;
  }

  /** Made when it is asked for; two threads that ask at once get two equal ones. */
  public LineIndex lines() {
    LineIndex found = lines;
    if (found == null) {
      found = new LineIndex(text);
      lines = found;
    }
    return found;
  }

  public String source(Node node) {
    return text.substring(node.start, node.end);
  }
}
