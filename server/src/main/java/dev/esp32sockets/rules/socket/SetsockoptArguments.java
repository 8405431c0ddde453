package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.analysis.Values;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;

/** Flags options that the firmware does not know, and values that an option does not take. */
public final class SetsockoptArguments implements Rule {
  private static final int TCP_NODELAY = 1;
  private static final int ADD_MEMBERSHIP = 3;
  private static final int REUSEADDR = 4;
  private static final int CALLBACK = 20;
  private static final int BROADCAST = 32;
  private static final int BINDTODEVICE = 4107;
  private static final int MEMBERSHIP_SIZE = 8;

  @Override
  public void check(Model model, Reporter report) {
    for (CallSite call : SocketCalls.of(model, "socket.socket.setsockopt")) {
      Expr.Call node = call.node();
      boolean plain = node.arguments.size() == 3 && Arguments.positional(node) == 3;
      if (!plain
          || !(call.argument(1, null) instanceof Int option)
          || call.context().isGuarded(null)) {
        continue;
      }
      long number = option.value();
      Releases known = known(number);
      Releases releases = model.target().releases();
      if (!known.containsAll(releases)) {
        ignored(model, report, call, number, releases.minus(known));
      } else if (number == ADD_MEMBERSHIP) {
        membership(report, call);
      }
      boolean flag = number == REUSEADDR || number == BROADCAST || number == TCP_NODELAY;
      if (flag && !known.and(releases).isEmpty()) {
        flag(report, call, number);
      }
    }
  }

  private static Releases known(long option) {
    if (option == ADD_MEMBERSHIP || option == REUSEADDR || option == CALLBACK) {
      return Releases.ALL;
    }
    if (option == BROADCAST || option == BINDTODEVICE) {
      return Releases.since(21);
    }
    return option == TCP_NODELAY ? Releases.since(23) : Releases.NONE;
  }

  private static void ignored(
      Model model, Reporter report, CallSite call, long number, Releases failing) {
    Expr option = call.node().arguments.get(1).value;
    boolean someday = !known(number).isEmpty();
    // The name does not exist before the option does, which is another finding.
    if (someday && isSocketName(model.tree().source(option))) {
      return;
    }
    String message =
        someday
            ? "`setsockopt()` ignores option "
                + number
                + " in "
                + failing
                + " on ESP32; leave it out"
            : "`setsockopt()` ignores option "
                + number
                + " on ESP32 and prints a warning; leave the call out";
    Reporter.Draft draft = report.at(option, "ESP241", message);
    Place place = Place.of(model.tree(), call.node());
    if (place == null
        || !place.isSimpleLine(model.tree())
        || !(place.statement() instanceof Stmt.ExprStmt statement)
        || statement.value != call.node()) {
      return;
    }
    if (place.block().size() > 1) {
      draft.fix("Remove the call", Edits.deleteLines(model.tree(), place.statement()));
    } else {
      draft.fix("Remove the call", Edits.replace(place.statement(), "pass"));
    }
  }

  private static boolean isSocketName(String source) {
    return source.endsWith("TCP_NODELAY")
        || source.endsWith("SO_BROADCAST")
        || source.endsWith("SO_BINDTODEVICE");
  }

  private static void flag(Reporter report, CallSite call, long number) {
    Value value = call.argument(2, null);
    if (value == null || call.context().isGuarded(null, "TypeError")) {
      return;
    }
    boolean bytes = Values.isBytes(value) || Values.isAll(value, "builtins.bytearray");
    if (!bytes && !Values.isStr(value)) {
      return;
    }
    String name = number == REUSEADDR ? "SO_REUSEADDR" : "SO_BROADCAST";
    name = number == TCP_NODELAY ? "TCP_NODELAY" : name;
    String better = isOff(value) ? "0" : "1";
    Expr node = call.node().arguments.get(2).value;
    report
        .at(
            node,
            "ESP242",
            "`"
                + name
                + "` takes a number on ESP32, not "
                + (bytes ? "bytes" : "a text")
                + " (`TypeError`); write "
                + better)
        .fix("Write " + better, Edits.replace(node, better));
  }

  /** Whether the bytes are a packed 0. */
  private static boolean isOff(Value value) {
    if (value instanceof Text text) {
      for (int i = 0; i < text.text().length(); i++) {
        if (text.text().charAt(i) != 0) {
          return false;
        }
      }
      return text.isExact();
    }
    Creation creation = value instanceof Obj object ? object.creation() : null;
    return creation != null
        && creation.isBy("struct.pack")
        && creation.argument(1, null) instanceof Int number
        && number.value() == 0;
  }

  private static void membership(Reporter report, CallSite call) {
    Value value = call.argument(2, null);
    if (value == null || call.context().isGuarded(null, "TypeError", "ValueError")) {
      return;
    }
    String wrong = null;
    if (Values.isAll(value, "builtins.int") || Values.isAll(value, "builtins.bool")) {
      wrong = "a number";
    } else if (value instanceof Text text
        && text.bytes()
        && text.isExact()
        && text.text().length() != MEMBERSHIP_SIZE) {
      wrong = Integer.toString(text.text().length());
    }
    if (wrong != null) {
      report.at(
          call.node().arguments.get(2).value,
          "ESP242",
          "`IP_ADD_MEMBERSHIP` takes 8 bytes, the group and the local address, not " + wrong);
    }
  }
}
