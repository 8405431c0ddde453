package dev.esp32sockets.api;

import dev.esp32sockets.firmware.Releases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the numbers and texts of the packed index, from a position of its own. */
final class IndexInput {
  private final byte[] bytes;
  private int at;

  IndexInput(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  int position() {
    return at;
  }

  void skip(int count) {
    at += count;
  }

  int byteValue() {
    return bytes[at++];
  }

  /** An unsigned number in groups of seven bits, lowest first. */
  int number() {
    return (int) longNumber();
  }

  long longNumber() {
    long value = 0;
    int shift = 0;
    byte part;
    do {
      part = bytes[at++];
      value |= (long) (part & 0x7f) << shift;
      shift += 7;
    } while (part < 0);
    return value;
  }

  /** A signed number, folded so that small ones of both signs stay short. */
  long signed() {
    long folded = longNumber();
    return (folded >>> 1) ^ -(folded & 1);
  }

  double real() {
    long bits = 0;
    for (int i = 0; i < 8; i++) {
      bits = (bits << 8) | (bytes[at++] & 0xff);
    }
    return Double.longBitsToDouble(bits);
  }

  Releases releases() {
    return Releases.ofBits(number());
  }

  String text() {
    int length = number();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  @Nullable String optionalText() {
    return byteValue() == 0 ? null : text();
  }

  List<String> texts() {
    int count = number();
    if (count == 0) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }
}
