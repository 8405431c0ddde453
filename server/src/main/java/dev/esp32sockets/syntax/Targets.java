package dev.esp32sockets.syntax;

import dev.esp32sockets.firmware.Releases;
import java.util.List;

/** Checks what stands where a value is stored or deleted. */
final class Targets {
  private Targets() {}

  /** Checks the target of an assignment, loop or {@code with}. */
  static void check(AtomParser parser, Expr target) {
    if (target instanceof Expr.Name name) {
      checkName(parser, name);
    } else if (target instanceof Expr.TupleExpr tuple) {
      if (tuple.items.isEmpty()) {
        parser.compileDialect(
            tuple.start, tuple.end, "an empty tuple cannot be a target", Releases.ALL);
      }
      checkItems(parser, tuple.items);
    } else if (target instanceof Expr.ListExpr list) {
      checkItems(parser, list.items);
    } else if (target instanceof Expr.Starred star) {
      allowStar(parser, star);
      parser.compileError(star.start, star.end, "a lone `*` target needs a comma behind it");
    } else {
      checkPlace(parser, target);
    }
  }

  /** Checks the target of {@code +=} and the like. */
  static void checkAugmented(AtomParser parser, Expr target) {
    if (target instanceof Expr.Name name) {
      checkName(parser, name);
    } else {
      checkPlace(parser, target);
    }
  }

  private static void checkName(AtomParser parser, Expr.Name name) {
    if (parser.isConst(name)) {
      parser.compileDialect(
          name.start,
          name.end,
          "`" + name.name + "` is a `const()` above, so it cannot be a target",
          Releases.ALL);
    }
  }

  private static void checkItems(AtomParser parser, List<Expr> items) {
    boolean starred = false;
    for (Expr item : items) {
      Expr inner = item;
      if (item instanceof Expr.Starred star) {
        if (starred) {
          parser.compileError(star.start, star.end, "two `*` targets in one assignment");
        }
        starred = true;
        allowStar(parser, star);
        inner = star.value;
      }
      check(parser, inner);
    }
  }

  private static void allowStar(AtomParser parser, Expr.Starred star) {
    parser.takenStars.set(star.id);
  }

  private static void checkPlace(AtomParser parser, Expr target) {
    if (target instanceof Expr.Attribute
        || target instanceof Expr.Subscript
        || target instanceof Expr.ErrorExpr) {
      return;
    }
    parser.compileError(target.start, target.end, "cannot assign to " + Faults.describe(target));
  }

  /** Checks what follows {@code del}. */
  static void checkDelete(AtomParser parser, Expr target) {
    if (target instanceof Expr.Name name) {
      checkName(parser, name);
    } else if (target instanceof Expr.TupleExpr tuple && !tuple.items.isEmpty()) {
      for (Expr item : tuple.items) {
        checkDelete(parser, item);
      }
    } else if (target instanceof Expr.TupleExpr || target instanceof Expr.ListExpr) {
      parser.compileDialect(
          target.start,
          target.end,
          "`del` takes no list or empty tuple in MicroPython",
          Releases.ALL);
    } else if (!(target instanceof Expr.Attribute
        || target instanceof Expr.Subscript
        || target instanceof Expr.ErrorExpr)) {
      if (target instanceof Expr.Starred star) {
        allowStar(parser, star);
      }
      parser.compileError(target.start, target.end, "cannot delete " + Faults.describe(target));
    }
  }
}
