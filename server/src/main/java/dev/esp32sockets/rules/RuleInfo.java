package dev.esp32sockets.rules;

/**
 * What the catalogue knows of a rule without loading it.
 *
 * @param code {@code ESP201}, assigned once
 * @param name the bad pattern in kebab-case
 * @param severity the usual one
 * @param certainty how sure a finding is
 * @param implementation the class below {@code dev.esp32sockets.rules}: {@code
 *     socket.AfInet6Socket}
 * @param watches the modules of the knowledge base without which the rule has nothing to say,
 *     separated by blanks; empty when it always may
 * @param enabled whether it reports without being selected
 */
public record RuleInfo(
    String code,
    String name,
    Severity severity,
    Certainty certainty,
    String implementation,
    String watches,
    boolean enabled) {

  /** As the facts grade them. */
  public enum Certainty {
    CERTAIN,
    PROBABLE,
    STYLE
  }

  /** {@code ESP2} of {@code ESP201}. */
  public String family() {
    return code.substring(0, 4);
  }
}
