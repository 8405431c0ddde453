package dev.esp32sockets.analysis;

import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Expr.Argument;
import dev.esp32sockets.syntax.Expr.ArgumentKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the arguments of a call by position or keyword. */
public final class Arguments {
  private Arguments() {}

  /** The argument at a position (before any star) or with the keyword; null when it is missing. */
  public static @Nullable Argument find(Expr.Call call, int position, @Nullable String keyword) {
    int index = index(call, position, keyword);
    return index < 0 ? null : call.arguments.get(index);
  }

  static @Nullable Value value(
      Expr.Call call, List<Value> values, int position, @Nullable String keyword) {
    int index = index(call, position, keyword);
    return index < 0 ? null : values.get(index);
  }

  static int index(Expr.Call call, int position, @Nullable String keyword) {
    int at = 0;
    boolean starred = false;
    for (int i = 0; i < call.arguments.size(); i++) {
      Argument argument = call.arguments.get(i);
      if (argument.kind == ArgumentKind.POSITIONAL) {
        if (!starred && at == position) {
          return i;
        }
        at++;
      } else if (argument.kind == ArgumentKind.STAR) {
        starred = true;
      } else if (argument.kind == ArgumentKind.KEYWORD
          && keyword != null
          && keyword.equals(argument.keyword)) {
        return i;
      }
    }
    return -1;
  }

  /** How many arguments stand without a name. */
  public static int positional(Expr.Call call) {
    int count = 0;
    for (Argument argument : call.arguments) {
      if (argument.kind == ArgumentKind.POSITIONAL) {
        count++;
      }
    }
    return count;
  }

  /** Whether `*x` or `**x` makes the number of arguments unknown. */
  public static boolean hasStar(Expr.Call call) {
    for (Argument argument : call.arguments) {
      if (argument.kind == ArgumentKind.STAR || argument.kind == ArgumentKind.DOUBLE_STAR) {
        return true;
      }
    }
    return false;
  }
}
