package dev.esp32sockets.rules.asyncio;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.rules.socket.Sockets;
import dev.esp32sockets.syntax.Stmt;
import org.jspecify.annotations.Nullable;

/** Flags calls that wait inside a coroutine: meanwhile no other task runs. */
public final class BlockingCall implements Rule {
  private static final String[] READS = {"recv", "recvfrom", "read", "readline", "readinto"};

  @Override
  public void check(Model model, Reporter report) {
    sleep(model, "sleep", report);
    sleep(model, "sleep_ms", report);
    socket(model, "connect", "use `asyncio.open_connection()`", report);
    socket(model, "accept", "use `asyncio.start_server()`", report);
    for (String read : READS) {
      socket(model, read, null, report);
    }
    plain(model, "socket.getaddrinfo", "call it before `asyncio.run()`", report);
    plain(model, "ntptime.settime", "call it before `asyncio.run()`", report);
    plain(model, "ntptime.time", "call it before `asyncio.run()`", report);
    plain(model, "umqtt.simple.MQTTClient.wait_msg", "use `check_msg()`", report);
    plain(model, "umqtt.robust.MQTTClient.wait_msg", "use `check_msg()`", report);
    plain(model, "builtins.input", "read a stream over `sys.stdin`", report);
  }

  private static void sleep(Model model, String name, Reporter report) {
    for (CallSite call : model.callsTo("time." + name)) {
      if (call.isOnly() && call.context().isInAsyncFunction()) {
        Reporter.Draft draft = report(model, call, "use `await asyncio." + name + "()`", report);
        String asyncio = ModuleNames.find(model, call.context().scope(), "asyncio");
        Place place = Place.of(model.tree(), call.node());
        boolean statement =
            place != null
                && place.statement() instanceof Stmt.ExprStmt expression
                && expression.value == call.node();
        if (asyncio != null && statement) {
          draft.fix(
              "Use `await asyncio." + name + "()`",
              Edits.replace(call.node().function, "await " + asyncio + "." + name));
        }
      }
    }
  }

  private static void plain(Model model, String symbol, String instead, Reporter report) {
    for (CallSite call : model.callsTo(symbol)) {
      if (call.isOnly() && call.context().isInAsyncFunction() && !isBareAddress(call)) {
        report(model, call, instead, report);
      }
    }
  }

  /** Looking up a dotted address asks nobody. */
  private static boolean isBareAddress(CallSite call) {
    if (!(call.argument(0, null) instanceof Value.Text host) || !host.isExact()) {
      return false;
    }
    String text = host.text();
    for (int i = 0; i < text.length(); i++) {
      boolean part = text.charAt(i) == '.' || (text.charAt(i) >= '0' && text.charAt(i) <= '9');
      if (!part) {
        return false;
      }
    }
    return call.symbol() != null && call.symbol().name().equals("getaddrinfo");
  }

  private static void socket(
      Model model, String method, @Nullable String instead, Reporter report) {
    for (CallSite call : model.callsTo("socket.socket." + method)) {
      boolean blocks =
          call.isOnly()
              && call.context().isInAsyncFunction()
              && call.before().isOnly(ObjectState.BLOCKING)
              && !call.before().may(ObjectState.POLL);
      if (blocks) {
        String udp = "set it non-blocking and poll it";
        String tcp = "use a stream of asyncio";
        String other = Sockets.isUdp(call.object()) ? udp : tcp;
        report(model, call, instead == null ? other : instead, report);
      }
    }
  }

  private static Reporter.Draft report(
      Model model, CallSite call, String instead, Reporter report) {
    String source = model.tree().source(call.node().function);
    String name = source.length() > 24 ? Spans.name(call.node()).of(model.tree().text()) : source;
    return report.at(
        Spans.name(call.node()),
        "ESP505",
        "`" + name + "()` in `async def` stops every other task; " + instead);
  }
}
