package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Optional;
import limbeck.dialect.LockMode;
import limbeck.operation.DataOperation;
import limbeck.operation.Dependents;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Generation;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Effects of operations on rows, and of statements that leave the schema as it is. */
final class RowEffects {
  private final Schema before;
  private final EffectList effects;

  RowEffects(Schema before, EffectList effects) {
    this.before = before;
    this.effects = effects;
  }

  void add(DataOperation operation, int serverMajor) {
    switch (operation) {
      case DataOperation.ExecuteSql execute -> execute(execute, serverMajor);
      case DataOperation.Backfill(TableName table, var _, var _, var _) -> {
        effects.form(LockFacts.UPDATE, table);
        effects.writesRows(table);
      }
      case DataOperation.InsertRows(TableName table, var rows) -> {
        if (!rows.isEmpty()) {
          insert(table);
          before
              .table(table)
              .ifPresent(it -> rows.forEach(row -> missing(it, List.copyOf(row.keySet()))));
        }
      }
      case DataOperation.RequireNoRows(TableName table, SqlText query, String message) -> {
        effects.form(LockFacts.SELECT, table);
        effects.mayFail("P0001", table, message, Optional.of(query.text()));
      }
    }
  }

  private void execute(DataOperation.ExecuteSql execute, int serverMajor) {
    StatementWords words = new StatementWords(execute.statement().text());
    if (new StatementForms(before, serverMajor, effects).add(words)) {
      return;
    }
    if (words.peek("do")) {
      block(execute);
      return;
    }
    boolean with = words.peek("with");
    boolean update = words.peek("update") || words.peek("merge") || (with && words.has("update"));
    boolean delete = words.peek("delete") || (with && words.has("delete"));
    for (TableName table : execute.writes()) {
      if (missing(table)) {
        effects.fails("42P01", "there is no table " + table);
        continue;
      }
      if (execute.writes().size() == 1) {
        columns(table, words, words.peek("update"));
      }
      if (update || delete) {
        change(table, words, delete);
        effects.below(table).forEach(it -> change(it, words, delete));
      } else {
        insert(table);
        effects.below(table).forEach(this::insert);
      }
    }
    for (TableName table : execute.reads()) {
      if (!before.tables().containsKey(table)) {
        continue;
      }
      LockFacts form = locksRows(words) ? LockFacts.SELECT_FOR_UPDATE : LockFacts.SELECT;
      effects.form(form, table);
    }
  }

  private static boolean locksRows(StatementWords words) {
    return words.has("for", "update")
        || words.has("for", "no", "key", "update")
        || words.has("for", "share")
        || words.has("for", "key", "share");
  }

  /** Code that reads and writes rows: how often and how many, nobody can tell. */
  private void block(DataOperation.ExecuteSql execute) {
    for (TableName table : execute.writes()) {
      if (before.tables().containsKey(table)) {
        effects.form(LockFacts.UPDATE, table);
        effects.writesRows(table);
      }
    }
    for (TableName table : execute.reads()) {
      if (before.tables().containsKey(table)) {
        effects.form(LockFacts.SELECT, table);
      }
    }
  }

  /** The columns that are written must be there, and not be computed by the server. */
  private void columns(TableName name, StatementWords words, boolean update) {
    Optional<Table> table = before.table(name);
    if (table.isEmpty()) {
      return;
    }
    List<ColumnName> written = update ? words.assigned() : words.inserted();
    for (ColumnName it : written) {
      Optional<Column> column = table.get().column(it);
      if (column.isEmpty()) {
        effects.fails("42703", "there is no column " + name + "." + it);
      } else if (update
          && column.get().generation().filter(RowEffects::isFixed).isPresent()
          && !words.setsDefault(it)) {
        effects.fails("428C9", name + "." + it + " is computed by the server");
      }
    }
    if (update) {
      referred(name, written);
    }
    if (!update && words.insertsValues()) {
      missing(table.get(), written);
    }
  }

  /** Rows that refer to a value keep it, unless their key lets it change. */
  private void referred(TableName table, List<ColumnName> written) {
    for (ColumnName column : written) {
      Dependents.referencesTo(before, table, column).stream()
          .filter(
              it ->
                  it.key().onUpdate() == ReferentialAction.NO_ACTION
                      || it.key().onUpdate() == ReferentialAction.RESTRICT)
          .findFirst()
          .ifPresent(
              it ->
                  effects.mayFail(
                      "23503",
                      table,
                      "rows of "
                          + it.holder()
                          + " may refer to a value of "
                          + column
                          + " that goes",
                      Optional.empty()));
    }
  }

  private static boolean isFixed(Generation generation) {
    return switch (generation) {
      case Generation.Computed _ -> true;
      case Generation.Identity(boolean always, var _) -> always;
    };
  }

  /** A row of which a required column is not named is refused. */
  private void missing(Table table, List<ColumnName> written) {
    table.columns().stream()
        .filter(it -> !written.isEmpty() && !written.contains(it.name()))
        .filter(it -> !it.nullable() && it.serverDefault().isEmpty())
        .filter(it -> it.generation().isEmpty() && !it.autoincrement())
        .findFirst()
        .ifPresent(
            it ->
                effects.fails(
                    "23502",
                    "the rows inserted into " + table.name() + " have no value for " + it.name()));
  }

  /** Rows that refer to deleted ones go, too, or keep them. */
  private void referring(TableName table, Dependents.Reference reference) {
    TableName holder = reference.holder();
    boolean keeps =
        reference.key().onDelete() == ReferentialAction.NO_ACTION
            || reference.key().onDelete() == ReferentialAction.RESTRICT;
    effects.lock(holder, keeps ? LockMode.ROW_SHARE : LockMode.ROW_EXCLUSIVE);
    if (keeps) {
      effects.mayFail(
          "23503", table, "rows of " + holder + " may refer to a row that goes", Optional.empty());
    } else {
      effects.scans(holder);
    }
  }

  /** What is neither a table nor a view is not there. */
  private boolean missing(TableName table) {
    return before.table(table).isEmpty()
        && before.objects().values().stream().noneMatch(it -> it.name().name().equals(table.name()))
        && !table.name().startsWith("pg_")
        && table.schema().isEmpty();
  }

  private void insert(TableName table) {
    effects.form(LockFacts.INSERT, table);
    before.table(table).map(Table::foreignKeys).orElse(java.util.List.of()).stream()
        .map(Constraint.ForeignKey::target)
        .filter(it -> !it.equals(table))
        .forEach(it -> effects.lock(it, LockMode.ROW_SHARE));
  }

  private void change(TableName table, StatementWords words, boolean delete) {
    boolean only = words.has("only", table.name());
    if (words.findsOneRow(before.table(table))) {
      effects.lock(table, LockMode.ROW_EXCLUSIVE);
    } else if (only) {
      effects.lock(table, LockFacts.UPDATE.mode());
      effects.scans(table);
      effects.writesRows(table);
    } else {
      effects.form(LockFacts.UPDATE, table);
      effects.writesRows(table);
    }
    if (delete) {
      effects.loses(table, "rows of " + table);
      Dependents.referencesTo(before, table).forEach(it -> referring(table, it));
    }
  }
}
