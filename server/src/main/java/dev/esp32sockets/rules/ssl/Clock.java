package dev.esp32sockets.rules.ssl;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.MemberUse;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ProjectView.ProjectModule;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import dev.esp32sockets.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verification without a clock: told once a file, at the first place that asks for it. */
final class Clock {
  private static final Releases CHECKS_DATES = Releases.since(22);

  /** Whatever has one of these in it probably sets the clock, by a time server or a chip. */
  private static final String[] SETTERS = {"ntp", "NTP", "settime(", "set_time", "sync_time"};

  private final Model model;
  private final Contexts contexts;

  Clock(Model model, Contexts contexts) {
    this.model = model;
    this.contexts = contexts;
  }

  void check(Reporter report) {
    Span first = firstDemand();
    if (first == null || CHECKS_DATES.and(model.target().releases()).isEmpty() || isClockSet()) {
      return;
    }
    report.at(
        first,
        "ESP308",
        "Certificates fail until the clock is set, the ESP32 starts in 2000; call"
            + " `ntptime.settime()`");
  }

  private @Nullable Span firstDemand() {
    Span first = null;
    for (CallSite wrap : model.callsTo("ssl.wrap_socket")) {
      Expr.Argument mode = wrap.argumentNode(4, "cert_reqs");
      boolean required =
          Contexts.isMode(wrap.argument(4, "cert_reqs"), Contexts.CERT_REQUIRED)
              && Contexts.isOff(wrap.argument(1, "server_side"));
      if (mode != null && required) {
        first = earlier(first, mode.value.span());
      }
    }
    for (MemberUse use : model.memberUses()) {
      boolean set = use.stored() && use.node().name.equals("verify_mode");
      if (set && Contexts.protocol(use.owner()) == Contexts.CLIENT) {
        Expr mode = assigned(use.node());
        boolean required = Contexts.isMode(model.valueOf(use.node()), Contexts.CERT_REQUIRED);
        first = mode != null && required ? earlier(first, mode.span()) : first;
      }
    }
    return first == null ? firstByDefault() : first;
  }

  /** The class of `tls` asks for verification without a word. */
  private @Nullable Span firstByDefault() {
    Span first = null;
    for (CallSite wrap : model.callsTo("tls.SSLContext.wrap_socket")) {
      boolean client = wrap.isOnly() && Contexts.isOff(wrap.argument(1, "server_side"));
      if (client && contexts.isRequired(wrap) && !contexts.provesOtherwise()) {
        first = earlier(first, Spans.name(wrap.node()));
      }
    }
    return first;
  }

  private static Span earlier(@Nullable Span first, Span other) {
    return first == null || other.start() < first.start() ? other : first;
  }

  /** The right side of the assignment to the attribute. */
  private @Nullable Expr assigned(Expr.Attribute target) {
    Place place = Place.of(model.tree(), target);
    Node statement = place == null ? null : place.statement();
    return statement instanceof Stmt.Assign assign ? assign.value : null;
  }

  private boolean isClockSet() {
    for (String word : SETTERS) {
      if (Words.inProject(model, word)) {
        return true;
      }
    }
    boolean set = setsClockChip(model.tree());
    List<ProjectModule> files = model.project().files();
    for (int i = 0; !set && i < files.size(); i++) {
      set = setsClockChip(files.get(i).tree());
    }
    return set;
  }

  /** `datetime(...)` with an argument sets the clock, without one it reads it. */
  private static boolean setsClockChip(Tree tree) {
    return Words.count(tree, ".datetime(") > Words.count(tree, ".datetime()")
        || (Words.count(tree, "RTC") > 0 && Words.count(tree, ".init(") > 0);
  }
}
