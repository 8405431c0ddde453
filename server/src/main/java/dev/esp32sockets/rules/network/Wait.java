package dev.esp32sockets.rules.network;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the test of a loop waits for.
 *
 * @param interfaceNode the expression of the station that is asked
 * @param onlyLink whether the loop goes on exactly as long as the station has no link
 */
record Wait(Expr interfaceNode, boolean onlyLink) {

  /** Null when the test does not ask a station for its link. */
  static @Nullable Wait of(Model model, Expr test) {
    Expr station = withoutLink(model, test);
    if (station != null) {
      return new Wait(station, true);
    }
    if (test instanceof Expr.BoolOp several) {
      for (Expr operand : several.operands) {
        Wait part = of(model, operand);
        if (part != null) {
          return new Wait(part.interfaceNode, false);
        }
      }
    }
    station = asked(model, test, "status");
    if (station == null && test instanceof Expr.Compare compare) {
      station = asked(model, compare.operands.get(0), "status");
    }
    return station == null ? null : new Wait(station, false);
  }

  /** `not wlan.isconnected()`, `wlan.isconnected() == False` and the like. */
  private static @Nullable Expr withoutLink(Model model, Expr test) {
    if (test instanceof Expr.Unary unary && unary.operator == Operator.NOT) {
      return asked(model, unary.operand, "isconnected");
    }
    if (!(test instanceof Expr.Compare compare) || compare.operators.size() != 1) {
      return null;
    }
    Operator operator = compare.operators.get(0);
    boolean same = operator == Operator.EQUAL || operator == Operator.IS;
    boolean different = operator == Operator.NOT_EQUAL || operator == Operator.IS_NOT;
    Expr.ConstantKind wanted = same ? Expr.ConstantKind.FALSE : Expr.ConstantKind.TRUE;
    boolean fits =
        (same || different)
            && compare.operands.get(1) instanceof Expr.Constant constant
            && constant.kind == wanted;
    return fits ? asked(model, compare.operands.get(0), "isconnected") : null;
  }

  /** The station in a call of the method on one. */
  private static @Nullable Expr asked(Model model, Expr question, String method) {
    if (!(question instanceof Expr.Call call)
        || !(call.function instanceof Expr.Attribute attribute)) {
      return null;
    }
    List<CallSite> sites = model.sitesOf(call);
    for (CallSite site : sites) {
      boolean station =
          site.symbol() != null
              && site.symbol().qualifiedName().equals("network.WLAN." + method)
              && !Wlans.isAccessPoint(site.object());
      if (!station) {
        return null;
      }
    }
    return sites.isEmpty() ? null : attribute.value;
  }
}
