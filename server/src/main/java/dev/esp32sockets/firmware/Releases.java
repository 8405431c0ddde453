package dev.esp32sockets.firmware;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of MicroPython releases, by minor number: 12 stands for every 1.12.x.
 *
 * <p>Immutable; two sets with the same releases are equal.
 */
public final class Releases {
  public static final int FIRST = 12;

  /** The newest stable release that the knowledge base describes. */
  public static final int NEWEST = 28;

  /** The development branch: selectable, never part of an open end. */
  public static final int PREVIEW = 29;

  public static final Releases NONE = new Releases(0);
  public static final Releases ALL = between(FIRST, PREVIEW);
  public static final Releases STABLE = between(FIRST, NEWEST);

  private final int bits;

  private Releases(int bits) {
    this.bits = bits;
  }

  public static Releases of(int minor) {
    return new Releases(1 << minor);
  }

  public static Releases since(int minor) {
    return between(minor, PREVIEW);
  }

  public static Releases until(int minor) {
    return between(FIRST, minor);
  }

  /** Both ends included. */
  public static Releases between(int first, int last) {
    int bits = 0;
    for (int minor = first; minor <= last; minor++) {
      bits |= 1 << minor;
    }
    return new Releases(bits);
  }

  /** From the packed form of the knowledge base's index. */
  public static Releases ofBits(int bits) {
    return new Releases(bits);
  }

  public int bits() {
    return bits;
  }

  /**
   * Reads a range of the knowledge base: {@code "1.26.."}, {@code "..1.23"}, {@code "1.20..1.22"},
   * {@code "1.24"} or {@code ".."}, separated by commas where a name came back. Null when it is
   * none of these.
   */
  public static @Nullable Releases parse(String range) {
    if (range.indexOf(',') >= 0) {
      Releases sum = NONE;
      for (String part : range.split(",")) {
        Releases one = parse(part.trim());
        if (one == null) {
          return null;
        }
        sum = sum.or(one);
      }
      return sum;
    }
    int dots = range.indexOf("..");
    if (dots < 0) {
      int only = minor(range);
      return only < 0 ? null : of(only);
    }
    String low = range.substring(0, dots);
    String high = range.substring(dots + 2);
    int first = low.isEmpty() ? FIRST : minor(low);
    int last = high.isEmpty() ? PREVIEW : minor(high);
    return first < 0 || last < 0 || first > last ? null : between(first, last);
  }

  /** The minor number of {@code "1.24"}, or -1. */
  public static int minor(String release) {
    if (!release.startsWith("1.") || release.length() != 4) {
      return -1;
    }
    int minor = 0;
    for (int i = 2; i < 4; i++) {
      int digit = release.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      minor = minor * 10 + digit;
    }
    return minor < FIRST || minor > PREVIEW ? -1 : minor;
  }

  public boolean contains(int minor) {
    return (bits & 1 << minor) != 0;
  }

  public boolean containsAll(Releases other) {
    return (other.bits & ~bits) == 0;
  }

  public boolean isEmpty() {
    return bits == 0;
  }

  public Releases and(Releases other) {
    return new Releases(bits & other.bits);
  }

  public Releases or(Releases other) {
    return new Releases(bits | other.bits);
  }

  public Releases minus(Releases other) {
    return new Releases(bits & ~other.bits);
  }

  /** The lowest minor number, or -1 when empty. */
  public int lowest() {
    return bits == 0 ? -1 : Integer.numberOfTrailingZeros(bits);
  }

  /** The highest minor number, or -1 when empty. */
  public int highest() {
    return bits == 0 ? -1 : 31 - Integer.numberOfLeadingZeros(bits);
  }

  /** As a message names them: {@code 1.24}, {@code 1.12 to 1.18}, {@code 1.12 to 1.18, 1.23}. */
  @Override
  public String toString() {
    List<String> runs = new ArrayList<>();
    for (int minor = FIRST; minor <= PREVIEW; minor++) {
      if (!contains(minor)) {
        continue;
      }
      int last = minor;
      while (last < PREVIEW && contains(last + 1)) {
        last++;
      }
      runs.add(last == minor ? "1." + minor : "1." + minor + " to 1." + last);
      minor = last;
    }
    return String.join(", ", runs);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Releases that && that.bits == bits;
  }

  @Override
  public int hashCode() {
    return bits;
  }
}
