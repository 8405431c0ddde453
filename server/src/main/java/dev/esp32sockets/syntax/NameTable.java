package dev.esp32sockets.syntax;

import java.util.Arrays;

/** Gives every distinct name of a file one number and one string; keywords come first. */
final class NameTable {
  private String[] names = new String[256];
  private int[] hashes = new int[256];

  /** Where each name stands first in the text; comparing there is faster than within a string. */
  private int[] places = new int[256];

  private int[] slots = new int[512];
  private int count;

  NameTable() {
    for (String keyword : Token.KEYWORDS) {
      add(keyword, keyword.hashCode(), -1);
    }
  }

  String name(int number) {
    return names[number];
  }

  /**
   * The number of the name in {@code chars[start..end)}.
   *
   * @param hash what {@link String#hashCode} gives for it
   */
  int number(char[] chars, int start, int end, int hash) {
    int mask = slots.length - 1;
    int slot = spread(hash) & mask;
    while (slots[slot] != 0) {
      int candidate = slots[slot] - 1;
      if (hashes[candidate] == hash && same(candidate, chars, start, end)) {
        return candidate;
      }
      slot = slot + 1 & mask;
    }
    return add(new String(chars, start, end - start), hash, start);
  }

  private boolean same(int candidate, char[] chars, int start, int end) {
    String name = names[candidate];
    int length = end - start;
    if (name.length() != length) {
      return false;
    }
    int place = places[candidate];
    for (int i = 0; i < length; i++) {
      char expected = place < 0 ? name.charAt(i) : chars[place + i];
      if (expected != chars[start + i]) {
        return false;
      }
    }
    return true;
  }

  private int add(String name, int hash, int place) {
    if (count == names.length) {
      names = Arrays.copyOf(names, count * 2);
      hashes = Arrays.copyOf(hashes, count * 2);
      places = Arrays.copyOf(places, count * 2);
      rebuild(slots.length * 2);
    }
    names[count] = name;
    hashes[count] = hash;
    places[count] = place;
    insert(count++);
    return count - 1;
  }

  private void rebuild(int size) {
    slots = new int[size];
    for (int i = 0; i < count; i++) {
      insert(i);
    }
  }

  private void insert(int number) {
    int mask = slots.length - 1;
    int slot = spread(hashes[number]) & mask;
    while (slots[slot] != 0) {
      slot = slot + 1 & mask;
    }
    slots[slot] = number + 1;
  }

  private static int spread(int hash) {
    return hash ^ hash >>> 15;
  }
}
