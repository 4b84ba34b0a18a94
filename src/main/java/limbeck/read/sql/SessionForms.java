package limbeck.read.sql;

import java.util.List;
import java.util.Set;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.sql.SqlToken;

/** Statements on the session and the transaction. */
final class SessionForms {
  private static final Set<String> DEFAULT_PATH =
      Set.of("public", "pg_catalog", "$user", "default", "");

  private SessionForms() {}

  /** Reads {@code SET}, {@code BEGIN} and the like; another search path moves what follows. */
  static List<Operation> read(Reading reading) {
    Cursor cursor = reading.cursor();
    if (cursor.at("rollback") || cursor.at("abort")) {
      return cursor.peek(1).is("prepared")
          ? reading.asItStands()
          : reading.opaque("it undoes what the transaction has done so far");
    }
    if (!cursor.accept("set")) {
      return reading.asItStands();
    }
    if (cursor.peek().text().startsWith("@")) {
      return variables(reading);
    }
    boolean scoped = cursor.accept("local") || cursor.accept("session");
    if (scoped || cursor.peek().isName()) {
      boolean path = cursor.accept("search_path") || cursor.accept("schema");
      return path ? path(reading) : reading.asItStands();
    }
    throw cursor.unexpected("a parameter");
  }

  /** Variables of MySQL, which live in the session; their values may be asked of tables. */
  private static List<Operation> variables(Reading reading) {
    return QueryCalls.unknown(reading.cursor().tokens())
        .map(it -> reading.opaque("what function " + it + " does is not known"))
        .orElseGet(
            () -> {
              RowTables tables = RowTables.of(reading.cursor().tokens(), reading.before());
              return List.of(
                  new DataOperation.ExecuteSql(reading.text(), tables.writes(), tables.reads()));
            });
  }

  private static List<Operation> path(Reading reading) {
    Cursor cursor = reading.cursor();
    if (!cursor.accept("to")) {
      cursor.accept("=");
    }
    boolean usual = true;
    while (!cursor.atEnd()) {
      SqlToken token = cursor.next();
      boolean name = token.isName() || token.isString();
      usual &= !name || DEFAULT_PATH.contains(token.value());
    }
    return usual
        ? reading.asItStands()
        : reading.opaque("names without a schema mean another one from here on");
  }
}
