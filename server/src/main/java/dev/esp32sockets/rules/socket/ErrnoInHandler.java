package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Context;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Severity;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Operator;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flags error numbers that the sockets of the ESP32 never raise in the handlers of their errors.
 */
public final class ErrnoInHandler implements Rule {
  private static final int FIRST_WITH_OWN_NUMBERS = 15;

  /** A number of Linux with the name to write for it, and the number that is raised instead. */
  private record Foreign(String linux, String name, int raised) {}

  @Override
  public void check(Model model, Reporter report) {
    for (Use<Expr.Compare> use : model.uses(Expr.Compare.class)) {
      Expr.Compare compare = use.node();
      if (compare.operands.size() == 2 && isEquality(compare.operators.get(0))) {
        Expr left = compare.operands.get(0);
        Expr right = compare.operands.get(1);
        check(model, use.context(), left, right, report);
        check(model, use.context(), right, left, report);
      }
    }
  }

  private static boolean isEquality(Operator operator) {
    return operator == Operator.EQUAL
        || operator == Operator.NOT_EQUAL
        || operator == Operator.IN
        || operator == Operator.NOT_IN;
  }

  private static void check(
      Model model, Context context, Expr error, Expr tested, Reporter report) {
    String name = exception(error);
    Stmt.Handler handler = name == null ? null : context.handlerOf(name);
    if (handler == null || !catchesOsError(handler) || context.isGuarded(null)) {
      return;
    }
    List<CallSite> calls = calls(model, handler);
    if (calls.isEmpty()) {
      return;
    }
    for (Expr item : items(tested)) {
      if (item instanceof Expr.Num) {
        number(model, context, handler, item, report);
      } else if (connects(calls)) {
        refused(model, handler, item, report);
      }
    }
  }

  /** The name in `name.errno` and `name.args[0]`. */
  private static @Nullable String exception(Expr error) {
    Expr owner = null;
    if (error instanceof Expr.Attribute attribute && attribute.name.equals("errno")) {
      owner = attribute.value;
    } else if (error instanceof Expr.Subscript subscript
        && subscript.index instanceof Expr.Num index
        && index.value != null
        && index.value.intValue() == 0
        && subscript.value instanceof Expr.Attribute attribute
        && attribute.name.equals("args")) {
      owner = attribute.value;
    }
    return owner instanceof Expr.Name name ? name.name : null;
  }

  private static boolean catchesOsError(Stmt.Handler handler) {
    Expr type = handler.type;
    return type != null
        && (Context.names(type, "OSError")
            || Context.names(type, "Exception")
            || Context.names(type, "BaseException"));
  }

  private static List<Expr> items(Expr tested) {
    if (tested instanceof Expr.TupleExpr tuple) {
      return tuple.items;
    }
    if (tested instanceof Expr.ListExpr list) {
      return list.items;
    }
    return tested instanceof Expr.SetExpr set ? set.items : List.of(tested);
  }

  /** The calls on sockets whose errors come to the handler. */
  private static List<CallSite> calls(Model model, Stmt.Handler handler) {
    List<CallSite> calls = new ArrayList<>(2);
    for (List<CallSite> sites : model.calls()) {
      CallSite call = sites.get(0);
      Symbol symbol = call.symbol();
      Stmt.Try attempt = attempt(call.context());
      if (call.isOnly()
          && symbol != null
          && symbol.qualifiedName().startsWith("socket.socket.")
          && attempt != null
          && attempt.handlers.contains(handler)) {
        calls.add(call);
      }
    }
    return calls;
  }

  /** The nearest `try` around a place that has handlers. */
  private static Stmt.@Nullable Try attempt(Context context) {
    Context at = context.tryContext();
    while (at != null) {
      Stmt.Try attempt = at.tryBody();
      if (attempt == null || !attempt.handlers.isEmpty()) {
        return attempt;
      }
      Context outer = at.parent();
      at = outer == null ? null : outer.tryContext();
    }
    return null;
  }

  private static boolean connects(List<CallSite> calls) {
    for (CallSite call : calls) {
      Symbol symbol = call.symbol();
      if (symbol != null
          && symbol.qualifiedName().equals("socket.socket.connect")
          && Sockets.isTcp(call.receiver())) {
        return true;
      }
    }
    return false;
  }

  private static void refused(Model model, Stmt.Handler handler, Expr item, Reporter report) {
    String source = model.tree().source(handler);
    boolean handled = Words.hasName(source, "ECONNRESET") || Words.hasName(source, "104");
    if (!isRefused(model, item) || handled || raises(model, "ECONNREFUSED")) {
      return;
    }
    Reporter.Draft draft =
        report.at(
            item,
            "ESP224",
            "A refused connection is `ECONNRESET` on ESP32; `ECONNREFUSED` is never raised");
    if (item instanceof Expr.Attribute attribute) {
      draft.fix("Use `ECONNRESET`", Edits.rename(attribute, "ECONNRESET"));
    }
  }

  private static boolean isRefused(Model model, Expr item) {
    if (item instanceof Expr.Attribute attribute) {
      return attribute.name.equals("ECONNREFUSED")
          && model.valueOf(attribute.value) instanceof Value.Ref ref
          && ref.symbol().qualifiedName().equals("errno");
    }
    return item instanceof Expr.Name name
        && name.name.equals("ECONNREFUSED")
        && !model.valueOf(item).isUnknown()
        && Words.count(model.tree(), "errno import") > 0;
  }

  private static void number(
      Model model, Context context, Stmt.Handler handler, Expr item, Reporter report) {
    Foreign foreign = foreign(item);
    if (foreign == null
        || Releases.since(FIRST_WITH_OWN_NUMBERS).and(model.target().releases()).isEmpty()) {
      return;
    }
    String source = model.tree().source(handler);
    boolean handled =
        Words.hasName(source, foreign.name)
            || Words.hasName(source, String.valueOf(foreign.raised))
            || raises(model, model.tree().source(item));
    if (handled) {
      return;
    }
    Reporter.Draft draft = report.at(item, "ESP225", message(foreign, since(model)));
    String name = foreign.name;
    if (foreign.linux.equals("113")) {
      draft.severity(Severity.INFO);
      name = "ECONNABORTED";
    }
    fix(model, context, item, name, draft);
  }

  private static @Nullable Foreign foreign(Expr item) {
    Number number = item instanceof Expr.Num literal ? literal.value : null;
    if (!(number instanceof Integer || number instanceof Long)) {
      return null;
    }
    return switch (number.intValue()) {
      case 98 -> new Foreign("98", "EADDRINUSE", 112);
      case 107 -> new Foreign("107", "ENOTCONN", 128);
      case 110 -> new Foreign("110", "ETIMEDOUT", 116);
      case 111 -> new Foreign("111", "ECONNRESET", 104);
      case 113 -> new Foreign("113", "EHOSTUNREACH", 118);
      case 114 -> new Foreign("114", "EALREADY", 120);
      case 115 -> new Foreign("115", "EINPROGRESS", 119);
      default -> null;
    };
  }

  /** Names the release when the project also runs on older ones, where the test is right. */
  private static String since(Model model) {
    boolean always = Releases.since(FIRST_WITH_OWN_NUMBERS).containsAll(model.target().releases());
    return always ? "" : " since 1.15";
  }

  private static String message(Foreign foreign, String since) {
    if (foreign.linux.equals("113")) {
      return "113 is `ECONNABORTED` on ESP32"
          + since
          + ", not Linux's `EHOSTUNREACH`;"
          + " compare with a name of `errno`";
    }
    if (foreign.linux.equals("111")) {
      return "A refused connection is 104 on ESP32"
          + since
          + ", 111 is never raised;"
          + " compare with `errno.ECONNRESET`";
    }
    return foreign.linux
        + " is Linux's number of `"
        + foreign.name
        + "`, ESP32 has "
        + foreign.raised
        + since
        + "; compare with `errno."
        + foreign.name
        + "`";
  }

  /** Whether code of the project raises the error itself. */
  private static boolean raises(Model model, String error) {
    return Words.inProject(model, "OSError(" + error)
        || Words.inProject(model, "OSError(errno." + error)
        || Words.inProject(model, "OSError(uerrno." + error);
  }

  private static void fix(
      Model model, Context context, Expr item, String name, Reporter.Draft draft) {
    ModuleNames.Usable errno = ModuleNames.use(model, context.scope(), "errno");
    if (errno == null) {
      return;
    }
    List<TextEdit> edits = new ArrayList<>(2);
    if (errno.edit() != null) {
      edits.add(errno.edit());
    }
    edits.add(Edits.replace(item, errno.name() + "." + name));
    draft.fix("Compare with `errno." + name + "`", edits);
  }
}
