package dev.esp32sockets.rules;

import dev.esp32sockets.rules.Finding.Related;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.text.Span;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** Takes the findings of the rules of one file. */
public final class Reporter {
  private final List<Draft> drafts = new ArrayList<>();

  /**
   * Reports at a node.
   *
   * @param code of the catalogue
   * @param message one line in the house style
   */
  public Draft at(Node node, String code, String message) {
    return at(node.span(), code, message);
  }

  public Draft at(Span span, String code, String message) {
    RuleInfo rule = RuleCatalogue.find(code);
    if (rule == null) {
      throw new IllegalArgumentException("no rule " + code);
    }
    Draft draft = new Draft(rule, span, message);
    drafts.add(draft);
    return draft;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      findings.add(
          new Finding(
              draft.rule,
              draft.severity,
              draft.span,
              draft.message,
              List.copyOf(draft.related),
              List.copyOf(draft.fixes)));
    }
    return findings;
  }

  /** A finding to which more can be added. */
  public static final class Draft {
    private final RuleInfo rule;
    private final Span span;
    private final String message;
    private Severity severity;
    private final List<Related> related = new ArrayList<>(0);
    private final List<Fix> fixes = new ArrayList<>(1);

    Draft(RuleInfo rule, Span span, String message) {
      this.rule = rule;
      this.span = span;
      this.message = message;
      this.severity = rule.severity();
    }

    /** Another severity than the rule's usual one, for this case. */
    public Draft severity(Severity other) {
      severity = other;
      return this;
    }

    public Draft related(Node node, String why) {
      related.add(new Related(node.span(), why));
      return this;
    }

    /**
     * A fix that keeps a correct program as it is, or makes a certain failure do what was meant.
     */
    public Draft fix(String title, TextEdit... edits) {
      fixes.add(new Fix(title, true, List.of(edits)));
      return this;
    }

    public Draft fix(String title, List<TextEdit> edits) {
      fixes.add(new Fix(title, true, List.copyOf(edits)));
      return this;
    }

    /** A fix that may change more than the fault: applied only when it is asked for. */
    public Draft unsafeFix(String title, TextEdit... edits) {
      fixes.add(new Fix(title, false, List.of(edits)));
      return this;
    }

    public Draft unsafeFix(String title, List<TextEdit> edits) {
      fixes.add(new Fix(title, false, List.copyOf(edits)));
      return this;
    }
  }
}
