package dev.esp32sockets.cli;

import dev.esp32sockets.project.CheckResult.Change;
import java.util.ArrayList;
import java.util.List;

/** What fixes would change, in the form that {@code patch} and {@code git apply} read. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private final List<String> before;
  private final List<String> after;
  private final StringBuilder out;

  private UnifiedDiff(String before, String after, StringBuilder out) {
    this.before = lines(before);
    this.after = lines(after);
    this.out = out;
  }

  static String of(List<Change> changes) {
    StringBuilder out = new StringBuilder();
    for (Change change : changes) {
      out.append("--- ").append(name("a/", change)).append('\n');
      out.append("+++ ").append(name("b/", change)).append('\n');
      new UnifiedDiff(change.before(), change.after(), out).write();
    }
    return out.toString();
  }

  /** A name with odd characters stands in quotes, as git writes it. */
  private static String name(String prefix, Change change) {
    String file = change.file().file();
    String escaped = Escape.plain(file.replace("\\", "\\\\").replace("\"", "\\\""));
    return escaped.equals(file) ? prefix + file : '"' + prefix + escaped + '"';
  }

  private record Step(char sign, int before, int after) {}

  private void write() {
    List<Step> steps = steps();
    int at = 0;
    while (at < steps.size()) {
      if (steps.get(at).sign == ' ') {
        at++;
        continue;
      }
      int from = Math.max(0, at - CONTEXT);
      int to = hunkEnd(steps, at);
      hunk(steps.subList(from, to));
      at = to;
    }
  }

  /** Changes with at most two contexts between them share a hunk. */
  private static int hunkEnd(List<Step> steps, int first) {
    int last = first;
    for (int i = first; i < steps.size() && i - last <= 2 * CONTEXT; i++) {
      if (steps.get(i).sign != ' ') {
        last = i;
      }
    }
    return Math.min(steps.size(), last + CONTEXT + 1);
  }

  private void hunk(List<Step> steps) {
    int removed = 0;
    int added = 0;
    for (Step step : steps) {
      removed += step.sign == '+' ? 0 : 1;
      added += step.sign == '-' ? 0 : 1;
    }
    out.append("@@ -").append(range(steps.get(0).before, removed));
    out.append(" +").append(range(steps.get(0).after, added)).append(" @@\n");
    for (Step step : steps) {
      String line = step.sign == '+' ? after.get(step.after) : before.get(step.before);
      out.append(step.sign).append(line);
      if (!line.endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }

  private static String range(int start, int count) {
    int first = count == 0 ? start : start + 1;
    return count == 1 ? String.valueOf(first) : first + "," + count;
  }

  /** What leads from one text to the other: equal ends first, the rest by Myers' search. */
  private List<Step> steps() {
    int head = 0;
    int shorter = Math.min(before.size(), after.size());
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < head; i++) {
      steps.add(new Step(' ', i, i));
    }
    middle(steps, head, before.size() - tail, after.size() - tail);
    for (int i = tail; i > 0; i--) {
      steps.add(new Step(' ', before.size() - i, after.size() - i));
    }
    return steps;
  }

  private void middle(List<Step> steps, int head, int beforeEnd, int afterEnd) {
    List<int[]> trace = search(head, beforeEnd, afterEnd);
    List<Step> backwards = new ArrayList<>();
    int x = beforeEnd - head;
    int y = afterEnd - head;
    for (int depth = trace.size() - 1; depth >= 0; depth--) {
      int[] reached = trace.get(depth);
      int middle = reached.length / 2;
      int diagonal = x - y;
      boolean down =
          diagonal == -depth
              || (diagonal != depth
                  && reached[middle + diagonal - 1] < reached[middle + diagonal + 1]);
      int previous = down ? diagonal + 1 : diagonal - 1;
      int oldX = depth == 0 ? 0 : reached[middle + previous];
      int oldY = depth == 0 ? 0 : oldX - previous;
      while (x > oldX && y > oldY) {
        backwards.add(new Step(' ', head + --x, head + --y));
      }
      if (depth > 0) {
        backwards.add(new Step(down ? '+' : '-', head + oldX, head + oldY));
      }
      x = oldX;
      y = oldY;
    }
    for (int i = backwards.size() - 1; i >= 0; i--) {
      steps.add(backwards.get(i));
    }
  }

  /** For each number of changes how far each diagonal got with one change fewer. */
  private List<int[]> search(int head, int beforeEnd, int afterEnd) {
    int width = beforeEnd - head;
    int height = afterEnd - head;
    int limit = width + height;
    int[] reached = new int[2 * limit + 3];
    int middle = reached.length / 2;
    List<int[]> trace = new ArrayList<>();
    for (int depth = 0; depth <= limit; depth++) {
      trace.add(reached.clone());
      for (int diagonal = -depth; diagonal <= depth; diagonal += 2) {
        boolean down =
            diagonal == -depth
                || (diagonal != depth
                    && reached[middle + diagonal - 1] < reached[middle + diagonal + 1]);
        int x = down ? reached[middle + diagonal + 1] : reached[middle + diagonal - 1] + 1;
        int y = x - diagonal;
        while (x < width && y < height && before.get(head + x).equals(after.get(head + y))) {
          x++;
          y++;
        }
        reached[middle + diagonal] = x;
        if (x >= width && y >= height) {
          return trace;
        }
      }
    }
    return trace;
  }

  /** The lines with their breaks. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }
}
