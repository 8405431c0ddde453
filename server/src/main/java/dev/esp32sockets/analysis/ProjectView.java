package dev.esp32sockets.analysis;

import dev.esp32sockets.syntax.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The other files of the project. Implementations read and parse on demand and keep the result. */
public interface ProjectView {
  /**
   * The project's own module for an import: {@code net}, {@code drivers.wifi}; looked up beside the
   * importing file, in the board's root folder and in its {@code lib}. Null when the project has no
   * such file.
   *
   * @param importer the path of the file that imports
   */
  @Nullable ProjectModule module(String dottedName, String importer);

  /** Whether the configuration declares the module as present on the board. */
  boolean isExtraModule(String dottedName);

  /** Every file of the project that is device code, by path; for rules about the whole project. */
  List<ProjectModule> files();

  /** A file of the project. */
  record ProjectModule(String path, Tree tree) {}

  /** A file without neighbours. */
  ProjectView ALONE =
      new ProjectView() {
        @Override
        public @Nullable ProjectModule module(String dottedName, String importer) {
          return null;
        }

        @Override
        public boolean isExtraModule(String dottedName) {
          return false;
        }

        @Override
        public List<ProjectModule> files() {
          return List.of();
        }
      };
}
