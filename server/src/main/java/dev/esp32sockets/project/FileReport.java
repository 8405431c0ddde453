package dev.esp32sockets.project;

import dev.esp32sockets.rules.Finding;
import dev.esp32sockets.text.LineIndex;
import java.nio.file.Path;
import java.util.List;

/**
 * What is shown of one file.
 *
 * @param file as messages name it, with {@code /}
 * @param findings in the order of the file, at the levels that the user wants
 * @param suppressed how many findings comments switched off
 * @param baselined how many findings the baseline knew
 */
public record FileReport(
    Path path,
    String file,
    String text,
    LineIndex lines,
    List<Finding> findings,
    int suppressed,
    int baselined) {

  FileReport withFindings(List<Finding> shown, int known) {
    return new FileReport(path, file, text, lines, shown, suppressed, known);
  }
}
