package limbeck.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.schema.Schema;

/**
 * What of the project around a revision a rule may ask; each part is absent where it is not known.
 *
 * @param wanted the schema the models state, when the revision is the newest one
 * @param packages the first parts of the names of the project's own modules
 * @param conventional whether a naming convention names what the scripts leave unnamed
 * @param writer writes steps as Python, for fixes
 * @param running the models of the release that is running, those of the base branch
 * @param uncovered what the models state and no revision makes, each in words, when the revision is
 *     the newest one
 */
public record Surroundings(
    Optional<Schema> wanted,
    Set<String> packages,
    boolean conventional,
    Optional<WritesSteps> writer,
    Optional<MappedModels> running,
    List<String> uncovered) {
  /** Nothing is known. */
  public static final Surroundings NONE =
      new Surroundings(
          Optional.empty(), Set.of(), false, Optional.empty(), Optional.empty(), List.of());

  /** Copies the names. */
  public Surroundings {
    packages = Set.copyOf(packages);
    uncovered = List.copyOf(uncovered);
  }
}
