package dev.esp32sockets.api.build;

import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.build.Sources.Everything;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The step of the build that checks the knowledge base and packs it. Takes the folder with the JSON
 * files and the folder for the classes.
 */
public final class BuildIndex {
  private BuildIndex() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("Wants the folder of the JSON files and that of classes");
    }
    write(Path.of(args[0]), Path.of(args[1], "dev", "esp32sockets", "api"));
  }

  /** Checks and packs the files of one folder into another. */
  static void write(Path source, Path target) throws IOException {
    Everything everything = SourceFiles.read(source);
    TypeCheck.check(everything);
    IndexWriter.Packed packed = IndexWriter.pack(everything);
    Files.createDirectories(target);
    writeIfChanged(target.resolve(ApiIndex.INDEX_FILE), packed.index().toByteArray());
    writeIfChanged(target.resolve(ApiIndex.DETAILS_FILE), packed.details().toByteArray());
  }

  /** An unchanged file keeps its time, so that later steps of the build see nothing new. */
  private static void writeIfChanged(Path file, byte[] bytes) throws IOException {
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
      Files.write(file, bytes);
    }
  }
}
