package dev.esp32sockets.rules.ssl;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.MemberUse;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;

/** Hints that a client does not verify its server, unless the script says so itself. */
public final class NoVerification implements Rule {
  private static final Releases VERIFIES = Releases.since(20);

  @Override
  public void check(Model model, Reporter report) {
    for (CallSite wrap : model.callsTo("ssl.wrap_socket")) {
      if (wrap.isOnly() && Contexts.isOff(wrap.argument(1, "server_side"))) {
        function(model, wrap, report);
      }
    }
    Contexts contexts = new Contexts(model);
    for (Model.Made made : model.made()) {
      boolean client = contexts.exist() && Contexts.protocol(made.object()) == Contexts.CLIENT;
      if (client && !Contexts.isNative(made.object()) && isNeverSet(contexts, made)) {
        report.at(
            Spans.name(made.creation().node()),
            "ESP309",
            "This context verifies nothing on ESP32; set `verify_mode = ssl.CERT_REQUIRED`");
      }
    }
    for (MemberUse use : model.memberUses()) {
      optional(model, use, report);
    }
  }

  private static void function(Model model, CallSite wrap, Reporter report) {
    Expr.Argument mode = wrap.argumentNode(4, "cert_reqs");
    if (mode != null) {
      if (Contexts.isMode(wrap.argument(4, "cert_reqs"), Contexts.CERT_OPTIONAL)) {
        reportOptional(mode.value, report);
      }
      return;
    }
    if (!Arguments.hasStar(wrap.node())) {
      boolean can = !VERIFIES.and(model.target().releases()).isEmpty();
      report.at(
          Spans.name(wrap.node()),
          "ESP309",
          can
              ? "The server is not verified on ESP32; pass `cert_reqs`, `cadata` and"
                  + " `server_hostname`"
              : "The server is not verified on ESP32; `wrap_socket()` can since MicroPython 1.20");
    }
  }

  private static boolean isNeverSet(Contexts contexts, Model.Made made) {
    return contexts.settings(made.creation()).isEmpty()
        && contexts.isWhollySeen(made.creation())
        && !isForServer(contexts, made.creation());
  }

  /** A server with a client's context has another fault, which is told as such. */
  private static boolean isForServer(Contexts contexts, Creation creation) {
    for (CallSite wrap : contexts.calls("wrap_socket")) {
      boolean server = Contexts.isOn(wrap.argument(1, "server_side"));
      if (server && wrap.object() != null && Contexts.isMadeBy(wrap.object(), creation)) {
        return true;
      }
    }
    return false;
  }

  private static void optional(Model model, MemberUse use, Reporter report) {
    boolean set = use.stored() && use.node().name.equals("verify_mode");
    if (set
        && Contexts.protocol(use.owner()) == Contexts.CLIENT
        && Contexts.isMode(model.valueOf(use.node()), Contexts.CERT_OPTIONAL)) {
      Place place = Place.of(model.tree(), use.node());
      if (place != null && place.statement() instanceof Stmt.Assign assign) {
        reportOptional(assign.value, report);
      }
    }
  }

  private static void reportOptional(Expr mode, Reporter report) {
    report.at(mode, "ESP309", "`CERT_OPTIONAL` verifies nothing on ESP32; use `CERT_REQUIRED`");
  }
}
