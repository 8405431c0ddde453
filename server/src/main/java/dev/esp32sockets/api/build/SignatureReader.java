package dev.esp32sockets.api.build;

import dev.esp32sockets.api.Signature;
import dev.esp32sockets.api.Signature.Kind;
import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one signature in stub syntax: {@code recv(bufsize: int, flags: int = 0, /) -> bytes}. */
final class SignatureReader {
  private final String text;
  private final String where;
  private final List<Signature.Parameter> parameters = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private boolean keywordOnly;
  private boolean sawDefault;

  private SignatureReader(String text, String where) {
    this.text = text;
    this.where = where;
  }

  /**
   * Reads a signature.
   *
   * @param name the name that it has to begin with
   * @param otherwise what it returns when it does not say so
   */
  static Signature read(
      String text, String name, Releases releases, String otherwise, String where) {
    return new SignatureReader(text, where).signature(name, releases, otherwise);
  }

  private Signature signature(String name, Releases releases, String otherwise) {
    boolean coroutine = text.startsWith("async ");
    int start = coroutine ? "async ".length() : 0;
    int open = start + name.length();
    if (!text.startsWith(name + "(", start)) {
      throw fail("does not begin with `" + name + "(`");
    }
    int close = closing(open);
    for (String part : split(text.substring(open + 1, close))) {
      parameter(part.strip());
    }
    String rest = text.substring(close + 1);
    String returns = otherwise;
    if (rest.startsWith(" -> ")) {
      returns = rest.substring(4);
    } else if (!rest.isEmpty()) {
      throw fail("has `" + rest + "` behind it");
    }
    TypeText.read(returns, where);
    return new Signature(text, releases, List.copyOf(parameters), returns, coroutine);
  }

  private void parameter(String part) {
    if (part.equals("/")) {
      endPositionalOnly();
    } else if (part.equals("*")) {
      keywordOnly = true;
    } else if (part.startsWith("**")) {
      add(part.substring(2), Kind.DOUBLE_STAR);
    } else if (part.startsWith("*")) {
      add(part.substring(1), Kind.STAR);
      keywordOnly = true;
    } else {
      add(part, keywordOnly ? Kind.KEYWORD_ONLY : Kind.PLAIN);
    }
  }

  private void endPositionalOnly() {
    if (parameters.isEmpty()) {
      throw fail("has nothing before `/`");
    }
    for (int i = 0; i < parameters.size(); i++) {
      Signature.Parameter old = parameters.get(i);
      Kind kind = old.kind() == Kind.PLAIN ? Kind.POSITIONAL_ONLY : old.kind();
      parameters.set(i, new Signature.Parameter(old.name(), kind, old.type(), old.defaultText()));
    }
  }

  private void add(String part, Kind kind) {
    int equals = part.indexOf(" = ");
    String head = equals < 0 ? part : part.substring(0, equals);
    String defaultText = equals < 0 ? null : part.substring(equals + 3);
    int colon = head.indexOf(": ");
    String name = colon < 0 ? head : head.substring(0, colon);
    String type = colon < 0 ? null : head.substring(colon + 2);
    if (!isName(name) || !names.add(name)) {
      throw fail("has a parameter `" + part + "` that cannot be read or stands there twice");
    }
    if (type != null) {
      TypeText.read(type, where);
    }
    Signature.Parameter parameter = new Signature.Parameter(name, kind, type, defaultText);
    if (parameter.takesPosition()) {
      if (sawDefault && defaultText == null) {
        throw fail("has the required `" + name + "` behind an optional one");
      }
      sawDefault |= defaultText != null;
    }
    parameters.add(parameter);
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits =
          i == 0 ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c);
      if (!fits) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += depthChange(text.charAt(i));
      if (depth == 0) {
        return i;
      }
    }
    throw fail("has a bracket that nothing closes");
  }

  private static int depthChange(char c) {
    return switch (c) {
      case '(', '[' -> 1;
      case ')', ']' -> -1;
      default -> 0;
    };
  }

  private static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < list.length(); i++) {
      depth += depthChange(list.charAt(i));
      if (depth == 0 && list.charAt(i) == ',') {
        parts.add(list.substring(from, i));
        from = i + 1;
      }
    }
    if (!list.isBlank()) {
      parts.add(list.substring(from));
    }
    return parts;
  }

  private BadEntryException fail(String what) {
    return new BadEntryException(where, "the signature `" + text + "` " + what);
  }
}
