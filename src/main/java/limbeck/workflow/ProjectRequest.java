package limbeck.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which project a use case is about.
 *
 * @param directory where to look, as the user named it
 * @param configuration alembic.ini or pyproject.toml, when named
 * @param section the ini section, when named
 * @param dialect the database's name, when stated
 * @param scripts folders of revision files to take instead of what a configuration states
 * @param namingConvention instead of what env.py states: a JSON object, or the file that holds one
 */
public record ProjectRequest(
    Path directory,
    Optional<Path> configuration,
    Optional<String> section,
    Optional<String> dialect,
    List<Path> scripts,
    Optional<String> namingConvention) {
  /** Copies the list. */
  public ProjectRequest {
    scripts = List.copyOf(scripts);
  }

  /** Asks for the project in or around a directory. */
  public static ProjectRequest in(Path directory) {
    return new ProjectRequest(
        directory,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }
}
