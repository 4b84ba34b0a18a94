package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import limbeck.project.Environment;
import limbeck.schema.TableName;

/**
 * What most commands ask of env.py, without the Python values behind it.
 *
 * @param versionTable the name of Alembic's own table
 * @param versionTableSchema its schema, when stated
 * @param transactionPerMigration whether each revision has a transaction of its own
 * @param renderAsBatch whether table changes go into batch blocks
 * @param hooked whether it gives functions that change what Alembic does
 * @param enforcesForeignKeys whether a module that was read has SQLite enforce foreign keys
 * @param problems what was not understood
 */
record StatedEnvironment(
    String versionTable,
    Optional<String> versionTableSchema,
    boolean transactionPerMigration,
    boolean renderAsBatch,
    boolean hooked,
    boolean enforcesForeignKeys,
    List<Environment.Problem> problems) {
  /** Copies the list. */
  StatedEnvironment {
    problems = List.copyOf(problems);
  }

  static StatedEnvironment of(Environment environment, boolean enforcesForeignKeys) {
    return new StatedEnvironment(
        environment.versionTable(),
        environment.versionTableSchema(),
        environment.transactionPerMigration(),
        environment.renderAsBatch(),
        !environment.hooks().isEmpty(),
        enforcesForeignKeys,
        environment.problems());
  }

  boolean isVersionTable(TableName table) {
    return table.name().equals(versionTable) && table.schema().equals(versionTableSchema);
  }
}
