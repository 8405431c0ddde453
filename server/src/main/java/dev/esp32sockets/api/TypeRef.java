package dev.esp32sockets.api;

import java.util.ArrayList;
import java.util.List;

/**
 * A type as the knowledge base writes it: {@code bytes}, {@code socket.socket}, {@code tuple[bytes,
 * tuple[str, int]]}, {@code list[str]}, {@code int | None}, {@code Any} for what is not known.
 *
 * <p>Names without a dot are types of {@code builtins}.
 *
 * @param name the type's name, {@code |} for a union
 */
public record TypeRef(String name, List<TypeRef> arguments) {
  public static final TypeRef ANY = new TypeRef("Any", List.of());

  public boolean isUnion() {
    return name.equals("|");
  }

  /** Reads the notation; what cannot be read is {@link #ANY}. */
  public static TypeRef parse(String text) {
    Reader reader = new Reader(text);
    TypeRef type = reader.union();
    return reader.at == text.length() ? type : ANY;
  }

  private static final class Reader {
    final String text;
    int at;

    Reader(String text) {
      this.text = text;
    }

    TypeRef union() {
      List<TypeRef> choices = new ArrayList<>();
      choices.add(single());
      while (accept('|')) {
        choices.add(single());
      }
      return choices.size() == 1 ? choices.get(0) : new TypeRef("|", choices);
    }

    TypeRef single() {
      skipBlanks();
      int from = at;
      while (at < text.length() && isNamePart(text.charAt(at))) {
        at++;
      }
      String name = text.substring(from, at);
      List<TypeRef> arguments = new ArrayList<>();
      if (accept('[')) {
        do {
          arguments.add(union());
        } while (accept(','));
        accept(']');
      }
      return new TypeRef(name, arguments);
    }

    boolean accept(char wanted) {
      skipBlanks();
      if (at < text.length() && text.charAt(at) == wanted) {
        at++;
        skipBlanks();
        return true;
      }
      return false;
    }

    void skipBlanks() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }

    static boolean isNamePart(char c) {
      return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }
  }
}
