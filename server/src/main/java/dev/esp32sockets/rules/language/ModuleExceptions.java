package dev.esp32sockets.rules.language;

import dev.esp32sockets.analysis.Members;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Ref;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import org.jspecify.annotations.Nullable;

/** Judges the classes of network modules that one `except` clause names. */
final class ModuleExceptions {
  private static final String CODE = "ESP208";

  private final Model model;
  private final Reporter report;
  private final Use<Stmt.Handler> use;

  ModuleExceptions(Model model, Reporter report, Use<Stmt.Handler> use) {
    this.model = model;
    this.report = report;
    this.use = use;
  }

  void check(Expr type) {
    if (type instanceof Expr.TupleExpr tuple) {
      for (Expr item : tuple.items) {
        check(item);
      }
    } else if (type instanceof Expr.Attribute attribute) {
      attribute(attribute);
    }
  }

  private void attribute(Expr.Attribute node) {
    Symbol module = module(model.valueOf(node.value));
    if (module != null) {
      Value owner = new Ref(module);
      boolean lacking = Members.symbol(owner, node.name) == null && !module.hides(node.name);
      if (lacking && ApiIndex.get().module(module.qualifiedName() + "." + node.name) == null) {
        missing(node, ApiIndex.get().missing(module, node.name));
      }
    } else if (node.value instanceof Expr.Attribute inner && inner.name.equals("exceptions")) {
      submodule(node, inner);
    }
  }

  private static @Nullable Symbol module(Value value) {
    if (!(value instanceof Ref ref) || ref.symbol().kind() != Symbol.Kind.MODULE) {
      return null;
    }
    boolean network =
        switch (ref.symbol().qualifiedName()) {
          case "socket", "ssl", "tls", "asyncio" -> true;
          default -> false;
        };
    return network ? ref.symbol() : null;
  }

  private void missing(Expr.Attribute node, Symbol.@Nullable Missing known) {
    String source = model.tree().source(node);
    String message = "`" + source + "` does not exist on ESP32";
    String instead = known == null ? null : known.instead();
    if (instead == null || !instead.startsWith("`")) {
      report.at(node, CODE, message);
      return;
    }
    if (node.name.equals("timeout") && isIn(node, "socket")) {
      String advice = "; catch `OSError` and test for `ETIMEDOUT`";
      new TimeoutFix(model, use).add(report.at(node, CODE, message + advice), node);
      return;
    }
    replace(node, message, instead.substring(1, instead.indexOf('`', 1)));
  }

  private boolean isIn(Expr.Attribute node, String name) {
    Symbol module = module(model.valueOf(node.value));
    return module != null && module.qualifiedName().equals(name);
  }

  /** `asyncio.exceptions.TimeoutError`. */
  private void submodule(Expr.Attribute node, Expr.Attribute inner) {
    Symbol module = module(model.valueOf(inner.value));
    if (module == null || Members.symbol(new Ref(module), inner.name) != null) {
      return;
    }
    String owner = model.tree().source(inner.value);
    String message = "`" + owner + ".exceptions` does not exist in MicroPython";
    if (Members.symbol(new Ref(module), node.name) != null) {
      String plain = owner + "." + node.name;
      report
          .at(node, CODE, message + "; use `" + plain + "`")
          .fix("Use `" + plain + "`", Edits.replace(node, plain));
    } else {
      report.at(node, CODE, message);
    }
  }

  /** Puts one class or, as a tuple, two in place of the missing one. */
  private void replace(Expr.Attribute node, String message, String classes) {
    boolean two = classes.startsWith("(");
    String shown = two ? classes.substring(1, classes.length() - 1) : classes;
    String advice = "; catch `" + shown.replace(", ", "` and `") + "`";
    Reporter.Draft draft = report.at(node, CODE, message + advice);
    boolean inTuple = use.node().type != node;
    String title = "Catch `" + shown.replace(", ", "` and `") + "`";
    String text = inTuple ? shown : classes;
    if (Handlers.isFollowedBy(model, use.node(), shown.split(", "))) {
      draft.unsafeFix(title, Edits.replace(node, text));
    } else {
      draft.fix(title, Edits.replace(node, text));
    }
  }
}
