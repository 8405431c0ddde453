package dev.esp32sockets.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the knowledge base says something else than the firmware's own lists, on purpose: groups of
 * names with a reason, from {@code facts/known-differences.json}.
 */
final class KnownDifferences {
  /** One name about which the two disagree in one release. */
  record Difference(String aspect, String release, String name, String detail) {
    @Override
    public String toString() {
      return release + " " + aspect + " " + name + (detail.isEmpty() ? "" : ": " + detail);
    }
  }

  private record Group(String aspect, String reason, List<String> names) {}

  private final List<Group> groups = new ArrayList<>();
  private final Set<String> unused = new LinkedHashSet<>();

  KnownDifferences() {
    for (JsonElement element : MembersDump.read("known-differences.json").getAsJsonArray()) {
      JsonObject json = element.getAsJsonObject();
      List<String> names = new ArrayList<>();
      json.getAsJsonArray("names").forEach(name -> names.add(name.getAsString()));
      String aspect = json.get("aspect").getAsString();
      groups.add(new Group(aspect, json.get("reason").getAsString(), names));
      names.forEach(name -> unused.add(aspect + " " + name));
    }
  }

  boolean everyGroupHasReason() {
    return groups.stream().noneMatch(group -> group.reason().isBlank());
  }

  boolean covers(Difference difference) {
    boolean covered = false;
    for (Group group : groups) {
      for (String name : group.names()) {
        if (group.aspect().equals(difference.aspect()) && matches(name, difference.name())) {
          unused.remove(group.aspect() + " " + name);
          covered = true;
        }
      }
    }
    return covered;
  }

  private static boolean matches(String pattern, String name) {
    if (pattern.startsWith("*")) {
      return name.endsWith(pattern.substring(1));
    }
    return pattern.endsWith("*")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }

  /** Entries that no difference asked for so far: they have become wrong. */
  Set<String> unused() {
    return unused;
  }
}
