package dev.esp32sockets.project;

import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.rules.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one check found.
 *
 * @param files every file that was checked, in a fixed order
 * @param host how many files were left out because they run on a computer
 * @param firmware the target as it was written, null when files differ
 * @param problems wrong use and wrong configuration, each a message for people
 * @param failures faults of ours, each a message for people
 * @param changes what fixes made of files
 * @param notes what else people want to know
 */
public record CheckResult(
    List<FileReport> files,
    int host,
    @Nullable String firmware,
    List<String> problems,
    List<String> failures,
    List<Change> changes,
    List<String> notes) {

  /**
   * A file that fixes changed.
   *
   * @param fixes how many were applied
   */
  public record Change(FileReport file, String before, String after, int fixes) {}

  public int count(Severity severity) {
    int count = 0;
    for (FileReport file : files) {
      for (Finding finding : file.findings()) {
        count += finding.severity() == severity ? 1 : 0;
      }
    }
    return count;
  }

  public int suppressed() {
    int count = 0;
    for (FileReport file : files) {
      count += file.suppressed();
    }
    return count;
  }

  public int baselined() {
    int count = 0;
    for (FileReport file : files) {
      count += file.baselined();
    }
    return count;
  }

  /** Whether anything is at or above a level. */
  public boolean reaches(Severity level) {
    for (FileReport file : files) {
      for (Finding finding : file.findings()) {
        if (finding.severity().compareTo(level) >= 0) {
          return true;
        }
      }
    }
    return false;
  }
}
