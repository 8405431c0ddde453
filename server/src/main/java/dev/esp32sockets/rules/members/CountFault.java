package dev.esp32sockets.rules.members;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.api.Signature;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Reporter.Draft;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Expr.Argument;
import org.jspecify.annotations.Nullable;

/** Too many or too few arguments. */
final class CountFault {
  private final ArgumentCheck check;
  private final Expr.Call call;
  private final String name;
  private final boolean few;
  private final Releases releases;
  private final Signature signature;
  private final int given;

  CountFault(ArgumentCheck check) {
    this.check = check;
    this.call = check.call;
    this.name = check.symbol.qualifiedName();
    this.few = check.tooMany.isEmpty();
    Releases all = few ? check.tooFew : check.tooMany;
    this.signature = check.signature(all);
    this.releases = alike(all);
    this.given = Arguments.positional(call);
  }

  /** Of the releases those that take as many arguments as the first. */
  private Releases alike(Releases all) {
    Releases same = Releases.NONE;
    for (int minor = all.lowest(); minor <= all.highest(); minor++) {
      Signature other = all.contains(minor) ? check.symbol.signature(minor) : null;
      if (other != null && isAlike(other)) {
        same = same.or(Releases.of(minor));
      }
    }
    return same;
  }

  private boolean isAlike(Signature other) {
    return other.minPositional() == signature.minPositional()
        && other.maxPositional() == signature.maxPositional();
  }

  void report(Reporter report) {
    String code = ArgumentCodes.ofCount(check.symbol, few);
    if (few) {
      addFix(report.at(Spans.name(call), code, message()));
    } else {
      addFix(report.at(firstTooMany(), code, message()));
    }
  }

  private Argument firstTooMany() {
    // The flags that a socket of desktop Python takes stand in front of the address.
    if (isFlagsOfSendto()) {
      return call.arguments.get(1);
    }
    int at = signature.maxPositional();
    for (Argument argument : call.arguments) {
      if (argument.kind == Expr.ArgumentKind.POSITIONAL && at-- == 0) {
        return argument;
      }
    }
    throw new IllegalStateException("not too many arguments");
  }

  private boolean isFlagsOfSendto() {
    return name.equals("socket.socket.sendto")
        && given == 3
        && check.site.argument(1, null) instanceof Value.Int;
  }

  private String message() {
    if (name.equals("socket.socket.listen") && few) {
      return "`listen()` needs its argument before MicroPython 1.19; " + check.targets(releases);
    }
    if (name.equals("ssl.wrap_socket") && !few && releases.highest() < 23) {
      return "`wrap_socket()` takes keywords alone before MicroPython 1.23; "
          + check.targets(releases);
    }
    if (few && call.arguments.size() > given) {
      return needs();
    }
    return check.function() + " takes " + range() + where() + ", not " + given + advice();
  }

  private String needs() {
    Signature.Parameter missing = check.missing(signature);
    String name = missing == null ? "" : missing.name();
    String where = ArgumentCodes.place(check.symbol);
    for (Signature other : check.symbol.signatures()) {
      if (check.missing(other) == null) {
        where = " in MicroPython " + releases;
      }
    }
    return check.function() + " needs `" + name + "`" + where;
  }

  private String advice() {
    if (name.endsWith(".SSLContext") && few) {
      return "; pass `" + name.substring(0, 3) + ".PROTOCOL_TLS_CLIENT`";
    }
    return isBodyOfRequest() ? "; pass `data=`" : "";
  }

  private boolean isBodyOfRequest() {
    boolean sends =
        name.equals("requests.post")
            || name.equals("requests.put")
            || name.equals("requests.patch");
    return sends && given == 2;
  }

  private String range() {
    int least = signature.minPositional();
    int most = signature.maxPositional();
    String noun = !few && ArgumentCheck.takesAnyKeyword(signature) ? "positional " : "";
    if (most == Integer.MAX_VALUE) {
      return "at least " + least + " argument" + (least == 1 ? "" : "s");
    }
    String count = most == 0 ? "no" : least == most ? "" + most : least + " to " + most;
    return count + " " + noun + "argument" + (most == 1 ? "" : "s");
  }

  private String where() {
    for (Signature other : check.symbol.signatures()) {
      if (!isAlike(other)) {
        return " in MicroPython " + releases;
      }
    }
    return ArgumentCodes.place(check.symbol);
  }

  private void addFix(Draft draft) {
    if (few) {
      String text = missingText();
      if (text != null && call.arguments.isEmpty()) {
        draft.fix("Pass `" + text + "`", Edits.addArgument(call, text));
      }
    } else if (isFlagsOfSendto()) {
      draft.fix("Leave the flags out", Edits.removeArgument(call, call.arguments.get(1)));
    } else if (hasFlags()) {
      draft.fix("Leave the flags out", Edits.removeArgument(call, call.arguments.get(1)));
    } else if (isBodyOfRequest()) {
      draft.fix("Pass it as `data=`", Edits.insert(call.arguments.get(1).start, "data="));
    }
  }

  private @Nullable String missingText() {
    return switch (name) {
      case "socket.socket.listen" -> "2";
      case "socket.socket.recvfrom" -> "1024";
      case "ssl.SSLContext", "tls.SSLContext" ->
          call.function instanceof Expr.Attribute type
              ? check.model.tree().source(type.value) + ".PROTOCOL_TLS_CLIENT"
              : null;
      default -> null;
    };
  }

  private boolean hasFlags() {
    boolean takesFlags =
        switch (name) {
          case "socket.socket.send",
              "socket.socket.sendall",
              "socket.socket.recv",
              "socket.socket.recvfrom" ->
              true;
          default -> false;
        };
    return takesFlags && call.arguments.size() == 2 && given == 2;
  }
}
