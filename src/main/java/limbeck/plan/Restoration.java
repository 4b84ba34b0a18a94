package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.schema.Column;
import limbeck.schema.Generation;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Writes what brings the kept rows and values of an archive back. */
final class Restoration {
  private final Draft draft;
  private final RowSql sql;

  Restoration(Draft draft) {
    this.draft = draft;
    this.sql = draft.sql();
  }

  /** Brings the rows of a table back, which is there again and empty. */
  List<Operation> rows(Table table, Archive.Kept kept) {
    List<Operation> result = new ArrayList<>();
    result.add(execute(insert(table, kept), table.name(), kept.table()));
    result.addAll(counting(table, kept));
    return result;
  }

  /** Brings the rows of a table back in batches; those that are back already stay. */
  Operation batches(Table table, Archive.Kept kept) {
    if (kept.key().isEmpty()) {
      String missing = " WHERE NOT EXISTS (SELECT FROM " + sql.table(table.name()) + ")";
      return execute(insert(table, kept) + missing, table.name(), kept.table());
    }
    SqlText text =
        new KeyBatches(sql, kept.table(), kept.keyNames())
            .each(
                "",
                range ->
                    insert(table, kept)
                        + "\n        WHERE "
                        + range
                        + "\n        ON CONFLICT ("
                        + String.join(", ", sql.columns(kept.keyNames()))
                        + ") DO NOTHING");
    return execute(text.text(), table.name(), kept.table());
  }

  private String insert(Table table, Archive.Kept kept) {
    String columns = RowSql.list(kept.all(), it -> sql.column(it.name()));
    String values =
        RowSql.list(kept.all(), it -> Archive.restored(it, sql.column(it.name()), draft.options()));
    boolean always =
        draft.options().isPostgresql()
            && kept.all().stream()
                .anyMatch(
                    it ->
                        it.generation().orElse(null) instanceof Generation.Identity identity
                            && identity.always());
    return "INSERT INTO "
        + sql.table(table.name())
        + " ("
        + columns
        + ") "
        + (always ? "OVERRIDING SYSTEM VALUE " : "")
        + "SELECT "
        + values
        + " FROM "
        + sql.table(kept.table());
  }

  /** Has what counts in the table go on after the rows that are back. */
  List<Operation> counting(Table table, Archive.Kept kept) {
    List<Operation> result = new ArrayList<>();
    for (Column column : kept.all()) {
      boolean counts =
          column.autoincrement()
              || column.generation().filter(Generation.Identity.class::isInstance).isPresent();
      if (counts && draft.options().isPostgresql()) {
        result.add(sql.continueCounting(table.name(), column.name()));
      }
    }
    return result;
  }

  /** Brings the values of all columns back in batches, which are there again. */
  Operation batches(TableName name, Archive.Kept kept) {
    SqlText text =
        new KeyBatches(sql, name, kept.keyNames())
            .each(
                sql.table(TableName.of(name.name())),
                range -> update(name, kept) + "\n        AND " + range);
    return execute(text.text(), name, kept.table());
  }

  /** Brings the values of all columns back, which are there again. */
  Operation values(TableName name, Archive.Kept kept) {
    String table = sql.table(name);
    String archive =
        sql.table(kept.table()) + " AS " + alias(name) + " WHERE " + sameRow(name, kept);
    String text =
        draft.options().isPostgresql()
            ? update(name, kept)
            : "UPDATE "
                + table
                + " SET "
                + RowSql.list(
                    kept.columns(),
                    it ->
                        sql.column(it.name())
                            + " = (SELECT "
                            + value(name, it)
                            + " FROM "
                            + archive
                            + ")")
                + " WHERE "
                + isKept(name, kept);
    return execute(text, name, kept.table());
  }

  private String update(TableName name, Archive.Kept kept) {
    return "UPDATE "
        + sql.table(name)
        + " SET "
        + RowSql.list(kept.columns(), it -> sql.column(it.name()) + " = " + value(name, it))
        + " FROM "
        + sql.table(kept.table())
        + " AS "
        + alias(name)
        + " WHERE "
        + sameRow(name, kept);
  }

  private String value(TableName name, Column column) {
    return Archive.restored(column, alias(name) + "." + sql.column(column.name()), draft.options());
  }

  /** What the archive is called beside its table, which may be called so itself. */
  private static String alias(TableName table) {
    return table.name().equals("kept") ? "kept_row" : "kept";
  }

  /** The condition that a row has a kept value, over the row. */
  String isKept(TableName table, Archive.Kept kept) {
    return "EXISTS (SELECT 1 FROM "
        + sql.table(kept.table())
        + " AS "
        + alias(table)
        + " WHERE "
        + sameRow(table, kept)
        + ")";
  }

  private String sameRow(TableName table, Archive.Kept kept) {
    return kept.key().stream()
        .map(
            it -> {
              String name = sql.column(it.name());
              return alias(table)
                  + "."
                  + name
                  + " = "
                  + Archive.stored(
                      it, sql.table(TableName.of(table.name())) + "." + name, draft.options());
            })
        .collect(Collectors.joining(" AND "));
  }

  private static DataOperation execute(String text, TableName written, TableName read) {
    return new DataOperation.ExecuteSql(
        new SqlText(text), new TreeSet<>(List.of(written)), new TreeSet<>(List.of(read)));
  }
}
