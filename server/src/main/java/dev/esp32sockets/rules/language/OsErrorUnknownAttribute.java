package dev.esp32sockets.rules.language;

import dev.esp32sockets.analysis.Binding;
import dev.esp32sockets.analysis.Context;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Scope;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.analysis.Value.Ref;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.text.Span;
import org.jspecify.annotations.Nullable;

/** Flags attributes that a caught `OSError` has in desktop Python only. */
public final class OsErrorUnknownAttribute implements Rule {
  private static final Releases WITHOUT_ERRNO = Releases.until(15);

  @Override
  public void check(Model model, Reporter report) {
    for (Use<Expr.Attribute> use : model.uses(Expr.Attribute.class)) {
      Expr.Attribute node = use.node();
      boolean missing =
          switch (node.name) {
            case "strerror", "filename", "filename2", "message", "winerror" -> true;
            case "errno" -> !model.target().releases().and(WITHOUT_ERRNO).isEmpty();
            default -> false;
          };
      if (missing
          && node.value instanceof Expr.Name name
          && isCaught(model, name.name, use.context())
          && !use.context().isGuarded(node.name, "AttributeError")) {
        report(model, node, name.name, report);
      }
    }
  }

  /** Whether the nearest clause that binds the name catches `OSError` and nothing else. */
  private static boolean isCaught(Model model, String name, Context context) {
    Stmt.Handler handler = context.handlerOf(name);
    if (handler == null || !(handler.type instanceof Expr.Name type)) {
      return false;
    }
    boolean plain =
        model.valueOf(type) instanceof Ref ref
            && ref.symbol().qualifiedName().equals("builtins.OSError");
    return plain && !isSetInside(context.scope(), name, handler) && !hasSubclass(model);
  }

  private static boolean isSetInside(Scope scope, String name, Stmt.Handler handler) {
    Binding binding = scope.binding(name);
    if (handler.body.isEmpty()) {
      return false;
    }
    Stmt first = handler.body.get(0);
    return binding == null || binding.isSetIn(new Span(first.start, handler.end));
  }

  /** An object of a class of the project may have what its base has not. */
  private static boolean hasSubclass(Model model) {
    return Words.inProject(model, "(OSError)") && Words.inProject(model, "class ");
  }

  private static void report(Model model, Expr.Attribute node, String name, Reporter report) {
    Span span = new Span(node.nameStart, node.end);
    if (node.name.equals("errno")) {
      Releases old = model.target().releases().and(WITHOUT_ERRNO);
      String message = "`errno` needs MicroPython 1.16; this project targets " + old;
      String number = name + ".args[0]";
      report
          .at(span, "ESP109", message + "; use `" + number + "`")
          .fix("Use `args[0]`", Edits.replace(node, number));
      return;
    }
    String text = text(node.name, name);
    String message = "`" + node.name + "` does not exist on exceptions in MicroPython";
    Reporter.Draft draft =
        report.at(span, "ESP109", text == null ? message : message + "; use `" + text + "`");
    if (text != null) {
      draft.fix("Use `" + text + "`", Edits.replace(node, text));
    }
  }

  private static @Nullable String text(String attribute, String name) {
    boolean text = attribute.equals("strerror") || attribute.equals("message");
    return text ? "str(" + name + ")" : null;
  }
}
