package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import limbeck.project.LockedVersions;
import limbeck.project.Project;
import limbeck.project.VirtualEnvironment;
import limbeck.read.LibraryVersions;
import limbeck.read.Version;
import limbeck.text.ToolFailure;

/**
 * Which versions of SQLAlchemy and SQLModel a project runs on: as the settings state, else as its
 * lock file or a pinned requirement, else as installed, else the newest that its requirements
 * allow.
 */
final class AssumedVersions {
  /** The last releases before behaviour changed, the newest first. */
  private static final List<Version> SQLALCHEMY =
      List.of(LibraryVersions.NEWEST.sqlalchemy(), new Version(2, 0, 52), new Version(1, 4, 54));

  private static final List<Version> SQLMODEL =
      List.of(LibraryVersions.NEWEST.sqlmodel(), new Version(0, 0, 44), new Version(0, 0, 8));

  private final LockedVersions locked;
  private final Optional<VirtualEnvironment> environment;

  private AssumedVersions(LockedVersions locked, Optional<VirtualEnvironment> environment) {
    this.locked = locked;
    this.environment = environment;
  }

  static LibraryVersions of(Project project, Optional<VirtualEnvironment> environment) {
    AssumedVersions versions = new AssumedVersions(new LockedVersions(project), environment);
    return new LibraryVersions(
        versions.version("sqlalchemy", project.settings().sqlalchemy(), SQLALCHEMY),
        versions.version("sqlmodel", project.settings().sqlmodel(), SQLMODEL));
  }

  private Version version(String distribution, Optional<String> stated, List<Version> known) {
    if (stated.isPresent()) {
      return parsed(stated.get())
          .orElseThrow(
              () ->
                  new ToolFailure(
                      ToolFailure.Code.PROJECT,
                      "the setting " + distribution + " = \"" + stated.get() + "\" is no version",
                      "write a version such as \"2.0.51\""));
    }
    return locked
        .exact(distribution)
        .flatMap(AssumedVersions::parsed)
        .or(
            () ->
                environment
                    .flatMap(it -> it.version(distribution))
                    .flatMap(AssumedVersions::parsed))
        .orElseGet(() -> newestAllowed(locked.conditions(distribution), known));
  }

  private static Version newestAllowed(List<String> conditions, List<Version> known) {
    return known.stream()
        .filter(it -> conditions.stream().allMatch(condition -> allows(condition, it)))
        .findFirst()
        .orElse(known.getFirst());
  }

  /** Returns whether all parts of a condition such as {@code >=2.0,<2.1} allow a version. */
  private static boolean allows(String condition, Version version) {
    for (String part : condition.split(",", -1)) {
      String text = part.strip();
      String operator = text.replaceAll("[\\w.* ].*", "");
      Optional<Version> bound = parsed(text.substring(operator.length()).strip());
      if (bound.isEmpty()) {
        continue;
      }
      boolean allowed =
          switch (operator) {
            case "<" -> !version.atLeast(bound.get());
            case "<=" -> bound.get().atLeast(version);
            case "^", "~", "~=" -> !version.atLeast(next(operator, text, bound.get()));
            default -> true;
          };
      if (!allowed) {
        return false;
      }
    }
    return true;
  }

  /** The first version that a caret or tilde shuts out. */
  private static Version next(String operator, String text, Version bound) {
    int dots = text.length() - text.replace(".", "").length();
    boolean major =
        operator.equals("^") ? bound.major() > 0 : dots < (operator.equals("~=") ? 2 : 1);
    boolean minor = operator.equals("^") ? bound.minor() > 0 : true;
    if (major) {
      return new Version(bound.major() + 1, 0, 0);
    }
    return minor
        ? new Version(bound.major(), bound.minor() + 1, 0)
        : new Version(bound.major(), bound.minor(), bound.patch() + 1);
  }

  private static Optional<Version> parsed(String text) {
    return text.isEmpty() || !Character.isDigit(text.charAt(0))
        ? Optional.empty()
        : Optional.of(Version.parse(text));
  }
}
