package dev.esp32sockets.cli;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers that an `OSError` of the board carries, each with its cause and its cure. */
final class ErrorNumbers {
  private ErrorNumbers() {}

  /**
   * One number.
   *
   * @param name null where the number has another meaning on a computer only
   * @param what the cause
   * @param then what helps
   */
  record Entry(int number, @Nullable String name, String what, String then) {
    String page() {
      String title = name == null ? "OSError " + number : "OSError " + number + ", " + name;
      return "# " + title + "\n\n## What\n\n" + what + "\n\n## What helps\n\n" + then + "\n";
    }
  }

  static List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    try (JsonReader json = new JsonReader(new StringReader(Pages.resource("/errno.json")))) {
      json.beginArray();
      while (json.hasNext()) {
        entries.add(entry(json));
      }
      json.endArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static Entry entry(JsonReader json) throws IOException {
    int number = 0;
    String name = null;
    String what = "";
    String then = "";
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "number" -> number = json.nextInt();
        case "name" -> name = text(json);
        case "what" -> what = json.nextString();
        case "then" -> then = json.nextString();
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new Entry(number, name, what, then);
  }

  private static @Nullable String text(JsonReader json) throws IOException {
    if (json.peek() == JsonToken.NULL) {
      json.nextNull();
      return null;
    }
    return json.nextString();
  }

  /** The page of a number, a name, or a whole text such as {@code [Errno 116] ETIMEDOUT}. */
  static @Nullable String page(String word) {
    List<Entry> entries = all();
    Integer number = number(word);
    for (Entry entry : entries) {
      boolean named = entry.name != null && entry.name.equalsIgnoreCase(word);
      if (named || (number != null && entry.number == number)) {
        return entry.page();
      }
    }
    if (number != null && number < 0) {
      // TLS sockets pass on the errors of the plain socket with a minus.
      for (Entry entry : entries) {
        if (entry.number == -number) {
          return entry.page()
              + "\n## Negative\n\nThe minus says that a TLS socket met this error on the plain"
              + " socket below it.\n";
        }
      }
    }
    return null;
  }

  /** The first whole number in the word, or null when there is none or letters come before it. */
  private static @Nullable Integer number(String word) {
    String text = word.strip();
    int at = text.startsWith("[Errno ") ? 7 : text.startsWith("OSError") ? 7 : 0;
    while (at < text.length() && " (:".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int sign = at < text.length() && text.charAt(at) == '-' ? -1 : 1;
    int digits = sign < 0 ? at + 1 : at;
    int value = 0;
    int end = digits;
    while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0 && end - digits < 7) {
      value = value * 10 + Character.digit(text.charAt(end), 10);
      end++;
    }
    boolean whole = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    return end > digits && whole ? Integer.valueOf(sign * value) : null;
  }
}
