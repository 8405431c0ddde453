package dev.esp32sockets.analysis;

import dev.esp32sockets.firmware.Target;
import dev.esp32sockets.syntax.Tree;

/**
 * One file and what surrounds it, as the analysis sees them.
 *
 * @param path relative to the project's root, with {@code /}: {@code boot.py}, {@code lib/net.py}
 * @param project how names of other files are found
 */
public record FileContext(Tree tree, String path, Target target, ProjectView project) {}
