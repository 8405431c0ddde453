package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.Value.Text;

/** What the text of a host tells. */
final class Hosts {
  private Hosts() {}

  /** Four decimal numbers, as a board reads them without a look-up. */
  static boolean isDotted(String host) {
    int parts = 0;
    int from = 0;
    while (from <= host.length()) {
      int dot = host.indexOf('.', from);
      int to = dot < 0 ? host.length() : dot;
      if (!isDigits(host.substring(from, to))) {
        return false;
      }
      parts++;
      from = to + 1;
    }
    return parts == 4;
  }

  static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** More than one colon and nothing that a URL has. */
  static boolean isIpv6(String host) {
    int first = host.indexOf(':');
    boolean two = first >= 0 && host.indexOf(':', first + 1) >= 0;
    return two && host.indexOf('/') < 0 && host.indexOf(' ') < 0;
  }

  /** Whether it has a scheme or a path. */
  static boolean isUrl(String host) {
    return host.indexOf('/') >= 0;
  }

  /** Whether it is `host:port`. */
  static boolean hasPort(String host) {
    int colon = host.indexOf(':');
    return colon >= 0 && isDigits(host.substring(colon + 1));
  }

  /** Whether it holds more than a name or an address. */
  static boolean isTooMuch(Text host) {
    String text = host.text();
    return isUrl(text) || text.indexOf(' ') >= 0 || (host.isExact() && hasPort(text));
  }

  /** The name or address alone. */
  static String name(String host) {
    String rest = host.strip();
    int scheme = rest.indexOf("://");
    rest = scheme < 0 ? rest : rest.substring(scheme + 3);
    int path = rest.indexOf('/');
    rest = path < 0 ? rest : rest.substring(0, path);
    int user = rest.lastIndexOf('@');
    rest = rest.substring(user + 1);
    return hasPort(rest) ? rest.substring(0, rest.indexOf(':')) : rest;
  }

  /** The digits behind the colon; empty when there are none. */
  static String port(String host) {
    String rest = host.strip();
    int scheme = rest.indexOf("://");
    rest = scheme < 0 ? rest : rest.substring(scheme + 3);
    int path = rest.indexOf('/');
    rest = path < 0 ? rest : rest.substring(0, path);
    return hasPort(rest) ? rest.substring(rest.indexOf(':') + 1) : "";
  }
}
