package dev.esp32sockets.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.esp32sockets.analysis.FileContext;
import dev.esp32sockets.analysis.ProjectView;
import dev.esp32sockets.firmware.Target;
import dev.esp32sockets.rules.CheckRun;
import dev.esp32sockets.syntax.Parser;
import dev.esp32sockets.syntax.Tree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and checks the same files again and again in one process. For each line `parse` or `check`
 * on its standard input it makes one pass over them all and prints the CPU seconds that the whole
 * process spent on it, its collector and its compiler included.
 */
public final class WarmBench {
  private static final long STACK = 64L << 20;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final List<byte[]> files = new ArrayList<>();
  private long seen;

  private WarmBench() {}

  /** The argument names a file that lists the files to read, one a line. */
  public static void main(String[] args) throws InterruptedException {
    WarmBench bench = new WarmBench();
    Thread thread = new Thread(null, () -> bench.run(Path.of(args[0])), "warm", STACK);
    thread.start();
    thread.join();
  }

  private void run(Path list) {
    try {
      for (String name : Files.readAllLines(list)) {
        files.add(Files.readAllBytes(Path.of(name)));
      }
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String what = input.readLine(); what != null; what = input.readLine()) {
        long before = SYSTEM.getProcessCpuTime();
        pass(what.equals("check"));
        System.out.println((SYSTEM.getProcessCpuTime() - before) / 1e9);
      }
      // Printed so that no compiler may leave the work out.
      System.err.println(seen);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pass(boolean check) {
    for (byte[] bytes : files) {
      Tree tree = Parser.parse(new String(bytes, StandardCharsets.UTF_8));
      seen += tree.nodeCount();
      if (check) {
        seen +=
            CheckRun.check(new FileContext(tree, "main.py", Target.DEFAULT, ProjectView.ALONE))
                .size();
      }
    }
  }
}
