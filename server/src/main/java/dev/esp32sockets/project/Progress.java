package dev.esp32sockets.project;

/** Hears how far a check is, on one thread at a time. */
public interface Progress {
  /** Hears nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void at(int done, int total) {}
      };

  void at(int done, int total);
}
