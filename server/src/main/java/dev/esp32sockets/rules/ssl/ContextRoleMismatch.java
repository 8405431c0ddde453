package dev.esp32sockets.rules.ssl;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.text.TextEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags a client's context that a server wraps with: the protocol alone decides the role. */
public final class ContextRoleMismatch implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    Contexts contexts = new Contexts(model);
    List<CallSite> wraps = contexts.calls("wrap_socket");
    for (CallSite wrap : wraps) {
      Expr.Argument flag = wrap.argumentNode(1, "server_side");
      if (flag == null || !wrap.isOnly() || !isMismatch(wrap)) {
        continue;
      }
      Reporter.Draft draft =
          report.at(
              Spans.keyword(flag),
              "ESP304",
              "This context has the client's role on ESP32; make it with `PROTOCOL_TLS_SERVER`");
      Obj context = wrap.object();
      Creation creation = context == null ? null : context.creation();
      if (creation != null && contexts.isMadeHere(creation)) {
        fix(contexts, creation, wraps, draft);
      }
    }
  }

  private static boolean isMismatch(CallSite wrap) {
    return Contexts.protocol(wrap.object()) == Contexts.CLIENT
        && Contexts.isOn(wrap.argument(1, "server_side"));
  }

  private static void fix(
      Contexts contexts, Creation creation, List<CallSite> wraps, Reporter.Draft draft) {
    draft.related(creation.node(), "The context is made here");
    for (CallSite wrap : wraps) {
      Obj context = wrap.object();
      boolean same = context != null && Contexts.isMadeBy(context, creation);
      if (same && !isMismatch(wrap)) {
        return;
      }
    }
    TextEdit edit = serverRole(creation.node());
    if (edit == null) {
      return;
    }
    // Code that is not seen may use the context as a client.
    if (contexts.isPassedOn(creation)) {
      draft.unsafeFix("Use `PROTOCOL_TLS_SERVER`", edit);
    } else {
      draft.fix("Use `PROTOCOL_TLS_SERVER`", edit);
    }
  }

  private static @Nullable TextEdit serverRole(Expr.Call creation) {
    Expr protocol = creation.arguments.isEmpty() ? null : creation.arguments.get(0).value;
    boolean spelled =
        protocol instanceof Expr.Attribute attribute
            && attribute.name.equals("PROTOCOL_TLS_CLIENT");
    if (spelled && protocol instanceof Expr.Attribute attribute) {
      return Edits.rename(attribute, "PROTOCOL_TLS_SERVER");
    }
    return protocol instanceof Expr.Num ? Edits.replace(protocol, "1") : null;
  }
}
