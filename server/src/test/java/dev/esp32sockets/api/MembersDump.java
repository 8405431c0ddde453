package dev.esp32sockets.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one release of the official firmware said of itself: names, kinds, values and argument
 * counts, read from {@code facts/members.json}. It does not share a source with the knowledge base.
 */
final class MembersDump {
  private static final JsonObject FILE = readObject("members.json");
  private static final JsonObject NAMES = readObject("object-names.json");

  private final JsonObject release;

  private MembersDump(JsonObject release) {
    this.release = release;
  }

  /** One name of a module or object: its kind and, when it is a plain one, its value. */
  record Item(String kind, @Nullable JsonElement value) {
    boolean isCallable() {
      return switch (kind) {
        case "function", "bound_method", "closure", "generator" -> true;
        default -> false;
      };
    }
  }

  /** What is known of a call: null for a count that could not be seen. */
  record Arity(@Nullable Integer min, @Nullable Integer max, boolean refusesKeywords) {}

  /** Everything that was seen of a type's objects. */
  record SeenType(Map<String, Item> members, boolean withInstance) {}

  static MembersDump of(String version) {
    return new MembersDump(FILE.getAsJsonObject("firmware").getAsJsonObject(version));
  }

  static JsonElement read(String file) {
    try (InputStream in =
            Objects.requireNonNull(MembersDump.class.getResourceAsStream("/facts/" + file), file);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject readObject(String file) {
    return read(file).getAsJsonObject();
  }

  Map<String, Map<String, Item>> modules() {
    Map<String, Map<String, Item>> modules = new LinkedHashMap<>();
    release
        .getAsJsonObject("modules")
        .asMap()
        .forEach((name, members) -> modules.put(name, items(members.getAsJsonObject())));
    return modules;
  }

  private static Map<String, Item> items(JsonObject members) {
    Map<String, Item> items = new LinkedHashMap<>();
    members
        .asMap()
        .forEach(
            (name, item) -> {
              JsonObject json = item.getAsJsonObject();
              items.put(name, new Item(json.get("kind").getAsString(), json.get("value")));
            });
    return items;
  }

  /** The types that were seen, by the names of the knowledge base; unknown objects go along. */
  Map<String, SeenType> types(ApiIndex api, Set<String> unknown) {
    Map<String, SeenType> types = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : release.getAsJsonObject("objects").entrySet()) {
      String object = entry.getKey();
      JsonObject listed = NAMES.getAsJsonObject("objects");
      String type = listed.has(object) ? nameIn(listed, object) : typeByName(api, object);
      if (type == null) {
        if (!listed.has(object)) {
          unknown.add(object);
        }
        continue;
      }
      SeenType seen = types.getOrDefault(type, new SeenType(new LinkedHashMap<>(), false));
      Map<String, Item> all = new LinkedHashMap<>(seen.members());
      items(entry.getValue().getAsJsonObject()).forEach(all::putIfAbsent);
      types.put(type, new SeenType(all, seen.withInstance() || !object.endsWith(" class")));
    }
    return types;
  }

  private static @Nullable String nameIn(JsonObject listed, String object) {
    return listed.get(object).isJsonNull() ? null : listed.get(object).getAsString();
  }

  private static @Nullable String typeByName(ApiIndex api, String object) {
    String name = object.replace(" class", "").replace(" instance", "");
    Symbol symbol = api.find(name);
    if (symbol == null || !symbol.isType()) {
      Module module = api.module(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
      symbol = module == null ? null : module.symbol().member(lastPart(name));
    }
    if (symbol == null || !symbol.isType()) {
      // The files of asyncio hold the classes that asyncio itself gives out.
      symbol = name.startsWith("asyncio.") ? api.find("asyncio." + lastPart(name)) : null;
    }
    return symbol != null && symbol.isType() ? symbol.qualifiedName() : null;
  }

  static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  Map<String, Arity> arities() {
    Map<String, Arity> arities = new LinkedHashMap<>();
    release
        .getAsJsonObject("arity")
        .asMap()
        .forEach(
            (name, call) -> {
              JsonObject json = call.getAsJsonObject();
              boolean refuses = json.has("keywords") && !json.get("keywords").getAsBoolean();
              arities.put(name, new Arity(count(json, "min"), count(json, "max"), refuses));
            });
    return arities;
  }

  private static @Nullable Integer count(JsonObject json, String key) {
    return !json.has(key) || json.get(key).isJsonNull() ? null : json.get(key).getAsInt();
  }

  /** The keywords of a call that were tried, with whether they were accepted. */
  Map<String, Map<String, Boolean>> keywords() {
    Map<String, Map<String, Boolean>> keywords = new LinkedHashMap<>();
    release
        .getAsJsonObject("keywordNames")
        .asMap()
        .forEach(
            (name, tried) -> {
              Map<String, Boolean> one = new LinkedHashMap<>();
              JsonObject json = tried.getAsJsonObject();
              json.getAsJsonArray("accepted").forEach(word -> one.put(word.getAsString(), true));
              json.getAsJsonArray("refused").forEach(word -> one.put(word.getAsString(), false));
              keywords.put(name, one);
            });
    return keywords;
  }

  /** The entry that describes a call, by the name that the dump has for it. */
  static @Nullable Symbol call(ApiIndex api, String dumpName) {
    int note = dumpName.indexOf(" (instance");
    String name = note < 0 ? dumpName : dumpName.substring(0, note);
    JsonObject prefixes = NAMES.getAsJsonObject("calls");
    Set<String> candidates = new LinkedHashSet<>();
    for (String prefix : prefixes.keySet()) {
      if (name.startsWith(prefix + ".")) {
        candidates.add(prefixes.get(prefix).getAsString() + name.substring(prefix.length()));
      }
    }
    candidates.add(name);
    for (String candidate : candidates) {
      Symbol symbol = api.find(candidate);
      if (symbol != null && !symbol.signatures().isEmpty()) {
        return symbol;
      }
    }
    return null;
  }
}
