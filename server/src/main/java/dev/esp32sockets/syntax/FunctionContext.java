package dev.esp32sockets.syntax;

import org.jspecify.annotations.Nullable;

/** The innermost function, class, lambda or comprehension that the parser is in. */
final class FunctionContext {
  static final int MODULE = 0;
  static final int FUNCTION = 1;
  static final int CLASS = 2;
  static final int LAMBDA = 3;
  static final int COMPREHENSION = 4;

  final int kind;
  final @Nullable FunctionContext outer;

  /** Whether the compiler already knows that it is a generator: async, or a yield came before. */
  boolean generator;

  boolean hasParameter;
  int loopDepth;

  FunctionContext(int kind, @Nullable FunctionContext outer) {
    this.kind = kind;
    this.outer = outer;
  }

  boolean maySuspend() {
    return kind == FUNCTION || kind == LAMBDA;
  }
}
