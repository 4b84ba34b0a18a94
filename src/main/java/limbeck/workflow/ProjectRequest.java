package limbeck.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import limbeck.workflow.cache.CacheFolder;

/**
 * Which project a use case is about.
 *
 * @param directory where to look, as the user named it
 * @param configuration alembic.ini or pyproject.toml, when named
 * @param section the ini section, when named
 * @param dialect the database's name, when stated
 * @param models where its models are and how they are read
 * @param scripts folders of revision files to take instead of what a configuration states
 * @param namingConvention instead of what env.py states: a JSON object, or the file that holds one
 * @param cache where to keep what was found out about the history; empty keeps nothing
 */
public record ProjectRequest(
    Path directory,
    Optional<Path> configuration,
    Optional<String> section,
    Optional<String> dialect,
    ModelSource models,
    List<Path> scripts,
    Optional<String> namingConvention,
    Optional<CacheFolder> cache) {
  /** Copies the list. */
  public ProjectRequest {
    scripts = List.copyOf(scripts);
  }

  /** Returns this request with a naming convention stated. */
  ProjectRequest withNamingConvention(String other) {
    return new ProjectRequest(
        directory,
        configuration,
        section,
        dialect,
        models,
        scripts,
        Optional.of(other),
        Optional.empty());
  }

  /**
   * Where models are and how they are read.
   *
   * @param named modules or files, each with {@code :NAME} for one base or MetaData; none takes
   *     what env.py and the settings lead to
   * @param python the project's interpreter or environment, when stated
   * @param active the environment that is active, when one is
   * @param path further folders in which Python looks for modules: {@code PYTHONPATH}
   * @param viaPython whether the project's own interpreter is asked instead of reading the source
   */
  public record ModelSource(
      List<String> named,
      Optional<Path> python,
      Optional<Path> active,
      List<Path> path,
      boolean viaPython) {
    /** What the project's configuration leads to. */
    public static final ModelSource CONFIGURED =
        new ModelSource(List.of(), Optional.empty(), Optional.empty(), List.of(), false);

    /** Copies the list. */
    public ModelSource {
      named = List.copyOf(named);
      path = List.copyOf(path);
    }
  }

  /** Returns the same request about a copy of the project elsewhere, of which nothing is kept. */
  ProjectRequest at(Path copy) {
    return new ProjectRequest(
        copy, configuration, section, dialect, models, scripts, namingConvention, Optional.empty());
  }

  /** Asks for the project in or around a directory. */
  public static ProjectRequest in(Path directory) {
    return new ProjectRequest(
        directory,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ModelSource.CONFIGURED,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
