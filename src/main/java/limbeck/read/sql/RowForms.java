package limbeck.read.sql;

import java.util.List;
import java.util.Optional;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.schema.SqlText;

/** Statements that read or write rows. */
final class RowForms {
  private RowForms() {}

  /** Reads {@code INSERT}, {@code UPDATE} and the like. */
  static List<Operation> write(Reading reading) {
    return execute(reading);
  }

  private static List<Operation> execute(Reading reading) {
    RowTables tables = RowTables.of(reading.cursor().tokens(), reading.before());
    return tables.writesCatalog()
        ? reading.opaque("it writes to the system catalog")
        : List.of(new DataOperation.ExecuteSql(reading.text(), tables.writes(), tables.reads()));
  }

  /**
   * Reads {@code SELECT} and the like: a query may make a table, or call what changes the schema.
   */
  static List<Operation> query(Reading reading) {
    Cursor cursor = reading.cursor();
    if (cursor.at("explain") || cursor.at("show") || cursor.at("fetch") || cursor.at("move")) {
      return reading.asItStands();
    }
    Optional<String> called = QueryCalls.unknown(cursor.tokens());
    if (called.isPresent()) {
      return reading.opaque("what function " + called.orElseThrow() + " does is not known");
    }
    Optional<String> made = SelectInto.asCreateTable(cursor.tokens(), reading.text().text());
    if (made.isPresent()) {
      Reading other =
          new Reading(
              new Cursor(made.get()), new SqlText(made.get()), reading.before(), reading.memory());
      return Definitions.read(other);
    }
    return execute(reading);
  }
}
