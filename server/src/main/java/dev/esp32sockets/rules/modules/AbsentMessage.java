package dev.esp32sockets.rules.modules;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.api.AbsentModule;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Severity;

/** Tells of a module that no ESP32 firmware has. */
final class AbsentMessage {
  private static final int LONGEST = 100;

  private final Model model;
  private final ImportSite site;
  private final AbsentModule absent;

  AbsentMessage(Model model, ImportSite site, AbsentModule absent) {
    this.model = model;
    this.site = site;
    this.absent = absent;
  }

  void report(Reporter report) {
    String text = text();
    Reporter.Draft draft =
        report.at(site.span(), "ESP701", text.length() <= LONGEST ? text : shortText());
    if (absent.sort() == AbsentModule.Sort.INSTALLABLE) {
      draft.severity(Severity.INFO);
    }
    if (isTyping() && Annotations.areOnlyUse(model, site)) {
      draft.fix("Leave the import out", Edits.deleteLines(model.tree(), site.statement()));
    }
  }

  private boolean isTyping() {
    return site.top().equals("typing");
  }

  private String shortText() {
    return "`" + site.name() + "` is not on the ESP32";
  }

  private String text() {
    String name = "`" + site.name() + "`";
    String instead = absent.instead();
    if (isTyping()) {
      return name + " is not on the ESP32; leave the import out, annotations are never read";
    }
    return switch (absent.sort()) {
      case INSTALLABLE -> {
        String use = instead == null ? "" : "use " + instead + ", ";
        yield name
            + " is not in the ESP32 firmware; "
            + use
            + "install it with `mip` or ship the file";
      }
      case OTHER_PORT -> {
        String use = instead == null ? "" : "; use " + instead;
        yield name + " belongs to other boards, the ESP32 does not have it" + use;
      }
      case CPYTHON, HOST_ONLY ->
          name
              + (instead == null
                  ? " is not on the ESP32, it belongs to Python on a computer"
                  : " is not on the ESP32; use " + instead);
    };
  }
}
