package dev.esp32sockets.api.build;

/** An entry of the knowledge base that breaks the format; the message names file and entry. */
public final class BadEntryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadEntryException(String where, String what) {
    super(where + ": " + what);
  }

  BadEntryException(String where, String what, Throwable cause) {
    super(where + ": " + what, cause);
  }
}
