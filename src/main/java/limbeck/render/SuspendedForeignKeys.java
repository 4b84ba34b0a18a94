package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import limbeck.operation.DataOperation;
import limbeck.operation.TableRecreation;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/**
 * When SQLite enforces foreign keys, it empties a table before it drops it (SQLite, "Foreign Key
 * Support"): a table that batch mode makes anew would take the rows along that refer to it, or be
 * refused because of them. So the keys rest meanwhile, which takes effect between transactions
 * only.
 */
final class SuspendedForeignKeys {
  private static final String WHY =
      "with foreign keys on, SQLite would delete or refuse rows that refer to a table that is made"
          + " anew";

  private SuspendedForeignKeys() {}

  /** Returns the steps, with the keys at rest if one of them makes a table anew that has some. */
  static List<Step> around(List<Step> steps, Schema before, OperationCode operations) {
    Schema schema = before;
    boolean needed = false;
    for (Step step : steps) {
      Schema now = schema;
      needed =
          needed
              || operations
                  .batchTable(step.operation(), schema)
                  .filter(_ -> TableRecreation.isNeededFor(step.operation()))
                  .filter(it -> isReferred(it, now))
                  .isPresent();
      schema = operations.after(step.operation(), schema);
    }
    if (!needed) {
      return steps;
    }
    List<Step> result = new ArrayList<>();
    result.add(pragma("OFF", WHY));
    result.addAll(steps);
    result.add(pragma("ON", "foreign keys are held to again"));
    return result;
  }

  private static boolean isReferred(TableName table, Schema schema) {
    return schema.tables().values().stream()
        .flatMap(it -> it.foreignKeys().stream())
        .anyMatch(it -> it.target().equals(table));
  }

  private static Step pragma(String value, String because) {
    return new Step(
        new DataOperation.ExecuteSql(
            new SqlText("PRAGMA foreign_keys=" + value), new TreeSet<>(), new TreeSet<>()),
        new Origin.Generated(because),
        true);
  }
}
