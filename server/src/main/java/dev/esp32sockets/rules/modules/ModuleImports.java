package dev.esp32sockets.rules.modules;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.api.AbsentModule;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Module;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Stmt;
import org.jspecify.annotations.Nullable;

/** Flags imports of modules that the firmware does not have, or not in every release. */
public final class ModuleImports implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (Use<Stmt.Import> use : model.uses(Stmt.Import.class)) {
      for (Stmt.Alias alias : use.node().names) {
        check(model, ImportSite.of(use.node(), alias, use.context()), report);
      }
    }
    for (Use<Stmt.ImportFrom> use : model.uses(Stmt.ImportFrom.class)) {
      if (use.node().level == 0 && !use.node().module.isEmpty()) {
        check(model, ImportSite.of(use.node(), use.context()), report);
      }
    }
  }

  private static void check(Model model, ImportSite site, Reporter report) {
    Module module = ApiIndex.get().module(site.name());
    if (module != null) {
      boolean everywhere = module.importable().containsAll(model.target().releases());
      boolean onChip = module.symbol().isOn(model.target().chip());
      if ((everywhere && onChip) || isOfProject(model, site)) {
        return;
      }
      if (everywhere) {
        chip(model, site, report);
      } else if (!ImportGuards.isGuarded(site, false)) {
        Releases lacking = ImportGuards.reached(model, site.context()).minus(module.importable());
        if (!lacking.isEmpty()) {
          new ReleaseMessage(model, site, module, lacking).report(report);
        }
      }
      return;
    }
    AbsentModule absent = absent(site);
    if (absent != null
        && !isOfProject(model, site)
        && !ImportGuards.isGuarded(site, true)
        && !ImportGuards.reached(model, site.context()).isEmpty()) {
      new AbsentMessage(model, site, absent).report(report);
    }
  }

  private static boolean isOfProject(Model model, ImportSite site) {
    return model.project().isExtraModule(site.name())
        || model.project().isExtraModule(site.top())
        || model.project().module(site.name(), model.path()) != null
        || model.project().module(site.top(), model.path()) != null;
  }

  private static void chip(Model model, ImportSite site, Reporter report) {
    if (!ImportGuards.isGuarded(site, true)
        && !ImportGuards.reached(model, site.context()).isEmpty()) {
      report.at(
          site.span(),
          "ESP701",
          "`" + site.name() + "` is not in the firmware of the " + model.target().chip().word());
    }
  }

  /** What is known of the module, or of the package that it would be in. */
  private static @Nullable AbsentModule absent(ImportSite site) {
    if (site.statement() instanceof Stmt.ImportFrom from && from.names.size() == 1) {
      String inner = site.name() + "." + from.names.get(0).name;
      AbsentModule submodule = ApiIndex.get().absentModule(inner);
      if (submodule != null) {
        return submodule;
      }
    }
    String name = site.name();
    while (true) {
      AbsentModule absent = ApiIndex.get().absentModule(name);
      int dot = name.lastIndexOf('.');
      if (absent != null || dot < 0) {
        return absent;
      }
      name = name.substring(0, dot);
    }
  }
}
