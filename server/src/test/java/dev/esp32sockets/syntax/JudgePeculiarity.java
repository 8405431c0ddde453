package dev.esp32sockets.syntax;

import dev.esp32sockets.judge.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The classes of texts on which the judge's port and the ESP32 part, or on which we choose to.
 *
 * <p>Each is keyed by the construct in the text, so that no other disagreement hides behind it.
 */
enum JudgePeculiarity {
  /** The WebAssembly port has t-strings, which the ESP32's configuration leaves out. */
  T_STRING,
  /** The WebAssembly port has no native code; the ESP32 takes both decorators. */
  NATIVE_DECORATOR,
  /** We refuse to read what is nested beyond all reason; the compiler may cope with it. */
  TOO_DEEP,
  /** The judge ran out of memory or stack. */
  OUT_OF_MEMORY;

  /** The class of a disagreement, or null when it is of none. */
  static @Nullable JudgePeculiarity of(String text, Tree tree, Verdict verdict) {
    if (verdict.type().equals("MemoryError") || verdict.type().equals("Aborted")) {
      return OUT_OF_MEMORY;
    }
    if (!verdict.compiles()) {
      boolean decorator = verdict.message().contains("invalid micropython decorator");
      boolean used = text.contains("@micropython.native") || text.contains("@micropython.viper");
      return decorator && used ? NATIVE_DECORATOR : null;
    }
    for (SyntaxProblem problem : tree.problems()) {
      if (problem.kind() == SyntaxProblem.Kind.TOO_DEEP) {
        return TOO_DEEP;
      }
      if (problem.message().startsWith("t-strings")) {
        return T_STRING;
      }
    }
    return null;
  }
}
