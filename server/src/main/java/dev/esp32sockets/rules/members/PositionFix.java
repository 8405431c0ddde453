package dev.esp32sockets.rules.members;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Signature;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter.Draft;
import dev.esp32sockets.rules.members.ArgumentCheck.Refused;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Expr.Argument;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes by position what was passed by keyword. */
final class PositionFix {
  private static final String TITLE = "Pass by position";

  private final ArgumentCheck check;
  private final Expr.Call call;
  private final Signature signature;
  private final List<@Nullable Argument> slots = new ArrayList<>();
  private final List<Argument> rest = new ArrayList<>();

  PositionFix(ArgumentCheck check) {
    this.check = check;
    this.call = check.call;
    this.signature = check.signature(check.refused.get(0).releases());
  }

  void addTo(Draft draft) {
    if (!check.isBound() || !fill()) {
      return;
    }
    if (isInOrder()) {
      List<TextEdit> edits = new ArrayList<>();
      for (Refused refused : check.refused) {
        edits.add(Edits.replace(refused.argument().start, valueStart(refused.argument()), ""));
      }
      draft.fix(TITLE, edits);
      return;
    }
    String text = rebuilt();
    String old = check.model.tree().text().substring(call.open + 1, call.end - 1);
    if (text != null && old.indexOf('\n') < 0) {
      draft.fix(TITLE, Edits.replace(call.open + 1, call.end - 1, text));
    }
  }

  /** Finds the place of each argument; false when one has none. */
  private boolean fill() {
    for (Argument argument : call.arguments) {
      if (argument.kind == Expr.ArgumentKind.POSITIONAL) {
        slots.add(argument);
      }
    }
    if (slots.size() != Arguments.positional(call)) {
      return false;
    }
    for (Argument argument : call.arguments) {
      if (argument.kind == Expr.ArgumentKind.KEYWORD && !place(argument)) {
        return false;
      }
    }
    return true;
  }

  private boolean place(Argument argument) {
    if (!isRefused(argument)) {
      rest.add(argument);
      return true;
    }
    int index = index(argument.keyword == null ? "" : argument.keyword);
    if (index < 0 || (index < slots.size() && slots.get(index) != null)) {
      return false;
    }
    while (slots.size() <= index) {
      slots.add(null);
    }
    slots.set(index, argument);
    return true;
  }

  private boolean isRefused(Argument argument) {
    for (Refused refused : check.refused) {
      if (refused.argument() == argument) {
        return true;
      }
    }
    return false;
  }

  private int index(String keyword) {
    Signature.Parameter parameter = ArgumentCheck.parameter(check.symbol, signature, keyword);
    return parameter == null ? -1 : signature.parameters().indexOf(parameter);
  }

  private boolean isInOrder() {
    for (int i = 0; i < slots.size(); i++) {
      if (i >= call.arguments.size() || slots.get(i) != call.arguments.get(i)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable String rebuilt() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < slots.size(); i++) {
      Argument argument = slots.get(i);
      String value = argument == null ? missing(signature.parameters().get(i)) : source(argument);
      if (value == null) {
        return null;
      }
      text.append(i == 0 ? "" : ", ").append(value);
    }
    for (Argument argument : rest) {
      text.append(text.length() == 0 ? "" : ", ").append(check.model.tree().source(argument));
    }
    return text.toString();
  }

  private String source(Argument argument) {
    int start = argument.kind == Expr.ArgumentKind.KEYWORD ? valueStart(argument) : argument.start;
    return check.model.tree().text().substring(start, argument.end);
  }

  private int valueStart(Argument argument) {
    String text = check.model.tree().text();
    int start = text.indexOf('=', argument.start) + 1;
    while (start < argument.end && text.charAt(start) == ' ') {
      start++;
    }
    return start;
  }

  /** The default of a parameter as this file can write it; null when nobody can. */
  private @Nullable String missing(Signature.Parameter parameter) {
    String text = parameter.defaultText();
    if (text == null || text.equals("...")) {
      return null;
    }
    if (!Character.isUpperCase(text.charAt(0)) || text.equals("None") || isTruth(text)) {
      return text;
    }
    if (call.function instanceof Expr.Attribute function
        && check.model.valueOf(function.value) instanceof Value.Ref module
        && module.symbol().kind() == Symbol.Kind.MODULE) {
      return check.model.tree().source(function.value) + "." + text;
    }
    if (check.site.context().scope().owner(text) != null) {
      return text;
    }
    Symbol constant = ApiIndex.get().find(Owners.module(check.symbol) + "." + text);
    Object value = constant == null ? null : constant.value();
    return value instanceof Long number ? number.toString() : null;
  }

  private static boolean isTruth(String text) {
    return text.equals("True") || text.equals("False");
  }
}
