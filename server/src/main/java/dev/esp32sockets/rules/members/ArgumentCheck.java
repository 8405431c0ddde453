package dev.esp32sockets.rules.members;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.api.Signature;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Expr.Argument;
import dev.esp32sockets.syntax.Expr.ArgumentKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the arguments of one call against the signatures in the releases of the target. */
final class ArgumentCheck {
  /** A keyword with the releases that refuse it. */
  record Refused(Argument argument, Releases releases) {
    String keyword() {
      String keyword = argument.keyword;
      return keyword == null ? "" : keyword;
    }
  }

  final Model model;
  final CallSite site;
  final Expr.Call call;
  final Symbol symbol;
  final List<Refused> refused = new ArrayList<>(0);

  /** The releases in which there are too many arguments, or too few. */
  Releases tooMany = Releases.NONE;

  Releases tooFew = Releases.NONE;

  private ArgumentCheck(Model model, CallSite site, Symbol symbol) {
    this.model = model;
    this.site = site;
    this.call = site.node();
    this.symbol = symbol;
  }

  /** Null when nothing is wrong, or when that is not certain. */
  static @Nullable ArgumentCheck of(Model model, CallSite site) {
    Symbol symbol = site.symbol();
    if (symbol == null
        || site.receiver() instanceof Value.Inst
        || symbol.signatures().isEmpty()
        || ArgumentCodes.isElsewhere(symbol)) {
      return null;
    }
    ArgumentCheck check = new ArgumentCheck(model, site, symbol);
    return check.run() && check.isFaulty() ? check : null;
  }

  private boolean isFaulty() {
    return !refused.isEmpty() || !tooMany.isEmpty() || !tooFew.isEmpty();
  }

  /** Whether the object stands in front of the dot, not among the arguments. */
  boolean isBound() {
    return symbol.kind() != Symbol.Kind.METHOD || !(site.callee() instanceof Value.Ref);
  }

  private boolean run() {
    Releases judged = model.target().releases().and(symbol.releases());
    for (int minor = Releases.FIRST; minor <= Releases.PREVIEW; minor++) {
      if (judged.contains(minor)) {
        Signature signature = symbol.signature(minor);
        if (signature == null) {
          return false;
        }
        judge(signature, minor);
      }
    }
    return true;
  }

  private void judge(Signature signature, int minor) {
    boolean keywords = true;
    for (Argument argument : call.arguments) {
      String keyword = argument.keyword;
      if (argument.kind == ArgumentKind.KEYWORD
          && keyword != null
          && !signature.takesKeyword(keyword)
          && !ArgumentCodes.isElsewhere(symbol, keyword)) {
        refuse(argument, minor);
        keywords = false;
      }
    }
    if (!keywords || !isBound()) {
      return;
    }
    if (Arguments.positional(call) > signature.maxPositional()) {
      tooMany = tooMany.or(Releases.of(minor));
    } else if (missing(signature) != null) {
      tooFew = tooFew.or(Releases.of(minor));
    }
  }

  private void refuse(Argument argument, int minor) {
    for (int i = 0; i < refused.size(); i++) {
      Refused known = refused.get(i);
      if (known.argument == argument) {
        refused.set(i, new Refused(argument, known.releases.or(Releases.of(minor))));
        return;
      }
    }
    refused.add(new Refused(argument, Releases.of(minor)));
  }

  /** The first parameter that is required and not given. */
  Signature.@Nullable Parameter missing(Signature signature) {
    int given = Arguments.positional(call);
    for (Signature.Parameter parameter : signature.parameters()) {
      boolean position = parameter.takesPosition() && given > 0;
      if (position) {
        given--;
      } else if (parameter.isRequired() && !isNamed(parameter)) {
        return parameter;
      }
    }
    return null;
  }

  private boolean isNamed(Signature.Parameter parameter) {
    for (Argument argument : call.arguments) {
      if (argument.kind == ArgumentKind.KEYWORD && parameter.name().equals(argument.keyword)) {
        return parameter.takesKeyword();
      }
    }
    return false;
  }

  /** The signature in the first of the releases. */
  Signature signature(Releases releases) {
    Signature signature = symbol.signature(releases.lowest());
    if (signature == null) {
      throw new IllegalStateException("judged a release without signature");
    }
    return signature;
  }

  /** The parameter that a keyword means; null when there is none. */
  static Signature.@Nullable Parameter parameter(
      Symbol symbol, Signature signature, String keyword) {
    String name = ArgumentCodes.parameterName(symbol, keyword);
    for (Signature.Parameter parameter : signature.parameters()) {
      if (parameter.takesPosition() && parameter.name().equals(name)) {
        return parameter;
      }
    }
    return null;
  }

  static boolean takesAnyKeyword(Signature signature) {
    for (Signature.Parameter parameter : signature.parameters()) {
      if (parameter.takesKeyword() || parameter.kind() == Signature.Kind.DOUBLE_STAR) {
        return true;
      }
    }
    return false;
  }

  /** The first later release that takes the keyword; -1 when none does. */
  int takenSince(Refused keyword) {
    for (int minor = keyword.releases.highest() + 1; minor <= Releases.PREVIEW; minor++) {
      Signature signature = symbol.signature(minor);
      if (signature != null && signature.takesKeyword(keyword.keyword())) {
        return minor;
      }
    }
    return -1;
  }

  /** Of which releases of the target a message speaks. */
  String targets(Releases releases) {
    boolean some = !releases.containsAll(model.target().releases());
    return "this project targets " + releases + (some ? " too" : "");
  }

  /** `connect()`. */
  String function() {
    return "`" + symbol.name() + "()`";
  }
}
