package dev.esp32sockets.project;

/** Words for a fault of ours, without a page of stack. */
final class Failure {
  private Failure() {}

  static String message(String file, Throwable thrown) {
    StringBuilder text = new StringBuilder(file).append(": internal error: ");
    text.append(thrown.getClass().getSimpleName());
    if (thrown.getMessage() != null) {
      text.append(" (").append(thrown.getMessage()).append(')');
    }
    StackTraceElement[] trace = thrown.getStackTrace();
    int shown = 0;
    for (StackTraceElement element : trace) {
      if (element.getClassName().startsWith("dev.esp32sockets.") && shown < 3) {
        text.append(shown == 0 ? " at " : " < ");
        String name = element.getClassName();
        text.append(name.substring(name.lastIndexOf('.') + 1)).append(':');
        text.append(element.getLineNumber());
        shown++;
      }
    }
    return text.append("; report this line together with the file").toString();
  }
}
