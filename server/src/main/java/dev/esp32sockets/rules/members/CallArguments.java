package dev.esp32sockets.rules.members;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags calls with arguments that a function does not take in some release of the target. */
public final class CallArguments implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (List<CallSite> sites : model.calls()) {
      ArgumentCheck check = check(model, sites);
      if (check == null) {
        continue;
      }
      if (check.refused.isEmpty()) {
        new CountFault(check).report(report);
      } else {
        new KeywordFault(check).report(report);
      }
    }
  }

  /** Null unless everything that may be called here refuses the arguments. */
  private static @Nullable ArgumentCheck check(Model model, List<CallSite> sites) {
    ArgumentCheck first = null;
    for (CallSite site : sites) {
      ArgumentCheck check =
          Arguments.hasStar(site.node()) || site.context().isGuarded(null, "TypeError")
              ? null
              : ArgumentCheck.of(model, site);
      if (check == null) {
        return null;
      }
      first = first == null ? check : first;
    }
    return first;
  }
}
