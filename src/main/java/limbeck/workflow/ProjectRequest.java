package limbeck.workflow;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which project a use case is about.
 *
 * @param directory where to look, as the user named it
 * @param configuration alembic.ini or pyproject.toml, when named
 * @param section the ini section, when named
 * @param dialect the database's name, when stated
 */
public record ProjectRequest(
    Path directory,
    Optional<Path> configuration,
    Optional<String> section,
    Optional<String> dialect) {
  /** Asks for the project in or around a directory. */
  public static ProjectRequest in(Path directory) {
    return new ProjectRequest(directory, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
