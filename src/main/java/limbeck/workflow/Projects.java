package limbeck.workflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import limbeck.project.Project;
import limbeck.project.ProjectFinder;
import limbeck.schema.DialectName;
import limbeck.text.ToolFailure;

/** Finds the project of a request, and the database it is for. */
final class Projects {
  private Projects() {}

  private static ProjectFinder.Request sought(ProjectRequest request) {
    return new ProjectFinder.Request(
        request.directory(), request.configuration(), request.section(), request.scripts());
  }

  /** Finds the project, or takes the directory for one whose history is not known. */
  static Project findIfAny(ProjectRequest request) {
    return ProjectFinder.findIfAny(sought(request));
  }

  static Project find(ProjectRequest request) {
    ProjectFinder.Request sought = sought(request);
    return request.models().named().isEmpty()
        ? ProjectFinder.find(sought)
        : ProjectFinder.findOrAssume(sought);
  }

  /**
   * Returns the database: stated on the command line, else in the settings, else by the URL of the
   * configuration; PostgreSQL when nothing says otherwise.
   */
  static DialectName dialect(ProjectRequest request, Project project) {
    Optional<String> stated = request.dialect().or(() -> project.settings().dialect());
    return stated
        .map(Projects::named)
        .or(() -> project.databaseUrl().flatMap(Projects::ofUrl))
        .orElse(DialectName.POSTGRESQL);
  }

  private static DialectName named(String name) {
    return byName(name)
        .orElseThrow(
            () ->
                new ToolFailure(
                    ToolFailure.Code.USAGE,
                    "there is no dialect '" + name + "'",
                    "choose one of: " + names()));
  }

  private static String names() {
    return Arrays.stream(DialectName.values())
        .map(DialectName::sqlalchemyName)
        .collect(Collectors.joining(", "));
  }

  /** A URL that is a placeholder ({@code driver://user:pass@host/db}) says nothing. */
  private static Optional<DialectName> ofUrl(String url) {
    int end = url.indexOf("://");
    if (end < 0) {
      return Optional.empty();
    }
    String scheme = url.substring(0, end);
    int driver = scheme.indexOf('+');
    return byName(driver < 0 ? scheme : scheme.substring(0, driver));
  }

  private static Optional<DialectName> byName(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    if (name.equals("postgres")) {
      return Optional.of(DialectName.POSTGRESQL);
    }
    return Arrays.stream(DialectName.values())
        .filter(it -> it.sqlalchemyName().equals(name))
        .findFirst();
  }
}
