package limbeck.read.sql;

import java.util.List;
import java.util.Optional;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;

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
    if (QueryCalls.makesTable(cursor.tokens())) {
      return reading.opaque("the columns of a table made by SELECT INTO are those of a query");
    }
    return execute(reading);
  }
}
