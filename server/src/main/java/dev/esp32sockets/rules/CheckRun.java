package dev.esp32sockets.rules;

import dev.esp32sockets.analysis.FileContext;
import dev.esp32sockets.analysis.Model;
import java.lang.reflect.Constructor;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs every rule that can have something to say about one file. */
public final class CheckRun {
  private static final String PACKAGE = "dev.esp32sockets.rules.";

  /** Found once: looking up a class by its name costs more than many a rule. */
  private static final Map<String, Constructor<?>> CONSTRUCTORS =
      Collections.synchronizedMap(new HashMap<>());

  private CheckRun() {}

  /**
   * All findings of a file, of every rule, in the order of the file, before any selection or
   * suppression: the project decides what is shown.
   */
  public static List<Finding> check(FileContext file) {
    Model model = Model.of(file);
    Reporter reporter = new Reporter();
    Set<String> done = new HashSet<>();
    for (RuleInfo info : RuleCatalogue.all()) {
      boolean isRule = info.implementation().indexOf('.') > 0;
      if (isRule && watches(info, model) && done.add(info.implementation())) {
        make(info.implementation()).check(model, reporter);
      }
    }
    return Precedence.apply(model.tree(), reporter.findings());
  }

  private static boolean watches(RuleInfo info, Model model) {
    String watches = info.watches();
    if (watches.isEmpty()) {
      return true;
    }
    int from = 0;
    while (from < watches.length()) {
      int blank = watches.indexOf(' ', from);
      int to = blank < 0 ? watches.length() : blank;
      if (model.touches(watches.substring(from, to))) {
        return true;
      }
      from = to + 1;
    }
    return false;
  }

  private static Rule make(String implementation) {
    try {
      Constructor<?> constructor = CONSTRUCTORS.get(implementation);
      if (constructor == null) {
        constructor = Class.forName(PACKAGE + implementation).getDeclaredConstructor();
        CONSTRUCTORS.put(implementation, constructor);
      }
      return (Rule) constructor.newInstance();
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException("rule class " + implementation, broken);
    }
  }
}
