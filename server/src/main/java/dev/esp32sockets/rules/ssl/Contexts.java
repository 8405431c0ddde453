package dev.esp32sockets.rules.ssl;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.MemberUse;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Bool;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.syntax.Expr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is certain of the TLS contexts of a file, also of those that live in an attribute or at the
 * top level and are used in another function: there, everything that the file does to them counts.
 */
final class Contexts {
  private static final Releases EXIST = Releases.since(21);
  static final long CLIENT = 0;
  static final long CERT_OPTIONAL = 1;
  static final long CERT_REQUIRED = 2;

  private static final String MODE = "verify_mode";
  private static final String LOAD = "load_verify_locations";

  private final Model model;
  private @Nullable List<MemberUse> modeUses;
  private @Nullable Boolean everyModeSeen;
  private @Nullable Set<Creation> madeHere;
  private @Nullable Set<Creation> passedOn;

  Contexts(Model model) {
    this.model = model;
  }

  /** The calls of the method of both kinds of contexts, where the target has contexts at all. */
  List<CallSite> calls(String method) {
    if (!exist()) {
      return List.of();
    }
    List<CallSite> calls = new ArrayList<>(model.callsTo("ssl.SSLContext." + method));
    calls.addAll(model.callsTo("tls.SSLContext." + method));
    return calls;
  }

  boolean exist() {
    return !EXIST.and(model.target().releases()).isEmpty();
  }

  static boolean isContext(@Nullable Value value) {
    return value instanceof Obj object
        && (object.type().qualifiedName().equals("ssl.SSLContext") || isNative(object));
  }

  /** Whether it is the class of `tls`, which verifies unless it is told not to. */
  static boolean isNative(Obj context) {
    return context.type().qualifiedName().equals("tls.SSLContext");
  }

  /** The protocol it was made with; -1 when that is not known. */
  static long protocol(@Nullable Value context) {
    Creation creation = context instanceof Obj object ? object.creation() : null;
    Value protocol = creation == null ? null : creation.argument(0, null);
    return isContext(context) && protocol instanceof Int number ? number.value() : -1;
  }

  /** Whether the argument is missing or certainly false. */
  static boolean isOff(@Nullable Value flag) {
    return flag == null
        || flag.isNone()
        || (flag instanceof Bool truth && !truth.value())
        || (flag instanceof Int number && number.value() == 0);
  }

  static boolean isOn(@Nullable Value flag) {
    return (flag instanceof Bool truth && truth.value())
        || (flag instanceof Int number && number.value() != 0);
  }

  static boolean isMode(@Nullable Value value, long mode) {
    return value instanceof Int number && number.value() == mode;
  }

  /** Whether a client's context certainly verifies where it wraps a socket. */
  boolean isRequired(CallSite wrap) {
    Obj context = wrap.object();
    if (context == null || protocol(context) != CLIENT) {
      return false;
    }
    Value mode = wrap.before().setting();
    return mode instanceof Int ? isMode(mode, CERT_REQUIRED) : isAlwaysRequired(context);
  }

  private boolean isAlwaysRequired(Obj context) {
    Creation creation = context.creation();
    if (creation == null || !isWhollySeen(creation)) {
      return false;
    }
    List<MemberUse> settings = settings(creation);
    boolean certain = settings.isEmpty() && isNative(context);
    for (MemberUse setting : settings) {
      if (!isMode(model.valueOf(setting.node()), CERT_REQUIRED)) {
        return false;
      }
      certain |= followsInBlock(creation, setting.node());
    }
    return certain;
  }

  /** Whether the place comes after the creation on every path. */
  private boolean followsInBlock(Creation creation, Expr.Attribute setting) {
    Place made = Place.of(model.tree(), creation.node());
    Place set = Place.of(model.tree(), setting);
    return made != null && set != null && made.block() == set.block() && made.index() < set.index();
  }

  /** Whether the context certainly trusts nobody where it wraps a socket. */
  boolean isWithoutCertificate(CallSite wrap) {
    Obj context = wrap.object();
    if (context == null || (isNative(context) && provesOtherwise())) {
      return false;
    }
    if (!wrap.before().may(ObjectState.LOAD_CA)) {
      return true;
    }
    Creation creation = context.creation();
    return creation != null
        && isMadeHere(creation)
        && !isPassedOn(creation)
        && !Words.inOtherFiles(model, LOAD)
        && !isLoaded(creation);
  }

  /** Whether the peers may know each other by a shared key or a check of the script's own. */
  boolean provesOtherwise() {
    return Words.count(model.tree(), "psk_") > 0
        || Words.count(model.tree(), "verify_callback") > 0
        || Words.inOtherFiles(model, "psk_")
        || Words.inOtherFiles(model, "verify_callback");
  }

  private boolean isLoaded(Creation creation) {
    Set<Expr> seen = new HashSet<>();
    for (CallSite load : calls(LOAD)) {
      seen.add(load.node());
      Obj other = load.object();
      if (other == null || other.creation() == null || isMadeBy(other, creation)) {
        return true;
      }
    }
    return Words.count(model.tree(), LOAD) != seen.size();
  }

  /** The places that set the mode of the contexts that the call makes. */
  List<MemberUse> settings(Creation creation) {
    List<MemberUse> settings = new ArrayList<>(1);
    for (MemberUse use : modeUses()) {
      if (use.stored() && isMadeBy(use.owner(), creation)) {
        settings.add(use);
      }
    }
    return settings;
  }

  private List<MemberUse> modeUses() {
    List<MemberUse> known = modeUses;
    if (known == null) {
      known = new ArrayList<>();
      for (MemberUse use : model.memberUses()) {
        if (use.node().name.equals(MODE)) {
          known.add(use);
        }
      }
      modeUses = known;
    }
    return known;
  }

  /** Whether every place that could set the mode of the call's contexts is known. */
  boolean isWhollySeen(Creation creation) {
    return isMadeHere(creation) && !isPassedOn(creation) && isEveryModeSeen();
  }

  private boolean isEveryModeSeen() {
    Boolean known = everyModeSeen;
    if (known == null) {
      Set<Expr> seen = new HashSet<>();
      boolean anonymous = false;
      for (MemberUse use : modeUses()) {
        anonymous |= !(use.owner() instanceof Obj object) || object.creation() == null;
        seen.add(use.node());
      }
      known =
          !anonymous
              && Words.count(model.tree(), MODE) == seen.size()
              && !Words.inOtherFiles(model, MODE);
      everyModeSeen = known;
    }
    return known;
  }

  /** Whether the call stands in this file and can be reached. */
  boolean isMadeHere(Creation creation) {
    Set<Creation> known = madeHere;
    if (known == null) {
      known = new HashSet<>();
      for (Model.Made made : model.made()) {
        known.add(made.creation());
      }
      madeHere = known;
    }
    return known.contains(creation);
  }

  /** Whether code that is not of the firmware gets one of the call's contexts. */
  boolean isPassedOn(Creation creation) {
    Set<Creation> known = passedOn;
    if (known == null) {
      known = new HashSet<>();
      for (List<CallSite> sites : model.calls()) {
        for (CallSite site : sites) {
          if (site.symbol() == null) {
            addContexts(site.arguments(), known);
          }
        }
      }
      passedOn = known;
    }
    return known.contains(creation);
  }

  private static void addContexts(List<Value> arguments, Set<Creation> into) {
    for (Value argument : arguments) {
      for (Value choice : argument.choices()) {
        Creation creation = choice instanceof Obj object ? object.creation() : null;
        if (creation != null && isContext(choice)) {
          into.add(creation);
        }
      }
    }
  }

  static boolean isMadeBy(Value value, Creation creation) {
    for (Value choice : value.choices()) {
      Creation made = choice instanceof Obj object ? object.creation() : null;
      if (made != null && made.equals(creation)) {
        return true;
      }
    }
    return false;
  }
}
