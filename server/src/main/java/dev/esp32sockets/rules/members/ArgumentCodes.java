package dev.esp32sockets.rules.members;

import dev.esp32sockets.api.Symbol;

/** Functions by the rule that speaks for their arguments. */
final class ArgumentCodes {
  private ArgumentCodes() {}

  /** Whether a rule of its own judges the arguments. */
  static boolean isElsewhere(Symbol symbol) {
    return symbol.qualifiedName().equals("_thread.start_new_thread");
  }

  static boolean isElsewhere(Symbol symbol, String keyword) {
    return symbol.name().equals("MQTTClient")
        && (keyword.equals("ssl") || keyword.equals("ssl_params"));
  }

  static String ofKeyword(Symbol symbol, String keyword) {
    String name = symbol.qualifiedName();
    if (name.startsWith("socket.")) {
      return "ESP211";
    }
    if (name.equals("network.WLAN.connect")) {
      return "ESP401";
    }
    if (name.startsWith("network.WLAN") || isPlainNetwork(name)) {
      return "ESP408";
    }
    if (name.equals("ssl.SSLContext.wrap_socket") && keyword.equals("client_id")) {
      return "ESP305";
    }
    if (name.startsWith("umqtt.") && name.endsWith(".connect")) {
      return "ESP606";
    }
    boolean text =
        name.startsWith("builtins.str.")
            || name.startsWith("builtins.bytes.")
            || name.startsWith("builtins.bytearray.");
    return text ? "ESP108" : ofBoth(name, "ESP706");
  }

  private static boolean isPlainNetwork(String name) {
    return name.equals("network.hostname")
        || name.equals("network.country")
        || name.equals("network.phy_mode");
  }

  static String ofCount(Symbol symbol, boolean tooFew) {
    String name = symbol.qualifiedName();
    if (name.equals("socket.socket.listen") && tooFew) {
      return "ESP234";
    }
    return name.startsWith("socket.") ? "ESP212" : ofBoth(name, "ESP711");
  }

  private static String ofBoth(String name, String other) {
    return switch (name) {
      case "ssl.wrap_socket" -> "ESP302";
      case "ssl.SSLContext", "tls.SSLContext" -> "ESP303";
      case "ssl.SSLContext.load_cert_chain", "tls.SSLContext.load_cert_chain" -> "ESP314";
      case "asyncio.open_connection", "asyncio.start_server" -> "ESP507";
      case "requests.get",
          "requests.post",
          "requests.put",
          "requests.patch",
          "requests.delete",
          "requests.head",
          "requests.request" ->
          "ESP601";
      default -> other;
    };
  }

  /** The parameter that scripts from elsewhere call so. */
  static String parameterName(Symbol symbol, String keyword) {
    String name = symbol.qualifiedName();
    switch (keyword) {
      case "family":
        return name.startsWith("socket.") ? "af" : keyword;
      case "optname":
        return name.equals("socket.socket.setsockopt") ? "option" : keyword;
      case "timeout", "value":
        return name.equals("socket.socket.settimeout") ? "seconds" : keyword;
      case "password", "psk", "pwd":
        return name.equals("network.WLAN.connect") ? "key" : keyword;
      case "certfile":
        return name.equals("tls.SSLContext.load_cert_chain") ? "cert" : keyword;
      case "keyfile":
        return name.equals("tls.SSLContext.load_cert_chain") ? "key" : keyword;
      case "essid":
        return name.equals("network.WLAN.connect") ? "ssid" : keyword;
      default:
        return keyword;
    }
  }

  /** Whether it is the same on every board that runs MicroPython. */
  static String place(Symbol symbol) {
    String name = symbol.qualifiedName();
    String module = name.substring(0, name.indexOf('.'));
    return switch (module) {
      case "builtins",
          "json",
          "collections",
          "re",
          "struct",
          "binascii",
          "hashlib",
          "io",
          "sys",
          "math",
          "random",
          "heapq",
          "array",
          "gc",
          "micropython" ->
          " in MicroPython";
      default -> " on ESP32";
    };
  }
}
