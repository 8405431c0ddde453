package dev.esp32sockets.rules.members;

import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.api.Signature;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Reporter.Draft;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.rules.members.ArgumentCheck.Refused;
import dev.esp32sockets.syntax.Expr;

/** Keywords that a function refuses. */
final class KeywordFault {
  private final ArgumentCheck check;
  private final String name;

  KeywordFault(ArgumentCheck check) {
    this.check = check;
    this.name = check.symbol.qualifiedName();
  }

  void report(Reporter report) {
    boolean byPosition = false;
    for (Refused refused : check.refused) {
      if (check.takenSince(refused) >= 0) {
        report.at(Spans.keyword(refused.argument()), code(refused), newer(refused));
      } else if (!isByPosition(refused)) {
        Draft draft = report.at(Spans.keyword(refused.argument()), code(refused), unknown(refused));
        addFix(draft, refused);
      } else if (!byPosition) {
        byPosition = true;
        Draft draft = report.at(Spans.keyword(refused.argument()), code(refused), byPosition());
        if (!name.endsWith(".load_cert_chain")) {
          new PositionFix(check).addTo(draft);
        }
      }
    }
  }

  private String code(Refused refused) {
    return ArgumentCodes.ofKeyword(check.symbol, refused.keyword());
  }

  /** Whether the function takes it without its name, or takes no names at all. */
  private boolean isByPosition(Refused refused) {
    Signature signature = check.signature(refused.releases());
    boolean plain = name.startsWith("socket.") || code(refused).equals("ESP408");
    boolean ignored = refused.keyword().equals("signed");
    boolean known =
        ArgumentCheck.parameter(check.symbol, signature, refused.keyword()) != null && !ignored;
    return known || (plain && !ArgumentCheck.takesAnyKeyword(signature));
  }

  private String newer(Refused refused) {
    return "`"
        + refused.keyword()
        + "` of "
        + check.function()
        + " needs MicroPython 1."
        + check.takenSince(refused)
        + "; "
        + check.targets(refused.releases());
  }

  private String byPosition() {
    if (name.equals("network.WLAN.connect")) {
      return "`connect()` takes name and password by position on ESP32; leave the keywords out";
    }
    Refused first = check.refused.get(0);
    Signature signature = check.signature(first.releases());
    String where = ArgumentCodes.place(check.symbol);
    if (ArgumentCheck.takesAnyKeyword(signature)) {
      return check.function() + " takes `" + first.keyword() + "` by position only" + where;
    }
    return check.function() + " takes no keywords" + where + "; pass the arguments by position";
  }

  private String unknown(Refused refused) {
    String where = ArgumentCodes.place(check.symbol);
    if (code(refused).equals("ESP305")) {
      where = " on `ssl.SSLContext`";
    }
    String advice = advice(refused);
    return check.function()
        + " takes no `"
        + refused.keyword()
        + "`"
        + where
        + (advice.isEmpty() ? "" : "; " + advice);
  }

  private String advice(Refused refused) {
    switch (refused.keyword()) {
      case "client_id":
        return code(refused).equals("ESP305") ? "use `tls.SSLContext`" : "";
      case "ca_certs", "keyfile", "certfile":
        return name.equals("ssl.wrap_socket")
            ? "pass the file's bytes as `" + bytesOf(refused) + "`"
            : "";
      case "do_handshake_on_connect":
        return name.equals("ssl.wrap_socket") ? "use `do_handshake`" : "";
      case "params":
        return code(refused).equals("ESP601") ? "put them into the address" : "";
      case "verify":
        return isSwitchedOff(refused) ? "leave it out, nothing is verified" : "";
      default:
        return isNeedless(refused) ? "leave it out" : "";
    }
  }

  private static String bytesOf(Refused refused) {
    return switch (refused.keyword()) {
      case "ca_certs" -> "cadata";
      case "keyfile" -> "key";
      default -> "cert";
    };
  }

  private boolean isSwitchedOff(Refused refused) {
    return code(refused).equals("ESP601")
        && refused.argument().value instanceof Expr.Constant
        && check.model.valueOf(refused.argument().value) instanceof Value.Bool flag
        && !flag.value();
  }

  /** Whether the call does what was meant without it. */
  private boolean isNeedless(Refused refused) {
    if (refused.keyword().equals("ssl_version")) {
      return name.equals("ssl.wrap_socket");
    }
    boolean signed = refused.keyword().equals("signed");
    boolean plain = name.startsWith("builtins.") || name.startsWith("json.");
    return (plain && !signed) || code(refused).equals("ESP507");
  }

  private void addFix(Draft draft, Refused refused) {
    Expr.Argument argument = refused.argument();
    boolean file = !advice(refused).isEmpty() && advice(refused).startsWith("pass the file");
    if (code(refused).equals("ESP305")) {
      if (MemberFixes.targetsOnly(check.model, Releases.since(26))) {
        Value context = check.site.receiver();
        if (context != null) {
          ContextFix.addTo(draft, check.model, context, check.site.context().scope());
        }
      }
    } else if (isNeedless(refused) || isSwitchedOff(refused)) {
      draft.fix("Leave it out", Edits.removeArgument(check.call, argument));
    } else if (file && check.site.argumentNode(99, bytesOf(refused)) == null) {
      boolean taken =
          check.signature(check.model.target().releases()).takesKeyword(bytesOf(refused));
      if (taken) {
        String value = check.model.tree().source(argument.value);
        String text = bytesOf(refused) + "=open(" + value + ", \"rb\").read()";
        draft.fix("Pass the file's bytes", Edits.replace(argument, text));
      }
    }
  }
}
