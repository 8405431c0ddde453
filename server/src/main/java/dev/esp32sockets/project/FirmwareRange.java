package dev.esp32sockets.project;

import dev.esp32sockets.firmware.Chip;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.firmware.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what users write for the firmware: {@code 1.24}, {@code >=1.20}, {@code 1.20..1.28}. */
public final class FirmwareRange {
  /**
   * What came of it: exactly one of the two is set.
   *
   * @param error a message without the place
   */
  public record Result(@Nullable Target target, @Nullable String error) {}

  private static final String KNOWN =
      "this version knows 1." + Releases.FIRST + " to 1." + Releases.NEWEST + " and `preview`";

  private FirmwareRange() {}

  public static Result parse(String written) {
    String text = written.strip();
    Releases releases;
    if (text.startsWith(">=")) {
      releases = range(text.substring(2).strip(), "");
    } else if (text.contains("..")) {
      int dots = text.indexOf("..");
      releases = range(text.substring(0, dots).strip(), text.substring(dots + 2).strip());
    } else {
      int only = minor(text);
      releases = only < 0 ? Releases.NONE : Releases.of(only);
    }
    if (releases.isEmpty()) {
      return new Result(null, "firmware `" + written + "` means no release; " + KNOWN);
    }
    return new Result(new Target(releases, Chip.ESP32, text), null);
  }

  /** A chip by its name, or an error that names the nearest one. */
  public static @Nullable String chipError(String word) {
    if (Chip.of(word) != null) {
      return null;
    }
    List<String> words = new ArrayList<>();
    for (Chip chip : Chip.values()) {
      words.add(chip.word());
    }
    return "there is no chip `" + word + "`" + Nearest.hint(word, words);
  }

  private static Releases range(String low, String high) {
    // An open end never reaches the development branch: who wants that one names it.
    int first = low.isEmpty() ? Releases.FIRST : minor(low);
    int last = high.isEmpty() ? Releases.NEWEST : minor(high);
    if (first < 0 || last < 0 || first > last || (low.isEmpty() && high.isEmpty())) {
      return Releases.NONE;
    }
    return Releases.between(first, last);
  }

  /** Also of {@code 1.24.1} and {@code 1.24.x}, which mean the same firmware to the checker. */
  private static int minor(String text) {
    if (text.equals("preview")) {
      return Releases.PREVIEW;
    }
    String word = text.startsWith("v") ? text.substring(1) : text;
    int second = word.indexOf('.', 2);
    if (second == 4 && word.length() > 5 && isPatch(word.substring(5))) {
      word = word.substring(0, 4);
    }
    return Releases.minor(word);
  }

  private static boolean isPatch(String text) {
    if (text.equals("x")) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
