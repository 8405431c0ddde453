package dev.esp32sockets.project;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Runs one task a file on a few threads whose stacks are deep enough for deep trees. */
final class Workers implements Runnable {
  private static final long STACK = 64L << 20;
  private static final long LOOK_EVERY_MS = 100;

  /** What is done for one of the numbered items. */
  interface Task {
    void run(int index);
  }

  private final Task task;
  private final int count;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private volatile @Nullable Throwable failure;

  private Workers(Task task, int count) {
    this.task = task;
    this.count = count;
  }

  /**
   * Runs the task for every index below the count and waits until all are done; with one job on
   * this thread, which {@link #deep} gave its stack.
   */
  static void run(int count, int jobs, Progress progress, Task task) {
    if (jobs > 1 && count > 1) {
      new Workers(task, count).runAll(Math.min(jobs, count), progress);
      return;
    }
    for (int index = 0; index < count; index++) {
      task.run(index);
      progress.at(index + 1, count);
    }
  }

  /** Runs something once on a thread with a deep stack and waits for it. */
  static void deep(Task task) {
    new Workers(task, 1).runAll(1, Progress.NONE);
  }

  private void runAll(int jobs, Progress progress) {
    Thread[] threads = new Thread[jobs];
    for (int i = 0; i < jobs; i++) {
      threads[i] = new Thread(null, this, "check-" + i, STACK);
      threads[i].setDaemon(true);
      threads[i].start();
    }
    for (Thread thread : threads) {
      await(thread, progress);
    }
    Throwable thrown = failure;
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  @Override
  public void run() {
    try {
      int index = next.getAndIncrement();
      while (index < count) {
        task.run(index);
        done.incrementAndGet();
        index = next.getAndIncrement();
      }
    } catch (RuntimeException | Error e) {
      // Thrown again on the thread that waits.
      failure = e;
    }
  }

  private void await(Thread thread, Progress progress) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join(LOOK_EVERY_MS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (thread.isAlive()) {
        progress.at(done.get(), count);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
