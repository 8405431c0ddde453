package dev.esp32sockets.rules.requests;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Bool;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.syntax.Expr.Argument;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags the ways to ask umqtt for TLS that a release of the target does not have. */
public final class MqttSslArguments implements Rule {
  /** Here the client takes a context and nothing else. */
  private static final Releases CONTEXT_ONLY = Releases.between(23, 24);

  private static final Releases TAKES_CONTEXT = Releases.since(23);

  private static final int SSL = 6;
  private static final int SSL_PARAMS = 7;

  @Override
  public void check(Model model, Reporter report) {
    List<CallSite> clients = new ArrayList<>(model.callsTo("umqtt.simple.MQTTClient"));
    clients.addAll(model.callsTo("umqtt.robust.MQTTClient"));
    for (CallSite client : clients) {
      boolean certain = client.isOnly() && !Arguments.hasStar(client.node());
      if (certain && !client.context().isGuarded(null, "TypeError", "AttributeError")) {
        check(model, client, report);
      }
    }
  }

  private static void check(Model model, CallSite client, Reporter report) {
    Releases target = model.target().releases();
    Argument params = client.argumentNode(SSL_PARAMS, "ssl_params");
    boolean contextOnly = !CONTEXT_ONLY.and(target).isEmpty();
    if (params != null && contextOnly) {
      report.at(
          Spans.keyword(params),
          "ESP605",
          "`MQTTClient()` takes no `ssl_params` in MicroPython 1.23 and 1.24; pass an"
              + " `SSLContext`");
      return;
    }
    Argument ssl = client.argumentNode(SSL, "ssl");
    Value value = client.argument(SSL, "ssl");
    Releases before = target.minus(TAKES_CONTEXT);
    if (ssl != null && contextOnly && isSwitch(value)) {
      Reporter.Draft draft =
          report.at(
              Spans.keyword(ssl),
              "ESP605",
              "`ssl=True` fails in `umqtt` of MicroPython 1.23 and 1.24; pass an `SSLContext`");
      if (before.isEmpty()) {
        fix(model, client, ssl, draft);
      }
    } else if (ssl != null && isContext(value) && !before.isEmpty()) {
      report.at(
          Spans.keyword(ssl),
          "ESP605",
          "An `SSLContext` needs the `umqtt` of MicroPython 1.23; this project targets " + before);
    }
  }

  private static boolean isSwitch(@Nullable Value value) {
    return (value instanceof Bool flag && flag.value())
        || (value instanceof Int number && number.value() != 0);
  }

  private static boolean isContext(@Nullable Value value) {
    return value instanceof Obj object && object.type().name().equals("SSLContext");
  }

  private static void fix(Model model, CallSite client, Argument ssl, Reporter.Draft draft) {
    ModuleNames.Usable module = ModuleNames.use(model, client.context().scope(), "ssl");
    if (module == null) {
      return;
    }
    String name = module.name();
    List<TextEdit> edits = new ArrayList<>(2);
    edits.add(Edits.replace(ssl.value, name + ".SSLContext(" + name + ".PROTOCOL_TLS_CLIENT)"));
    if (module.edit() != null) {
      edits.add(module.edit());
    }
    draft.fix("Pass an `SSLContext`", edits);
  }
}
