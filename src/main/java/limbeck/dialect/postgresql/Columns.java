package limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.SequenceClauses;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardColumns;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;

/** PostgreSQL's column operations: one statement for each change, in the order given. */
final class Columns extends StandardColumns {
  private final PostgresqlSpelling postgresql;

  Columns(PostgresqlSpelling spelling) {
    super(spelling);
    this.postgresql = spelling;
  }

  @Override
  protected List<Sql> add(ColumnOperation.AddColumn add, Schema before) {
    List<Sql> result = new ArrayList<>(super.add(add, before));
    add.column()
        .comment()
        .ifPresent(
            it ->
                result.add(
                    PostgresqlSpelling.columnComment(
                        add.table(), add.column().name(), spelling.literal(it))));
    return result;
  }

  @Override
  protected List<Sql> alter(ColumnOperation.AlterColumn alter, Schema before) {
    Optional<Column> known = before.table(alter.table()).flatMap(it -> it.column(alter.column()));
    List<Sql> result = new ArrayList<>();
    ColumnName name = alter.column();
    for (ColumnChange change : alter.changes()) {
      result.addAll(change(alter.table(), name, change, known, before));
      if (change instanceof ColumnChange.Rename(ColumnName to)) {
        name = to;
      }
    }
    return result;
  }

  private List<Sql> change(
      TableName table,
      ColumnName column,
      ColumnChange change,
      Optional<Column> known,
      Schema before) {
    String alter = alterColumn(table, column);
    return switch (change) {
      case ColumnChange.SetType(var _, SqlType to, var using) ->
          one(
              alter
                  + "TYPE "
                  + spelling.type(to, before)
                  + using.map(it -> " USING " + it).orElse(""));
      case ColumnChange.SetNullable(boolean nullable) ->
          one(alter + (nullable ? "DROP NOT NULL" : "SET NOT NULL"));
      case ColumnChange.SetDefault(var _, var to) ->
          one(
              alter
                  + to.map(it -> "SET DEFAULT " + spelling.defaultValue(it))
                      .orElse("DROP DEFAULT"));
      case ColumnChange.SetGeneration(var from, var to) ->
          generation(alter, from.or(() -> known.flatMap(Column::generation)), to);
      case ColumnChange.SetAutoincrement(boolean autoincrement) ->
          autoincrement ? count(table, column, known) : stopCounting(table, column);
      case ColumnChange.SetComment(var _, var to) ->
          List.of(
              PostgresqlSpelling.columnComment(
                  table, column, to.map(spelling::literal).orElse("NULL")));
      case ColumnChange.Rename(ColumnName to) ->
          one(
              alter(table)
                  + "RENAME "
                  + spelling.quoting().column(column)
                  + " TO "
                  + spelling.quoting().column(to));
    };
  }

  private static List<Sql> one(String text) {
    return List.of(Sql.of(text));
  }

  private List<Sql> generation(String alter, Optional<Generation> from, Optional<Generation> to) {
    if (to.isEmpty()) {
      return from.map(it -> one(alter + dropWords(it))).orElse(List.of());
    }
    return switch (to.get()) {
      case Generation.Identity identity -> identity(alter, from, identity);
      case Generation.Computed computed -> computed(alter, from, computed);
    };
  }

  private static String dropWords(Generation generation) {
    return switch (generation) {
      case Generation.Identity _ -> "DROP IDENTITY";
      case Generation.Computed _ -> "DROP EXPRESSION";
    };
  }

  private List<Sql> identity(String alter, Optional<Generation> from, Generation.Identity to) {
    if (from.isEmpty()) {
      return one(alter + "ADD " + postgresql.generation(to));
    }
    return switch (from.get()) {
      case Generation.Identity(boolean always, var options) -> {
        List<String> parts = new ArrayList<>();
        if (always != to.always()) {
          parts.add("SET GENERATED " + (to.always() ? "ALWAYS" : "BY DEFAULT"));
        }
        SequenceClauses.changes(options, to.options(), "NO CYCLE")
            .forEach(it -> parts.add("SET " + it));
        yield parts.isEmpty() ? List.of() : one(alter + String.join(" ", parts));
      }
      case Generation.Computed _ ->
          throw new CannotSpell(
              "a computed column becomes an identity column only by dropping and adding it");
    };
  }

  /** Only a new expression, and only from PostgreSQL 17 on; everything else needs a new column. */
  private List<Sql> computed(String alter, Optional<Generation> from, Generation.Computed to) {
    if (from.isPresent()
        && from.get() instanceof Generation.Computed(var _, Optional<Boolean> stored)
        && stored.equals(to.stored())) {
      return one(alter + "SET EXPRESSION AS (" + to.expression() + ")");
    }
    throw new CannotSpell(
        "PostgreSQL makes an existing column computed, or changes how it is stored, only by"
            + " dropping and adding it");
  }

  /** What SERIAL does, on an existing column: an owned sequence that goes on after the rows. */
  private List<Sql> count(TableName table, ColumnName column, Optional<Column> known) {
    String sequence =
        spelling
            .quoting()
            .qualified(table.schema(), StoredNames.objectName(table.name(), column.text(), "seq"));
    String type =
        known
            .map(it -> it.type().on(spelling.dialect()))
            .filter(SqlType.IntegerType.class::isInstance)
            .map(it -> " AS " + spelling.type(it, Schema.EMPTY))
            .orElse("");
    String quoted = spelling.quoting().column(column);
    return List.of(
        Sql.of(
            "CREATE SEQUENCE "
                + sequence
                + type
                + " OWNED BY "
                + spelling.quoting().table(table)
                + "."
                + quoted),
        Sql.of(
            alterColumn(table, column) + "SET DEFAULT nextval(" + spelling.literal(sequence) + ")"),
        Sql.of(
            "SELECT setval("
                + spelling.literal(sequence)
                + ", coalesce(max("
                + quoted
                + "), 0) + 1, false) FROM "
                + spelling.quoting().table(table)));
  }

  /** The sequence is asked for its name: it keeps the old one when table or column are renamed. */
  private List<Sql> stopCounting(TableName table, ColumnName column) {
    String find =
        "pg_get_serial_sequence("
            + spelling.literal(spelling.quoting().table(table))
            + ", "
            + spelling.literal(column.text())
            + ")";
    String body =
        "DECLARE\n    owned text := "
            + find
            + ";\nBEGIN\n    "
            + alterColumn(table, column)
            + "DROP DEFAULT;\n    IF owned IS NOT NULL THEN\n"
            + "        EXECUTE 'DROP SEQUENCE ' || owned;\n    END IF;\nEND";
    return one(Blocks.anonymous(body));
  }
}
