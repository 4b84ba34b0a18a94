package limbeck.report;

import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.Lowering;
import limbeck.operation.Apply;
import limbeck.operation.AssumedTables;
import limbeck.operation.Creation;
import limbeck.operation.Operation;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.Table;

/** A schema as a script that the database executes as it is. */
public final class SchemaSql {
  private static final int POSTGRESQL_MAJOR = 16;

  private SchemaSql() {}

  private static SortedSet<String> named(Schema schema) {
    SortedSet<String> names = new TreeSet<>();
    schema.tables().keySet().forEach(it -> it.schema().ifPresent(names::add));
    schema.enums().keySet().forEach(it -> it.schema().ifPresent(names::add));
    schema.sequences().keySet().forEach(it -> it.schema().ifPresent(names::add));
    schema.namespaces().forEach(it -> names.remove(it.text()));
    names.remove("public");
    return names;
  }

  /** Returns the script; what the database cannot do stands in it as a comment. */
  public static String write(Schema schema, Dialect any) {
    // Where versions differ, as in the storage of computed columns, the script is for this one.
    Dialect dialect = Dialects.of(any.name(), OptionalInt.of(POSTGRESQL_MAJOR));
    StringBuilder out = new StringBuilder();
    for (Table table : schema.tables().values()) {
      if (AssumedTables.isAssumed(table)) {
        out.append("-- ").append(table.name());
        out.append(": no revision creates this table; here is what they touch of it.\n\n");
      }
    }
    if (dialect.name() != DialectName.SQLITE) {
      // Models name schemas that somebody else makes; SQLite attaches files instead.
      named(schema)
          .forEach(
              it ->
                  out.append("CREATE SCHEMA IF NOT EXISTS ")
                      .append(dialect.quote(it))
                      .append(";\n\n"));
    }
    Schema before = Schema.EMPTY;
    for (Operation operation : Creation.of(AssumedTables.creatable(schema))) {
      switch (dialect.lower(operation, before)) {
        case Lowering.Statements(var statements) ->
            statements.forEach(it -> out.append(it.sql().text().strip()).append(";\n\n"));
        case Lowering.Unsupported(String reason) ->
            out.append("-- ").append(reason.replace("\n", "\n-- ")).append("\n\n");
      }
      before = Apply.after(operation, before);
    }
    return out.toString();
  }
}
