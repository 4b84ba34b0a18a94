package limbeck.project;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.python.value.Value;
import limbeck.text.Location;

/**
 * What a project's env.py tells Alembic, as far as it can be known without running it.
 *
 * @param targetMetadata the value of {@code target_metadata}: one, or a list of several; empty when
 *     there is none
 * @param url the database's URL, when it is a plain text
 * @param versionTable the name of Alembic's own table
 * @param versionTableSchema its schema, when stated
 * @param transactionPerMigration whether each revision has a transaction of its own
 * @param compareType whether types are compared
 * @param compareServerDefault whether server defaults are compared
 * @param includeSchemas whether other schemas than the default one are looked at
 * @param renderAsBatch whether table changes go into batch blocks
 * @param hooks functions given that change what Alembic does, by keyword, such as {@code
 *     include_object}
 * @param problems what was not understood
 */
public record Environment(
    Optional<Value> targetMetadata,
    Optional<String> url,
    String versionTable,
    Optional<String> versionTableSchema,
    boolean transactionPerMigration,
    boolean compareType,
    boolean compareServerDefault,
    boolean includeSchemas,
    boolean renderAsBatch,
    SortedMap<String, Value> hooks,
    List<Problem> problems) {
  /** What Alembic does when nothing is stated. */
  public static final Environment DEFAULT =
      new Environment(
          Optional.empty(),
          Optional.empty(),
          "alembic_version",
          Optional.empty(),
          false,
          true,
          false,
          false,
          false,
          Collections.emptySortedMap(),
          List.of());

  /** Copies the collections. */
  public Environment {
    hooks = Collections.unmodifiableSortedMap(new TreeMap<>(hooks));
    problems = List.copyOf(problems);
  }

  /**
   * Something that was not understood.
   *
   * @param message what, and what follows from it
   * @param at where
   */
  public record Problem(String message, Location at) {}
}
