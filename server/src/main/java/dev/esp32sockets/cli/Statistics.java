package dev.esp32sockets.cli;

import dev.esp32sockets.project.CheckResult;
import dev.esp32sockets.project.FileReport;
import dev.esp32sockets.rules.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each rule reported, the most frequent first. */
final class Statistics {
  private Statistics() {}

  private record Row(int count, String code, String name) {}

  static String of(CheckResult result) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (FileReport file : result.files()) {
      for (Finding finding : file.findings()) {
        String code = finding.rule().code();
        counts.put(code, counts.getOrDefault(code, 0) + 1);
        names.put(code, finding.rule().name());
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      String code = entry.getKey();
      rows.add(new Row(entry.getValue(), code, names.getOrDefault(code, "")));
    }
    rows.sort(new ByCount());
    StringBuilder out = new StringBuilder();
    for (Row row : rows) {
      String count = String.valueOf(row.count());
      out.append(" ".repeat(Math.max(0, 6 - count.length()))).append(count);
      out.append("  ").append(row.code()).append(' ').append(row.name()).append('\n');
    }
    return out.toString();
  }

  private static final class ByCount implements Comparator<Row> {
    @Override
    public int compare(Row a, Row b) {
      int order = Integer.compare(b.count(), a.count());
      return order == 0 ? a.code().compareTo(b.code()) : order;
    }
  }
}
