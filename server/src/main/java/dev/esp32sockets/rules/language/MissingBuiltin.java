package dev.esp32sockets.rules.language;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.text.TextEdit;
import org.jspecify.annotations.Nullable;

/** Flags functions that desktop Python has without an import and MicroPython does not. */
public final class MissingBuiltin implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (MissingNames.Found found : MissingNames.in(model, false)) {
      Expr.Call call = MissingNames.callOf(model, found.use().node());
      String formatted = found.name().equals("format") ? formatted(model, call) : null;
      String shown = call == null ? found.name() : found.name() + "()";
      String message = "`" + shown + "` is not defined in MicroPython";
      String instead = formatted == null ? found.instead() : "`" + formatted + "`";
      String whole = instead == null ? message : message + "; use " + instead;
      Reporter.Draft draft =
          report.at(found.use().node(), "ESP105", whole.length() > 100 ? message : whole);
      if (call != null) {
        fix(model, found, call, formatted, draft);
      }
    }
  }

  private static void fix(
      Model model,
      MissingNames.Found found,
      Expr.Call call,
      @Nullable String formatted,
      Reporter.Draft draft) {
    switch (found.name()) {
      case "exit", "quit" -> exit(model, found, draft);
      case "format" -> {
        if (formatted != null) {
          draft.fix("Use the method `format()`", Edits.replace(call, formatted));
        }
      }
      case "xrange" -> rename(found, "range", draft);
      case "raw_input" -> rename(found, "input", draft);
      case "unicode" -> rename(found, "str", draft);
      case "long" -> rename(found, "int", draft);
      default -> {
        // What replaces the others depends on what they are for.
      }
    }
  }

  private static void rename(MissingNames.Found found, String name, Reporter.Draft draft) {
    draft.fix("Use `" + name + "()`", Edits.replace(found.use().node(), name));
  }

  private static void exit(Model model, MissingNames.Found found, Reporter.Draft draft) {
    ModuleNames.Usable sys = ModuleNames.use(model, found.use().context().scope(), "sys");
    if (sys == null) {
      return;
    }
    TextEdit call = Edits.replace(found.use().node(), sys.name() + ".exit");
    TextEdit added = sys.edit();
    if (added == null) {
      draft.fix("Use `sys.exit()`", call);
    } else {
      draft.fix("Use `sys.exit()`", added, call);
    }
  }

  /** `format(x, "03d")` as a method of the pattern; null when the pattern is no plain literal. */
  private static @Nullable String formatted(Model model, Expr.@Nullable Call call) {
    if (call == null || Arguments.positional(call) != call.arguments.size()) {
      return null;
    }
    int count = call.arguments.size();
    if (count == 1) {
      return "\"{}\".format(" + model.tree().source(call.arguments.get(0)) + ")";
    }
    if (count != 2 || !(call.arguments.get(1).value instanceof Expr.Str pattern)) {
      return null;
    }
    String source = model.tree().source(pattern);
    char quote = source.charAt(0);
    boolean plain =
        (quote == '"' || quote == '\'')
            && source.length() == pattern.value.length() + 2
            && pattern.value.indexOf('{') < 0
            && pattern.value.indexOf('}') < 0;
    String value = model.tree().source(call.arguments.get(0));
    return plain ? quote + "{:" + pattern.value + "}" + quote + ".format(" + value + ")" : null;
  }
}
