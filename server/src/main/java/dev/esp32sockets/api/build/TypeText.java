package dev.esp32sockets.api.build;

import dev.esp32sockets.api.TypeRef;
import java.util.List;
import java.util.Set;

/** Checks the notation of types, which the analysis reads leniently. */
final class TypeText {
  /** Words that are no type of {@code builtins}. */
  private static final Set<String> WORDS = Set.of("Any", "None", "Buffer", "Callable", "Iterable");

  private TypeText() {}

  /** Reads a type strictly; {@code where} is for the message. */
  static TypeRef read(String text, String where) {
    TypeRef type = TypeRef.parse(text);
    if (!render(type).equals(text)) {
      throw new BadEntryException(where, "`" + text + "` is no type");
    }
    return type;
  }

  /** Every name in the type has to be that of a known type. */
  static void requireKnown(TypeRef type, Set<String> types, String where) {
    String name = type.name();
    boolean known =
        type.isUnion()
            || WORDS.contains(name)
            || types.contains(name)
            || types.contains("builtins." + name);
    if (!known) {
      throw new BadEntryException(where, "the type `" + name + "` is not in the knowledge base");
    }
    for (TypeRef argument : type.arguments()) {
      requireKnown(argument, types, where);
    }
  }

  private static String render(TypeRef type) {
    return type.isUnion()
        ? join(type.arguments(), " | ")
        : type.arguments().isEmpty()
            ? type.name()
            : type.name() + "[" + join(type.arguments(), ", ") + "]";
  }

  private static String join(List<TypeRef> types, String between) {
    StringBuilder text = new StringBuilder();
    for (TypeRef type : types) {
      if (text.length() > 0) {
        text.append(between);
      }
      text.append(render(type));
    }
    return text.toString();
  }
}
