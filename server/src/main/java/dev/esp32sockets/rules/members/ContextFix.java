package dev.esp32sockets.rules.members;

import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Scope;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Reporter.Draft;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** Makes the context with `tls`, whose class has what `ssl.SSLContext` leaves out. */
final class ContextFix {
  private ContextFix() {}

  static void addTo(Draft draft, Model model, Value context, Scope scope) {
    Creation creation = context instanceof Value.Obj object ? object.creation() : null;
    // The two classes load certificates by different arguments.
    boolean loads =
        !model.callsTo("ssl.SSLContext.load_cert_chain").isEmpty()
            || !model.callsTo("ssl.SSLContext.load_verify_locations").isEmpty();
    boolean possible =
        creation != null
            && creation.isBy("ssl.SSLContext")
            && !model.sitesOf(creation.node()).isEmpty()
            && MemberFixes.targetsOnly(model, Releases.since(23));
    ModuleNames.Usable tls = possible ? ModuleNames.use(model, scope, "tls") : null;
    if (creation == null || loads || tls == null) {
      return;
    }
    Expr.Call call = creation.node();
    if (call.function instanceof Expr.Attribute type
        && call.arguments.size() == 1
        && call.arguments.get(0).value instanceof Expr.Attribute role
        && role.name.startsWith("PROTOCOL_")) {
      List<TextEdit> edits = new ArrayList<>(3);
      if (tls.edit() != null) {
        edits.add(tls.edit());
      }
      edits.add(Edits.replace(type.value, tls.name()));
      edits.add(Edits.replace(role.value, tls.name()));
      draft.fix("Make the context with `tls.SSLContext`", edits);
    }
  }
}
