package dev.esp32sockets.api.build;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import dev.esp32sockets.api.AbsentModule;
import dev.esp32sockets.api.build.Sources.Everything;
import dev.esp32sockets.api.build.Sources.ImportSource;
import dev.esp32sockets.api.build.Sources.ModuleSource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the folder of the knowledge base. */
final class SourceFiles {
  private static final String ABSENT_FILE = "absent-modules.json";

  private SourceFiles() {}

  static Everything read(Path folder) throws IOException {
    List<ModuleSource> modules = new ArrayList<>();
    List<AbsentModule> absent = new ArrayList<>();
    for (Path file : jsonFiles(folder)) {
      String name = String.valueOf(file.getFileName());
      JsonElement json = parse(Files.readString(file), name);
      if (name.equals(ABSENT_FILE)) {
        readAbsent(json, absent);
      } else if (json instanceof JsonObject object) {
        modules.add(ModuleReader.read(new Entry(object, name, ModuleReader.KEYS), name));
      } else {
        throw new BadEntryException(name, "is no object");
      }
    }
    requireUniqueNames(modules, absent);
    return new Everything(modules, absent);
  }

  /** In the order of their names, so that the index does not depend on the file system. */
  private static List<Path> jsonFiles(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : stream) {
        files.add(file);
      }
    }
    Collections.sort(files);
    if (files.isEmpty()) {
      throw new BadEntryException(folder.toString(), "has no files of the knowledge base");
    }
    return files;
  }

  private static JsonElement parse(String text, String name) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      return JsonParser.parseReader(reader);
    } catch (JsonParseException e) {
      throw new BadEntryException(name, "is no JSON", e);
    }
  }

  private static void readAbsent(JsonElement json, List<AbsentModule> absent) {
    if (!(json instanceof JsonArray array)) {
      throw new BadEntryException(ABSENT_FILE, "is no list");
    }
    JsonObject holder = new JsonObject();
    holder.add("modules", array);
    Entry all = new Entry(holder, ABSENT_FILE, List.of("modules"));
    for (Entry one : all.entries("modules", List.of("name", "sort", "instead", "evidence"))) {
      one.requireEvidence();
      absent.add(new AbsentModule(one.text("name"), absentSort(one), ModuleReader.instead(one)));
    }
  }

  private static AbsentModule.Sort absentSort(Entry entry) {
    String word = entry.text("sort");
    for (AbsentModule.Sort sort : AbsentModule.Sort.values()) {
      if (sort.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
        return sort;
      }
    }
    throw entry.fail("`" + word + "` is no sort of absent module");
  }

  private static void requireUniqueNames(List<ModuleSource> modules, List<AbsentModule> absent) {
    Set<String> names = new HashSet<>();
    for (ModuleSource module : modules) {
      for (ImportSource one : module.imports()) {
        if (!names.add(one.name())) {
          throw new BadEntryException(module.name() + ".json", one.name() + " is taken already");
        }
      }
    }
    for (AbsentModule one : absent) {
      if (!names.add(one.name())) {
        throw new BadEntryException(ABSENT_FILE, one.name() + " is there, or stands there twice");
      }
    }
  }
}
