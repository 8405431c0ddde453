package dev.esp32sockets.project;

import dev.esp32sockets.firmware.Target;
import dev.esp32sockets.rules.RuleInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration file and the flags of the command line say together.
 *
 * @param file null when there is none
 * @param folder that of the file; patterns and paths in it count from there
 * @param root the folder whose files go to the board, where one is set
 * @param exclude what a walk leaves out
 * @param extraModules modules that the board has beyond the firmware's
 */
record Config(
    @Nullable Path file,
    @Nullable Path folder,
    Target target,
    @Nullable Path root,
    Selection selection,
    IgnorePatterns exclude,
    Set<String> extraModules,
    List<FileRules> perFile) {
  static final Config DEFAULT =
      new Config(
          null,
          null,
          Target.DEFAULT,
          null,
          Selection.DEFAULT,
          IgnorePatterns.NONE,
          Set.of(),
          List.of());

  /** Words of rules that some files ignore. */
  record FileRules(IgnorePatterns files, List<String> words) {}

  /** This configuration under the flags, which beat it. */
  Config under(Flags flags) {
    if (flags.isEmpty()) {
      return this;
    }
    Target changed =
        new Target(
            flags.target() == null ? target.releases() : flags.target().releases(),
            flags.chip() == null ? target.chip() : flags.chip(),
            flags.target() == null ? target.written() : flags.target().written());
    Selection selected = selection.with(flags.select(), flags.ignore());
    return new Config(file, folder, changed, root, selected, exclude, extraModules, perFile);
  }

  /** Whether a table of the configuration switches the rule off for this file. */
  boolean ignoredFor(RuleInfo rule, Path path) {
    if (perFile.isEmpty() || folder == null || !path.startsWith(folder)) {
      return false;
    }
    String relative = Paths.slashed(folder.relativize(path));
    for (FileRules rules : perFile) {
      if (names(rules.words(), rule) && rules.files().names(relative)) {
        return true;
      }
    }
    return false;
  }

  static boolean names(List<String> words, RuleInfo rule) {
    for (String word : words) {
      if (word.equals(rule.code())
          || word.equals(rule.name())
          || word.equals(rule.family())
          || word.equals("all")) {
        return true;
      }
    }
    return false;
  }
}
