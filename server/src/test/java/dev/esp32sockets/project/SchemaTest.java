package dev.esp32sockets.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.esp32sockets.firmware.Chip;
import dev.esp32sockets.rules.RuleCatalogue;
import dev.esp32sockets.rules.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The schema that editors use says what the reader accepts. */
class SchemaTest {
  private static final Path FILE = Path.of("src/main/resources/esp32-sockets.schema.json");

  private JsonObject schema;

  @BeforeEach
  void read() throws IOException {
    schema = JsonParser.parseString(Files.readString(FILE)).getAsJsonObject();
  }

  private static List<String> words(JsonArray array) {
    List<String> words = new ArrayList<>();
    for (JsonElement element : array) {
      words.add(element.getAsString());
    }
    assertFalse(words.isEmpty());
    return words;
  }

  private JsonObject property(String name) {
    return schema.getAsJsonObject("properties").getAsJsonObject(name);
  }

  @Test
  void keysAreThoseOfTheReader() {
    assertEquals(
        new TreeSet<>(ConfigKeys.ALL),
        new TreeSet<>(schema.getAsJsonObject("properties").keySet()));
  }

  @Test
  void levelsChipsAndLinesAreThoseOfTheReader() {
    JsonObject levels = property("severity").getAsJsonObject("additionalProperties");
    assertEquals(ConfigKeys.LEVELS, words(levels.getAsJsonArray("enum")));
    List<String> chips = new ArrayList<>();
    for (Chip chip : Chip.values()) {
      chips.add(chip.word());
    }
    assertEquals(chips, words(property("chip").getAsJsonArray("enum")));
    JsonObject lines = property("board").getAsJsonObject("properties").getAsJsonObject("lines");
    assertEquals(ConfigKeys.LINES, words(lines.getAsJsonArray("enum")));
  }

  @Test
  void namesAreThoseOfTheCatalogue() throws IOException {
    JsonArray expected = new JsonArray();
    for (RuleInfo rule : RuleCatalogue.all()) {
      expected.add(rule.name());
    }
    JsonObject names =
        schema
            .getAsJsonObject("definitions")
            .getAsJsonObject("rule")
            .getAsJsonArray("anyOf")
            .get(1)
            .getAsJsonObject();
    if (Boolean.getBoolean("schema.write")) {
      names.add("enum", expected);
      Files.writeString(
          FILE,
          new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(schema)
              + "\n");
    }
    assertEquals(
        words(expected),
        words(names.getAsJsonArray("enum")),
        "the catalogue changed: mvn test -Dtest=SchemaTest -Dschema.write=true");
  }
}
