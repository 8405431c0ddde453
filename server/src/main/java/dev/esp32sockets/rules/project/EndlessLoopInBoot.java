package dev.esp32sockets.rules.project;

import dev.esp32sockets.analysis.Context;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Returns;
import dev.esp32sockets.analysis.Use;
import dev.esp32sockets.rules.Exits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Stmt;

/** Flags an endless loop in `boot.py`: nothing that comes after that file ever runs. */
public final class EndlessLoopInBoot implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    if (!model.path().equals("boot.py")) {
      return;
    }
    for (Use<Stmt.While> use : model.uses(Stmt.While.class)) {
      Stmt.While loop = use.node();
      boolean endless =
          isAtTopLevel(use.context())
              && Returns.isAlwaysTrue(loop.test)
              && !Exits.mayLeaveOrBreak(model, loop.body);
      if (endless) {
        report.at(
            loop.test,
            "ESP901",
            "`main.py` and the prompt are never reached behind this loop; move it to `main.py`");
      }
    }
  }

  private static boolean isAtTopLevel(Context context) {
    return context.function() == null && context.loop() == null;
  }
}
