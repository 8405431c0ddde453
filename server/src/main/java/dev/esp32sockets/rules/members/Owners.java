package dev.esp32sockets.rules.members;

import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Module;
import dev.esp32sockets.api.Symbol;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Modules and types by the rule that speaks for them. */
final class Owners {
  /** Types of which every member is known, so that a name without an entry certainly is missing. */
  private static final Set<String> COMPLETE =
      Set.of(
          "socket.socket",
          "ssl.TLSSocket",
          "ssl.SSLContext",
          "tls.SSLContext",
          "network.WLAN",
          "select.Poll",
          "requests.Response",
          "umqtt.simple.MQTTClient",
          "umqtt.robust.MQTTClient",
          "builtins.str",
          "builtins.bytes",
          "builtins.bytearray",
          "builtins.int",
          "builtins.float",
          "builtins.list",
          "builtins.dict",
          "builtins.tuple",
          "builtins.set");

  private Owners() {}

  static boolean isComplete(Symbol owner) {
    String name = owner.qualifiedName();
    return !owner.isType() || name.startsWith("asyncio.") || COMPLETE.contains(name);
  }

  /** The module in which the owner stands. */
  static String module(Symbol owner) {
    String name = owner.qualifiedName();
    if (!owner.isType()) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    while (dot > 0 && !ApiIndex.get().hasModule(name.substring(0, dot))) {
      dot = name.lastIndexOf('.', dot - 1);
    }
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Whether it is written in Python, so that a script can give it further names. */
  static boolean isPython(Symbol owner) {
    Module module = ApiIndex.get().module(module(owner));
    return module != null && module.sort() == Module.Sort.FROZEN;
  }

  /**
   * The rule for a name that the owner lacks.
   *
   * @param known whether some other release has it
   */
  static String code(Symbol owner, boolean known) {
    return owner.isType() ? codeOfType(owner, known) : codeOfModule(owner.qualifiedName(), known);
  }

  private static String codeOfModule(String module, boolean known) {
    return switch (module) {
      case "socket" -> known ? "ESP206" : "ESP205";
      case "ssl", "tls" -> "ESP301";
      case "network" -> known ? "ESP406" : "ESP407";
      case "asyncio" -> "ESP506";
      case "requests" -> "ESP602";
      case "errno" -> "ESP705";
      case "select" -> "ESP253";
      case "umqtt", "umqtt.simple", "umqtt.robust" -> "ESP606";
      default -> "ESP704";
    };
  }

  private static String codeOfType(Symbol owner, boolean known) {
    String name = owner.qualifiedName();
    return switch (name) {
      case "socket.socket" -> "ESP207";
      case "ssl.TLSSocket" -> "ESP310";
      case "ssl.SSLContext", "tls.SSLContext" -> "ESP305";
      case "select.Poll" -> "ESP253";
      case "requests.Response" -> "ESP602";
      case "umqtt.simple.MQTTClient", "umqtt.robust.MQTTClient" -> "ESP606";
      case "builtins.str", "builtins.bytes", "builtins.bytearray" -> "ESP108";
      case "asyncio.Stream", "asyncio.StreamReader", "asyncio.StreamWriter" -> "ESP509";
      default -> {
        if (name.startsWith("network.")) {
          yield known ? "ESP406" : "ESP407";
        }
        yield name.startsWith("asyncio.") ? "ESP506" : "ESP712";
      }
    };
  }

  /** What messages call the objects of a type; null where its name says it best. */
  static @Nullable String noun(Symbol type) {
    return switch (type.qualifiedName()) {
      case "socket.socket" -> "sockets";
      case "ssl.TLSSocket" -> "TLS sockets";
      case "ssl.SSLContext", "tls.SSLContext" -> "contexts";
      case "network.WLAN" -> "Wi-Fi interfaces";
      case "select.Poll" -> "poll objects";
      case "requests.Response" -> "responses";
      case "umqtt.simple.MQTTClient", "umqtt.robust.MQTTClient" -> "MQTT clients";
      case "asyncio.Stream", "asyncio.StreamReader", "asyncio.StreamWriter" -> "streams";
      case "asyncio.Loop" -> "event loops";
      case "asyncio.Task" -> "tasks";
      case "asyncio.Server" -> "asyncio servers";
      default -> null;
    };
  }
}
