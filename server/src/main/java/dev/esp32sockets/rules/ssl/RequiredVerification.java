package dev.esp32sockets.rules.ssl;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.MemberUse;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.text.TextEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags a client that asks for verification and leaves out what that needs. */
public final class RequiredVerification implements Rule {
  private static final Releases CHECKS_NAME = Releases.since(22);
  private static final Releases VERIFIES = Releases.since(20);
  private static final Releases LOADS = Releases.since(22);

  @Override
  public void check(Model model, Reporter report) {
    Contexts contexts = new Contexts(model);
    for (CallSite wrap : model.callsTo("ssl.wrap_socket")) {
      boolean required =
          Contexts.isMode(wrap.argument(4, "cert_reqs"), Contexts.CERT_REQUIRED)
              && isCertainClient(wrap);
      if (required && !isHostMissing(model, wrap, 6, report)) {
        Value data = wrap.argument(5, "cadata");
        if (data == null || data.isNone()) {
          certificateMissing(model, wrap, data == null ? dataFix(wrap) : null, report);
        }
      }
    }
    for (CallSite wrap : contexts.calls("wrap_socket")) {
      boolean required = isCertainClient(wrap) && contexts.isRequired(wrap);
      if (required
          && !isHostMissing(model, wrap, 3, report)
          && contexts.isWithoutCertificate(wrap)) {
        certificateMissing(model, wrap, loadFix(model, contexts, wrap), report);
      }
    }
    new Clock(model, contexts).check(report);
  }

  private static boolean isCertainClient(CallSite wrap) {
    return wrap.isOnly()
        && !Arguments.hasStar(wrap.node())
        && Contexts.isOff(wrap.argument(1, "server_side"));
  }

  private static boolean isHostMissing(Model model, CallSite wrap, int position, Reporter report) {
    Value host = wrap.argument(position, "server_hostname");
    Releases failing = CHECKS_NAME.and(model.target().releases());
    if (failing.isEmpty() || (host != null && !host.isNone())) {
      return false;
    }
    boolean all = CHECKS_NAME.containsAll(model.target().releases());
    Reporter.Draft draft =
        report.at(
            Spans.name(wrap.node()),
            "ESP306",
            "`CERT_REQUIRED` needs a host name "
                + (all ? "on ESP32" : "since MicroPython 1.22")
                + " (`ValueError`); pass `server_hostname`");
    CallSite connect = Peer.connection(model, wrap.argument(0, "sock"));
    String source =
        connect == null ? null : Peer.hostSource(model, connect, wrap.context().scope());
    if (host == null && source != null) {
      draft.fix(
          "Pass `server_hostname`", Edits.addArgument(wrap.node(), "server_hostname=" + source));
    }
    return true;
  }

  private static void certificateMissing(
      Model model, CallSite wrap, @Nullable TextEdit fix, Reporter report) {
    if (VERIFIES.and(model.target().releases()).isEmpty()) {
      return;
    }
    Reporter.Draft draft =
        report.at(
            Spans.name(wrap.node()),
            "ESP307",
            "The ESP32 trusts no certificate by itself (`OSError` -30336); load one with `cadata`");
    if (fix != null) {
      draft.unsafeFix("Load the certificate from `ca.der`", fix);
    }
  }

  private static TextEdit dataFix(CallSite wrap) {
    return Edits.addArgument(wrap.node(), "cadata=open(\"ca.der\", \"rb\").read()");
  }

  /** A line that loads the certificate, behind the one that asks for verification. */
  private static @Nullable TextEdit loadFix(Model model, Contexts contexts, CallSite wrap) {
    Obj context = wrap.object();
    Creation creation = context == null ? null : context.creation();
    if (context == null || creation == null || Contexts.isNative(context)) {
      return null;
    }
    List<MemberUse> settings = contexts.settings(creation);
    if (settings.size() != 1 || !LOADS.containsAll(model.target().releases())) {
      return null;
    }
    Expr.Attribute setting = settings.get(0).node();
    Place place = Place.of(model.tree(), setting);
    if (place == null || !place.isSimpleLine(model.tree())) {
      return null;
    }
    String load = model.tree().source(setting.value) + ".load_verify_locations(cafile=\"ca.der\")";
    return Edits.insertLineAfter(model.tree(), place.statement(), load);
  }
}
