package dev.esp32sockets.rules.language;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.SyntaxProblem;

/** Reports what some release of the target cannot compile. */
public final class MicroPythonSyntax implements Rule {
  @Override
  public void check(Model model, Reporter report) {
    for (SyntaxProblem problem : model.tree().problems()) {
      Releases refusing = problem.rejectedBy().and(model.target().releases());
      // A copied character can make a name that compiles and still is not what was meant.
      boolean always = problem.kind() == SyntaxProblem.Kind.TYPOGRAPHIC;
      if (always || !refusing.isEmpty()) {
        report(problem, refusing, report);
      }
    }
  }

  private static void report(SyntaxProblem problem, Releases refusing, Reporter report) {
    String message = problem.message();
    // A construct that no release takes needs no release in its message.
    if (problem.kind() == SyntaxProblem.Kind.DIALECT
        && !problem.rejectedBy().containsAll(Releases.ALL)) {
      message += "; MicroPython " + refusing + " cannot compile it";
    }
    Reporter.Draft draft = report.at(problem.span(), code(problem.kind()), message);
    SyntaxProblem.Fix fix = problem.fix();
    if (fix == null) {
      return;
    }
    if (fix.safe()) {
      draft.fix(fix.title(), fix.edits());
    } else {
      draft.unsafeFix(fix.title(), fix.edits());
    }
  }

  private static String code(SyntaxProblem.Kind kind) {
    return switch (kind) {
      case DIALECT -> "ESP101";
      case SYNTAX -> "ESP102";
      case BYTE_ORDER_MARK -> "ESP103";
      case TYPOGRAPHIC -> "ESP104";
      case TOO_DEEP -> "ESP004";
    };
  }
}
