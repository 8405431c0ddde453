package dev.esp32sockets.rules.members;

import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.firmware.Releases;
import org.jspecify.annotations.Nullable;

/** The message about a name that is not there. */
final class MemberMessages {
  private static final int LONGEST = 100;

  private final Model model;
  private final Absence absence;
  private final boolean called;
  private final boolean onObject;

  /**
   * @param called whether the name is called where it stands
   * @param onObject whether it is looked up on an object, not on its class
   */
  MemberMessages(Model model, Absence absence, boolean called, boolean onObject) {
    this.model = model;
    this.absence = absence;
    this.called = called;
    this.onObject = onObject;
  }

  String message() {
    Symbol.Missing missing = ApiIndex.get().missing(absence.owner(), absence.name());
    String fault = fault();
    String instead = missing == null ? null : missing.instead();
    return instead == null ? fault : withAdvice(fault, advice(instead));
  }

  private String fault() {
    if (absence.isNewer()) {
      Symbol member = absence.member();
      int since = member == null ? 0 : member.releases().lowest();
      return subject() + " needs MicroPython 1." + since + place() + "; " + targets();
    }
    if (absence.isGone()) {
      Symbol member = absence.member();
      int since = member == null ? 0 : member.releases().highest() + 1;
      String owner = absence.owner().qualifiedName();
      return "`" + name() + "` left `" + owner + "` with MicroPython 1." + since + " on ESP32";
    }
    if (absence.member() != null) {
      return subject() + " does not exist in MicroPython " + absence.releases();
    }
    return subject() + " does not exist" + (isBuiltin() ? " in MicroPython" : place());
  }

  private String targets() {
    Releases all = model.target().releases();
    boolean some = !absence.releases().containsAll(all);
    return "this project targets " + absence.releases() + (some ? " too" : "");
  }

  /** Where it is missing; builtin types are the same on every board. */
  private String place() {
    if (isBuiltin()) {
      return "";
    }
    if (!absence.owner().isType() || !onObject) {
      return " on ESP32";
    }
    String noun = Owners.noun(absence.owner());
    return " on ESP32" + (noun == null ? "" : " " + noun);
  }

  private String subject() {
    return "`" + qualifier() + name() + "`";
  }

  private String qualifier() {
    Symbol owner = absence.owner();
    if (isBuiltin()) {
      return owner.name() + ".";
    }
    if (!owner.isType()) {
      return absence.member() == null ? owner.qualifiedName() + "." : "";
    }
    boolean plain = onObject ? Owners.noun(owner) != null : absence.member() != null;
    return plain ? "" : owner.qualifiedName() + ".";
  }

  private String name() {
    Symbol member = absence.member();
    boolean function =
        member != null
            && (member.kind() == Symbol.Kind.FUNCTION || member.kind() == Symbol.Kind.METHOD);
    return called || function ? absence.name() + "()" : absence.name();
  }

  private boolean isBuiltin() {
    return absence.owner().isType() && absence.owner().qualifiedName().startsWith("builtins.");
  }

  static String advice(String instead) {
    if (instead.startsWith("nothing;")) {
      return "leave it out" + instead.substring("nothing".length());
    }
    if (isException(instead)) {
      return "catch " + instead;
    }
    boolean thing =
        instead.startsWith("`")
            || instead.startsWith("a ")
            || instead.startsWith("the ")
            || instead.startsWith("plain ");
    return thing ? "use " + instead : instead;
  }

  /** Whether all that stands in its place are names of exceptions. */
  static boolean isException(String instead) {
    return instead.indexOf('`', 1) == instead.length() - 1
        && (instead.endsWith("Error`") || instead.endsWith("Error)`"));
  }

  /** As much of the advice as fits into the line. */
  private static String withAdvice(String fault, String advice) {
    @Nullable String part = advice;
    while (part != null && fault.length() + 2 + part.length() > LONGEST) {
      part = shorter(part);
    }
    return part == null ? fault : fault + "; " + part;
  }

  /** Without its last part; null when there is only one. */
  private static @Nullable String shorter(String advice) {
    int cut = -1;
    boolean code = false;
    for (int i = 0; i < advice.length(); i++) {
      char c = advice.charAt(i);
      if (c == '`') {
        code = !code;
      } else if (!code && (c == ',' || c == ';' || advice.startsWith(" (", i))) {
        cut = i;
      }
    }
    return cut < 0 ? null : advice.substring(0, cut);
  }
}
