package dev.esp32sockets.api.build;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object with the place it stands at, for messages. Every key that was not in the list of
 * known ones is an error, since a misspelt key would otherwise lose its fact in silence.
 */
final class Entry {
  private final JsonObject json;
  private final String where;

  Entry(JsonObject json, String where, List<String> knownKeys) {
    this.json = json;
    this.where = where;
    for (String key : json.keySet()) {
      if (!knownKeys.contains(key)) {
        throw fail("unknown key `" + key + "`");
      }
    }
  }

  BadEntryException fail(String what) {
    return new BadEntryException(where, what);
  }

  String where() {
    return where;
  }

  boolean has(String key) {
    return json.has(key);
  }

  String text(String key) {
    String text = optionalText(key);
    if (text == null) {
      throw fail("`" + key + "` is missing");
    }
    return text;
  }

  @Nullable String optionalText(String key) {
    JsonElement element = json.get(key);
    if (element == null) {
      return null;
    }
    String text = textOf(element, key);
    if (text.isBlank() || !text.equals(text.strip())) {
      throw fail("`" + key + "` is empty or has blanks around it");
    }
    return text;
  }

  private String textOf(JsonElement element, String key) {
    if (element instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw fail("`" + key + "` has to be a text");
  }

  boolean flag(String key) {
    JsonElement element = json.get(key);
    if (element == null) {
      return false;
    }
    if (element instanceof JsonPrimitive primitive
        && primitive.isBoolean()
        && primitive.getAsBoolean()) {
      return true;
    }
    throw fail("`" + key + "` is `true` or left out");
  }

  /** A Long, Double, String or Boolean. */
  Object value(String key) {
    if (json.get(key) instanceof JsonPrimitive primitive) {
      if (primitive.isBoolean()) {
        return primitive.getAsBoolean();
      }
      if (primitive.isString()) {
        return primitive.getAsString();
      }
      String number = primitive.getAsString();
      boolean whole = number.indexOf('.') < 0 && number.indexOf('e') < 0;
      return whole ? (Object) Long.parseLong(number) : (Object) Double.parseDouble(number);
    }
    throw fail("`" + key + "` is no number, text or truth value");
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    if (!json.has(key)) {
      return texts;
    }
    for (JsonElement element : array(key)) {
      texts.add(textOf(element, key));
    }
    if (texts.isEmpty()) {
      throw fail("`" + key + "` is empty");
    }
    return texts;
  }

  /** The objects in a list; none when the key is left out. */
  List<Entry> entries(String key, List<String> knownKeys) {
    List<Entry> entries = new ArrayList<>();
    if (!json.has(key)) {
      return entries;
    }
    for (JsonElement element : array(key)) {
      if (!(element instanceof JsonObject object)) {
        throw fail("`" + key + "` holds something that is no object");
      }
      JsonElement name = object.get("name");
      String place = name == null ? where + ", " + key : where + ", " + name;
      entries.add(new Entry(object, place, knownKeys));
    }
    return entries;
  }

  private JsonArray array(String key) {
    if (json.get(key) instanceof JsonArray array) {
      return array;
    }
    throw fail("`" + key + "` has to be a list");
  }

  /** The range of releases under a key, or the given one when it is left out. */
  Releases releases(String key, Releases otherwise) {
    String text = optionalText(key);
    if (text == null) {
      return otherwise;
    }
    Releases releases = Releases.parse(text);
    if (releases == null || releases.isEmpty()) {
      throw fail("`" + text + "` is no range of releases");
    }
    return releases;
  }

  /** Checks that the entry says where its facts come from. */
  void requireEvidence() {
    List<String> evidence = texts("evidence");
    if (evidence.isEmpty()) {
      throw fail("`evidence` is missing");
    }
    for (String one : evidence) {
      boolean observed = one.startsWith("firmware 1.") || one.startsWith("board dump 1.");
      boolean source = one.indexOf('@') > 0 && one.indexOf(' ') < 0 && one.indexOf('/') > 0;
      if (!observed && !source) {
        throw fail("`" + one + "` is no evidence");
      }
    }
  }
}
