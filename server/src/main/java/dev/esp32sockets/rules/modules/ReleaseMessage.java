package dev.esp32sockets.rules.modules;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Module;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.syntax.Stmt;
import org.jspecify.annotations.Nullable;

/** Tells of a module that some releases of the target do not have, and of its other name. */
final class ReleaseMessage {
  private static final int LONGEST = 100;

  private final Model model;
  private final ImportSite site;
  private final Module module;
  private final Releases lacking;

  ReleaseMessage(Model model, ImportSite site, Module module, Releases lacking) {
    this.model = model;
    this.site = site;
    this.module = module;
    this.lacking = lacking;
  }

  void report(Reporter report) {
    String other = otherName();
    String message = what();
    String instead = module.instead();
    String advice = "";
    if (other != null) {
      advice = "; import `" + other + "`";
    } else if (instead != null && !instead.startsWith("`import")) {
      advice = "; use " + instead;
    }
    boolean fits = message.length() + advice.length() <= LONGEST;
    Reporter.Draft draft = report.at(site.span(), "ESP702", fits ? message + advice : message);
    if (other != null) {
      fix(draft, other);
    }
  }

  private String what() {
    int last = module.importable().highest();
    String name = "`" + site.name() + "`";
    if (lacking.lowest() > last) {
      return name + " left the ESP32 with MicroPython 1." + (last + 1);
    }
    boolean partly = !lacking.containsAll(model.target().releases());
    return name
        + " needs MicroPython 1."
        + module.importable().lowest()
        + " on ESP32; this project targets "
        + lacking
        + (partly ? " too" : "");
  }

  /** The same module under a name that every release of the target knows. */
  private @Nullable String otherName() {
    String instead = module.instead();
    if (instead == null) {
      return null;
    }
    String name = instead.replace("`", "");
    name = name.startsWith("import ") ? name.substring("import ".length()) : name;
    Module other = ApiIndex.get().module(name);
    boolean same =
        other != null
            && other.symbol() == module.symbol()
            && other.importable().containsAll(model.target().releases());
    return same ? name : null;
  }

  private void fix(Reporter.Draft draft, String other) {
    Stmt.Alias alias = site.alias();
    String title = "Import `" + other + "`";
    if (alias == null) {
      int end = site.start() + site.name().length();
      draft.fix(title, Edits.replace(site.start(), end, other));
      return;
    }
    String bound = alias.alias == null ? alias.name : alias.alias;
    draft.fix(title, Edits.replace(alias, bound.equals(other) ? other : other + " as " + bound));
  }
}
