package dev.esp32sockets.project;

import dev.esp32sockets.project.SourceText.Trouble;
import dev.esp32sockets.syntax.Parser;
import dev.esp32sockets.syntax.Tree;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One Python file of the workspace: read and parsed once, on whichever thread asks first. */
final class SourceFile {
  private final Path path;
  private final String shown;
  private final Config config;
  private final boolean named;
  private @Nullable SourceText source;
  private @Nullable Tree tree;
  private @Nullable List<Import> imports;
  private @Nullable RuntimeException crash;
  private volatile boolean device;

  /**
   * @param path absolute
   * @param shown as messages name it
   * @param named whether the user named this very file
   * @param source the text where it does not come from the disk
   */
  SourceFile(Path path, String shown, Config config, boolean named, @Nullable SourceText source) {
    this.path = path;
    this.shown = shown;
    this.config = config;
    this.named = named;
    this.source = source;
    this.device = named;
  }

  Path path() {
    return path;
  }

  String shown() {
    return shown;
  }

  Config config() {
    return config;
  }

  boolean isNamed() {
    return named;
  }

  boolean isDevice() {
    return device;
  }

  void setDevice(boolean isDevice) {
    device = isDevice;
  }

  synchronized SourceText source() {
    SourceText read = source;
    if (read == null) {
      read = SourceReader.read(path);
      source = read;
    }
    return read;
  }

  /** Why the file cannot be checked, or null. */
  @Nullable Trouble trouble() {
    return source().trouble();
  }

  /** A fault of ours while the file was read, or null. */
  synchronized @Nullable RuntimeException crash() {
    return crash;
  }

  synchronized Tree tree() {
    Tree parsed = tree;
    if (parsed == null) {
      SourceText read = source();
      parsed = read.trouble() == null ? parse(read.text()) : emptyTree(read.text());
      tree = parsed;
    }
    return parsed;
  }

  synchronized List<Import> imports() {
    List<Import> found = imports;
    if (found == null) {
      found = Import.of(tree().body());
      imports = found;
    }
    return found;
  }

  /** Replaces the text by one that fixes made. */
  synchronized void replace(Tree fixed) {
    source = SourceText.of(fixed.text());
    tree = fixed;
    imports = null;
  }

  private Tree parse(String text) {
    try {
      return Parser.parse(text);
    } catch (StackOverflowError e) {
      source =
          new SourceText(
              text,
              new Trouble("ESP004", 0, "the file is nested too deeply; no ESP32 can compile it"));
      return emptyTree(text);
    } catch (RuntimeException e) {
      // Kept for the report, so that a fault in one file leaves all others checked.
      crash = e;
      return emptyTree(text);
    }
  }

  private static Tree emptyTree(String text) {
    return new Tree(text, List.of(), List.of(), List.of(), 0);
  }
}
