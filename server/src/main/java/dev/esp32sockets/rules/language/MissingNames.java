package dev.esp32sockets.rules.language;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Module;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.syntax.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that desktop Python predefines, MicroPython does not, and the file does not define. */
final class MissingNames {
  private MissingNames() {}

  /**
   * A use of such a name.
   *
   * @param instead what the knowledge base says to write, for people to read
   */
  record Found(Use<Expr.Name> use, @Nullable String instead) {
    String name() {
      return use.node().name;
    }
  }

  /**
   * All uses without a guard.
   *
   * @param exceptions whether exception classes are wanted, or everything else
   */
  static List<Found> in(Model model, boolean exceptions) {
    List<Found> found = new ArrayList<>(0);
    // The search goes through the text of all files, and the same few names come again and again.
    Map<String, Boolean> definedElsewhere = new HashMap<>();
    for (Use<Expr.Name> use : model.unresolvedNames()) {
      String name = use.node().name;
      boolean wanted = !name.isEmpty() && Character.isUpperCase(name.charAt(0)) == exceptions;
      Symbol.Missing missing = wanted ? missing(name) : null;
      if (missing != null
          && !use.context().isGuarded(name, "NameError")
          && !isDefinedElsewhere(model, name, definedElsewhere)) {
        found.add(new Found(use, missing.instead()));
      }
    }
    return found;
  }

  private static Symbol.@Nullable Missing missing(String name) {
    Module builtins = ApiIndex.get().module("builtins");
    return builtins == null ? null : builtins.symbol().missing(name);
  }

  private static boolean isDefinedElsewhere(Model model, String name, Map<String, Boolean> known) {
    Boolean answer = known.get(name);
    if (answer == null) {
      answer = isDefinedElsewhere(model, name);
      known.put(name, answer);
    }
    return answer;
  }

  /** `boot.py` leaves its names to `main.py`, and any file may add to the builtins. */
  private static boolean isDefinedElsewhere(Model model, String name) {
    return Words.inOtherFiles(model, "def " + name)
        || Words.inOtherFiles(model, "class " + name)
        || Words.inOtherFiles(model, name + " =")
        || Words.inOtherFiles(model, name + "=")
        || Words.inOtherFiles(model, "import " + name)
        || Words.inProject(model, "builtins." + name)
        || Words.inProject(model, "globals()[")
        || Words.inProject(model, "execfile(");
  }

  /** The call whose function the name is; null when it is used otherwise. */
  static Expr.@Nullable Call callOf(Model model, Expr.Name name) {
    for (List<CallSite> sites : model.calls()) {
      Expr.Call call = sites.get(0).node();
      if (call.function == name) {
        return call;
      }
    }
    return null;
  }
}
