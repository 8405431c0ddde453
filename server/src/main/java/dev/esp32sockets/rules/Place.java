package dev.esp32sockets.rules;

import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The innermost statement around a node, with its neighbours; for fixes that move or add lines.
 *
 * @param statement a simple statement, or the compound one whose head the node is in
 * @param block the statements among which it stands
 * @param index where in the block
 * @param around the compound statements it is in, the outermost first
 */
public record Place(Stmt statement, List<Stmt> block, int index, List<Stmt> around) {

  /** Null when no statement of the tree holds the node. */
  public static @Nullable Place of(Tree tree, Node node) {
    List<Stmt> around = new ArrayList<>();
    List<Stmt> block = tree.body();
    int index = find(block, node);
    while (index >= 0) {
      Stmt statement = block.get(index);
      List<Stmt> inner = null;
      int innerIndex = -1;
      for (List<Stmt> each : blocks(statement)) {
        int found = find(each, node);
        if (found >= 0) {
          inner = each;
          innerIndex = found;
        }
      }
      if (inner == null) {
        return new Place(statement, block, index, around);
      }
      around.add(statement);
      block = inner;
      index = innerIndex;
    }
    return null;
  }

  /** Statements have grown in order, so the one that holds the node is found by halving. */
  private static int find(List<Stmt> block, Node node) {
    int low = 0;
    int high = block.size() - 1;
    while (low <= high) {
      int middle = (low + high) / 2;
      Stmt statement = block.get(middle);
      if (statement.end < node.end) {
        low = middle + 1;
      } else if (statement.start > node.start) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  /** The blocks inside a statement, in the order of the source. */
  public static List<List<Stmt>> blocks(Stmt statement) {
    List<List<Stmt>> blocks = new ArrayList<>(2);
    if (statement instanceof Stmt.If branches) {
      for (Stmt.Branch branch : branches.branches) {
        blocks.add(branch.body);
      }
      blocks.add(branches.orElse);
    } else if (statement instanceof Stmt.While loop) {
      blocks.add(loop.body);
      blocks.add(loop.orElse);
    } else if (statement instanceof Stmt.For loop) {
      blocks.add(loop.body);
      blocks.add(loop.orElse);
    } else if (statement instanceof Stmt.Try attempt) {
      blocks.add(attempt.body);
      for (Stmt.Handler handler : attempt.handlers) {
        blocks.add(handler.body);
      }
      blocks.add(attempt.orElse);
      blocks.add(attempt.finalBody);
    } else if (statement instanceof Stmt.With with) {
      blocks.add(with.body);
    } else if (statement instanceof Stmt.FunctionDef function) {
      blocks.add(function.body);
    } else if (statement instanceof Stmt.ClassDef type) {
      blocks.add(type.body);
    }
    return blocks;
  }

  /** Whether it has no block of its own and no other statement on its lines. */
  public boolean isSimpleLine(Tree tree) {
    return blocks(statement).isEmpty() && Edits.isAlone(tree, statement);
  }
}
