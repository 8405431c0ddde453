package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Ref;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What scripts ask the firmware for before they use it. */
final class Features {
  private Features() {}

  /**
   * Whether `hasattr(x, "name")` or `getattr(x, "name", None)` is true or false with every release;
   * null when that is not known.
   */
  static @Nullable Boolean outcome(Frame frame, Expr.Call call) {
    String name = asked(call);
    Value owner = name == null ? null : frame.facts.values[call.arguments.get(0).value.id];
    if (owner == null || name == null) {
      return null;
    }
    List<Value> choices = owner instanceof Value.Union union ? union.withoutNone() : List.of(owner);
    Boolean all = null;
    for (Value choice : choices) {
      Boolean one = has(choice, name);
      if (one == null || (all != null && !all.equals(one))) {
        return null;
      }
      all = one;
    }
    return all;
  }

  private static @Nullable Boolean has(Value owner, String name) {
    Symbol holder = Members.holder(owner);
    if (holder == null) {
      return null;
    }
    ApiIndex api = ApiIndex.get();
    Symbol member = holder.isType() ? api.member(holder, name) : holder.member(name);
    if (member != null) {
      return member.releases().containsAll(holder.releases()) ? true : null;
    }
    if (api.missing(holder, name) != null) {
      return false;
    }
    boolean complete = owner instanceof Ref && !holder.isType();
    if (complete && !api.hides(holder, name) && !isInner(holder, name)) {
      return false;
    }
    return null;
  }

  /**
   * Whether the test asks for a method that computers' sockets have and those of the ESP32 lack.
   */
  static boolean asksForOtherSockets(Expr test) {
    String name = test instanceof Expr.Call call ? asked(call) : null;
    Symbol socket = name == null ? null : ApiIndex.get().find("socket.socket");
    return name != null && socket != null && ApiIndex.get().missing(socket, name) != null;
  }

  private static @Nullable String asked(Expr.Call call) {
    if (!(call.function instanceof Expr.Name function) || call.arguments.size() < 2) {
      return null;
    }
    boolean has = function.name.equals("hasattr") && call.arguments.size() == 2;
    boolean gets =
        function.name.equals("getattr")
            && call.arguments.size() == 3
            && call.arguments.get(2).value instanceof Expr.Constant constant
            && constant.kind == Expr.ConstantKind.NONE;
    boolean name = call.arguments.get(1).value instanceof Expr.Str;
    return (has || gets) && name ? ((Expr.Str) call.arguments.get(1).value).value : null;
  }

  private static boolean isInner(Symbol module, String name) {
    return ApiIndex.get().hasModule(module.qualifiedName() + "." + name);
  }

  /** Whether a `try` imports what no ESP32 firmware has, so that the rest of it does not run. */
  static boolean importsAbsent(List<Stmt> body) {
    for (Stmt statement : body) {
      if (statement instanceof Stmt.ImportFrom from && from.level == 0 && isAbsent(from.module)) {
        return true;
      }
      if (statement instanceof Stmt.Import several) {
        for (Stmt.Alias alias : several.names) {
          if (isAbsent(alias.name)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isAbsent(String module) {
    return ApiIndex.get().absentModule(module) != null;
  }
}
