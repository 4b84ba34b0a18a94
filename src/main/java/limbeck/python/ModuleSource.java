package limbeck.python;

import java.util.List;
import java.util.Optional;
import limbeck.text.SourceFile;

/** Finds the source of modules by name, without running Python. */
public interface ModuleSource {
  /**
   * A module's source.
   *
   * @param file its text; for a namespace package an empty text
   * @param isPackage whether relative imports inside start from itself
   */
  record Found(SourceFile file, boolean isPackage) {}

  /** Returns the source of a dotted name; empty when it is not the project's own. */
  Optional<Found> find(String dottedName);

  /** Returns the names of the modules and packages directly inside a package, in order. */
  List<String> children(String dottedName);

  /**
   * Returns the text of a file of the project that is not a module, such as a file of SQL that a
   * script reads; empty when it cannot be read.
   *
   * @param path in the form of {@link SourceFile#path}
   */
  default Optional<String> text(String path) {
    return Optional.empty();
  }

  /**
   * Returns the names of all that lies directly in a folder of the project, in order; empty when
   * that is not known.
   *
   * @param folder in the form of {@link SourceFile#path}
   */
  default Optional<List<String>> names(String folder) {
    return Optional.empty();
  }
}
