package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Operator;
import dev.esp32sockets.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;

/**
 * What a loop does with the bytes that it reads. Every use of them has to be one that is known to
 * do nothing about an empty result; a single other one, or a call of unknown code, is enough to
 * doubt.
 */
final class ReadResult {
  /** Calls that neither raise nor end anything, whatever the rest of the loop is. */
  private static final String[] HARMLESS = {
    "builtins.print",
    "builtins.len",
    "builtins.str",
    "builtins.bytes",
    "builtins.repr",
    "time.",
    "machine.",
    "gc.",
    "socket.socket.recv",
    "socket.socket.read",
    "socket.socket.settimeout"
  };

  private static final String[] KEEP_EMPTY = {
    "decode", "strip", "rstrip", "lstrip", "upper", "lower", "hex"
  };

  private static final String[] SHOWN_BY = {"str", "bytes", "repr", "len"};

  private final Model model;
  private final CallSite read;
  private final Stmt.While loop;

  /** The variables that hold the bytes, or the text made of them. */
  private final List<String> names = new ArrayList<>(2);

  private int known;
  private boolean used;

  ReadResult(Model model, CallSite read, Stmt.While loop) {
    this.model = model;
    this.read = read;
    this.loop = loop;
  }

  /** Whether the loop certainly goes on when the result is empty. */
  boolean isNeverTested() {
    String source = model.tree().source(loop);
    if (Words.hasName(source, "yield") || Words.hasName(source, "await")) {
      return false;
    }
    for (Use<Expr.Subscript> use : model.uses(Expr.Subscript.class)) {
      // An index that grows raises in the end.
      if (loop.span().contains(use.node().start)) {
        return false;
      }
    }
    assignments();
    if (!onlyHarmlessCalls()) {
      return false;
    }
    dropped();
    comparisons();
    int all = 0;
    if (!collectedOnly(source)) {
      return false;
    }
    for (String name : names) {
      all += count(source, name);
    }
    return used && all == known;
  }

  private void assignments() {
    for (int before = -1; before != names.size(); ) {
      before = names.size();
      known = 0;
      for (Use<Stmt.Assign> use : model.uses(Stmt.Assign.class)) {
        assignment(use.node());
      }
    }
  }

  private void assignment(Stmt.Assign node) {
    boolean plain =
        loop.span().contains(node.start)
            && node.targets.size() == 1
            && node.targets.get(0) instanceof Expr.Name;
    if (!plain || !(node.targets.get(0) instanceof Expr.Name target) || !shows(node.value)) {
      return;
    }
    if (!names.contains(target.name)) {
      names.add(target.name);
    }
    known++;
  }

  private boolean onlyHarmlessCalls() {
    for (List<CallSite> sites : model.calls()) {
      CallSite call = sites.get(0);
      if (!loop.span().contains(call.node().start)) {
        continue;
      }
      Symbol symbol = call.symbol();
      if (!call.isOnly() || symbol == null || !isHarmless(call, symbol)) {
        return false;
      }
    }
    return true;
  }

  private boolean isHarmless(CallSite call, Symbol symbol) {
    String name = symbol.qualifiedName();
    if (name.equals("builtins.print")) {
      for (Expr.Argument argument : call.node().arguments) {
        shows(argument.value);
      }
    }
    for (String harmless : HARMLESS) {
      if (name.startsWith(harmless)) {
        return true;
      }
    }
    return false;
  }

  /** The result of the read, or of a variable, is not used at all. */
  private void dropped() {
    for (Use<Stmt.ExprStmt> use : model.uses(Stmt.ExprStmt.class)) {
      used |= use.node().value == read.node();
    }
  }

  /** Whether what the result is added to is not looked at in the loop either. */
  private boolean collectedOnly(String source) {
    for (Use<Stmt.AugAssign> use : model.uses(Stmt.AugAssign.class)) {
      Stmt.AugAssign node = use.node();
      boolean collects =
          loop.span().contains(node.start)
              && node.operator == Operator.ADD
              && node.target instanceof Expr.Name
              && shows(node.value);
      if (collects
          && node.target instanceof Expr.Name target
          && (names.contains(target.name) || count(source, target.name) != 1)) {
        return false;
      }
    }
    return true;
  }

  private void comparisons() {
    for (Use<Expr.Compare> use : model.uses(Expr.Compare.class)) {
      Expr.Compare node = use.node();
      if (!loop.span().contains(node.start) || node.operands.size() != 2) {
        continue;
      }
      Operator operator = node.operators.get(0);
      Expr left = node.operands.get(0);
      Expr right = node.operands.get(1);
      boolean member = operator == Operator.IN || operator == Operator.EQUAL;
      if (member && isText(left)) {
        shows(right);
      } else if (operator == Operator.EQUAL && isText(right)) {
        shows(left);
      }
    }
  }

  /** Text that an empty result neither equals nor contains. */
  private static boolean isText(Expr node) {
    return (node instanceof Expr.Bytes bytes && !bytes.value.isEmpty())
        || (node instanceof Expr.Str str && !str.value.isEmpty());
  }

  /** Whether it is the result as it is or as text; counts the names in it that are. */
  private boolean shows(Expr node) {
    if (node == read.node()) {
      used = true;
      return true;
    }
    if (node instanceof Expr.Name name && names.contains(name.name)) {
      known++;
      return true;
    }
    if (node instanceof Expr.FString text) {
      for (Expr value : text.values) {
        shows(value);
      }
    }
    if (!(node instanceof Expr.Call call)) {
      return false;
    }
    if (call.function instanceof Expr.Attribute method) {
      return isOneOf(KEEP_EMPTY, method.name) && shows(method.value);
    }
    return call.function instanceof Expr.Name function
        && isOneOf(SHOWN_BY, function.name)
        && !call.arguments.isEmpty()
        && shows(call.arguments.get(0).value);
  }

  private static boolean isOneOf(String[] names, String name) {
    for (String each : names) {
      if (each.equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static int count(String source, String name) {
    int count = 0;
    int at = source.indexOf(name);
    while (at >= 0) {
      int end = at + name.length();
      boolean starts = at == 0 || !Character.isJavaIdentifierPart(source.charAt(at - 1));
      boolean ends = end == source.length() || !Character.isJavaIdentifierPart(source.charAt(end));
      count += starts && ends ? 1 : 0;
      at = source.indexOf(name, at + 1);
    }
    return count;
  }
}
