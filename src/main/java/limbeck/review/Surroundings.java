package limbeck.review;

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
 */
public record Surroundings(
    Optional<Schema> wanted,
    Set<String> packages,
    boolean conventional,
    Optional<WritesSteps> writer) {
  /** Nothing is known. */
  public static final Surroundings NONE = new Surroundings(Optional.empty(), Set.of(), false, Optional.empty());

  /** Copies the names. */
  public Surroundings {
    packages = Set.copyOf(packages);
  }
}
