package dev.esp32sockets.api.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The step of the build that writes a jar again without compression: a check of one script loads
 * some three hundred classes, and to inflate them takes about a tenth of its time. The archive that
 * users download compresses the jar as a whole.
 */
public final class UnpackedJar {
  private UnpackedJar() {}

  /** Takes the jar. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("Wants the jar");
    }
    rewrite(Path.of(args[0]));
  }

  /** Entries keep order and times, so that equal builds stay equal; folders are left out. */
  static void rewrite(Path jar) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      Enumeration<? extends ZipEntry> entries = from.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          try (InputStream input = from.getInputStream(entry)) {
            add(to, entry, input.readAllBytes());
          }
        }
      }
    }
    Files.write(jar, bytes.toByteArray());
  }

  private static void add(ZipOutputStream to, ZipEntry old, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(old.getName());
    entry.setTimeLocal(old.getTimeLocal());
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    CRC32 sum = new CRC32();
    sum.update(content);
    entry.setCrc(sum.getValue());
    to.putNextEntry(entry);
    to.write(content);
    to.closeEntry();
  }
}
