package dev.esp32sockets.project;

import dev.esp32sockets.project.SourceText.Trouble;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads files as UTF-8 and says plainly what is in the way when it cannot. */
final class SourceReader {
  /** No board has room for more, and no person writes so much into one file. */
  static final int LARGEST = 8_000_000;

  private SourceReader() {}

  static SourceText read(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return SourceText.unreadable("the file cannot be read: it is a folder");
      }
      if (!attributes.isRegularFile()) {
        // Opening a pipe would wait for somebody to write into it.
        return SourceText.unreadable(
            "the file was not opened: it is a pipe, a socket or a device, not an ordinary file");
      }
      if (attributes.size() > LARGEST) {
        return tooLarge(attributes.size());
      }
      return decode(bytes(file));
    } catch (IOException e) {
      return SourceText.unreadable("the file cannot be read: " + reason(file, e));
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    // A plain stream is ready at once, a channel loads forty classes first.
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      return in.readAllBytes();
    } catch (FileNotFoundException e) {
      // Either it cannot be opened, and the channel tells why, or its name has bytes that are no
      // text here, which only the path itself keeps.
      return Files.readAllBytes(file);
    }
  }

  /** The text of the bytes, or why they are none. A byte order mark stays in the text. */
  static SourceText decode(byte[] bytes) {
    if (bytes.length > LARGEST) {
      return tooLarge(bytes.length);
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return binary(bytes, i);
      }
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    // The quick decoder puts U+FFFD where bytes are wrong; the file may also hold that letter.
    if (text.indexOf('\uFFFD') >= 0) {
      int wrong = firstWrongByte(bytes);
      if (wrong >= 0) {
        return notUtf8(bytes, wrong, text);
      }
    }
    return SourceText.of(text);
  }

  private static SourceText tooLarge(long size) {
    long megabytes = (size + 999_999) / 1_000_000;
    String message =
        "the file has "
            + megabytes
            + " MB, more than the "
            + LARGEST / 1_000_000
            + " MB that are checked; no ESP32 can load it";
    return new SourceText("", new Trouble("ESP005", 0, message));
  }

  private static SourceText binary(byte[] bytes, int offset) {
    boolean wide =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    String message =
        wide
            ? "the file is saved as UTF-16, which MicroPython cannot read; save it as UTF-8"
            : "the file is not text: byte " + offset + " is NUL";
    return new SourceText("", new Trouble("ESP003", 0, message));
  }

  private static SourceText notUtf8(byte[] bytes, int wrong, String text) {
    int offset = new String(bytes, 0, wrong, StandardCharsets.UTF_8).length();
    String hex = Integer.toHexString(bytes[wrong] & 0xFF);
    String message =
        "the file is not UTF-8: byte " + wrong + " is 0x" + hex + "; save the file as UTF-8";
    return new SourceText(text, new Trouble("ESP002", Math.min(offset, text.length()), message));
  }

  private static int firstWrongByte(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    return result.isError() ? in.position() : -1;
  }

  static String reason(Path file, IOException e) {
    if (e instanceof AccessDeniedException) {
      return "no right to read it";
    }
    if (e instanceof NoSuchFileException) {
      return Files.isSymbolicLink(file) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          ? "it is a link to something that does not exist"
          : "it does not exist any more";
    }
    if (e instanceof FileSystemException that && that.getReason() != null) {
      String reason = that.getReason();
      return reason.contains("symbolic links") ? "its link leads in a circle" : reason;
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
