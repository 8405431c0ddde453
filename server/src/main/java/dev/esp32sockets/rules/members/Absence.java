package dev.esp32sockets.rules.members;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ProjectView.ProjectModule;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.syntax.Tree;
import org.jspecify.annotations.Nullable;

/**
 * A name that a module or type lacks in some release of the target.
 *
 * @param member what the name is in other releases; null when no release has it
 * @param releases those of the target that lack it
 */
record Absence(Symbol owner, String name, @Nullable Symbol member, Releases releases) {

  /** Null when every release of the target has the name, or when that is not certain. */
  static @Nullable Absence of(Model model, Symbol owner, String name) {
    if (name.isEmpty() || isFromElsewhere(model, owner, name)) {
      return null;
    }
    Releases there = model.target().releases().and(owner.releases());
    ApiIndex api = ApiIndex.get();
    Symbol member = owner.isType() ? api.member(owner, name) : owner.member(name);
    if (member == null && !isCertainlyMissing(owner, name)) {
      return null;
    }
    Releases lacking = member == null ? there : there.minus(member.releases());
    if (lacking.isEmpty() || (Owners.isPython(owner) && isSet(model, name))) {
      return null;
    }
    return new Absence(owner, name, member, lacking);
  }

  private static boolean isCertainlyMissing(Symbol owner, String name) {
    ApiIndex api = ApiIndex.get();
    if (api.missing(owner, name) != null) {
      return true;
    }
    return Owners.isComplete(owner) && !api.hides(owner, name);
  }

  /** A module inside the package, of the firmware or of the project, or an installed extension. */
  private static boolean isFromElsewhere(Model model, Symbol owner, String name) {
    String module = Owners.module(owner);
    if (model.project().isExtraModule(module)) {
      return true;
    }
    String inner = module + "." + name;
    return !owner.isType()
        && (ApiIndex.get().hasModule(inner)
            || model.project().isExtraModule(inner)
            || model.project().module(inner, model.path()) != null);
  }

  /** Whether some file of the project may add the name to something that is written in Python. */
  private static boolean isSet(Model model, String name) {
    if (isSetIn(model.tree(), name)) {
      return true;
    }
    for (ProjectModule file : model.project().files()) {
      if (isSetIn(file.tree(), name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSetIn(Tree tree, String name) {
    String text = tree.text();
    if (text.contains("setattr(")) {
      return true;
    }
    String wanted = "." + name;
    int at = text.indexOf(wanted);
    while (at >= 0) {
      int end = at + wanted.length();
      while (end < text.length() && text.charAt(end) == ' ') {
        end++;
      }
      boolean equal = end < text.length() && text.charAt(end) == '=';
      if (equal && (end + 1 == text.length() || text.charAt(end + 1) != '=')) {
        return true;
      }
      at = text.indexOf(wanted, at + 1);
    }
    return false;
  }

  /** Whether it came with a later release than all that lack it. */
  boolean isNewer() {
    return member != null && member.releases().lowest() > releases.highest();
  }

  /** Whether it went before all that lack it. */
  boolean isGone() {
    return member != null && member.releases().highest() < releases.lowest();
  }
}
