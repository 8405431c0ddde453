package dev.esp32sockets.rules;

/** A failed expectation of a fixture; without a stack trace, because the text says it all. */
final class CaseFailure extends AssertionError {
  private static final long serialVersionUID = 1L;

  CaseFailure(String message) {
    super(message);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
