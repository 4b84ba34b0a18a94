package limbeck.dialect.postgresql;

import java.util.Optional;
import limbeck.dialect.LockMode;
import limbeck.operation.DataOperation;
import limbeck.schema.Constraint;
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
    boolean update = words.peek("update");
    boolean delete = words.peek("delete");
    for (TableName table : execute.writes()) {
      if (missing(table)) {
        effects.fails("42P01", "there is no table " + table);
        continue;
      }
      if (execute.writes().size() == 1 && update) {
        words.assigned().stream()
            .filter(it -> before.table(table).flatMap(t -> t.column(it)).isEmpty())
            .filter(_ -> before.table(table).isPresent())
            .forEach(it -> effects.fails("42703", "there is no column " + table + "." + it));
      }
      if (update || delete) {
        change(table, words, delete);
      } else {
        insert(table);
      }
    }
    for (TableName table : execute.reads()) {
      if (!before.tables().containsKey(table)) {
        continue;
      }
      LockFacts form = words.has("for", "update") ? LockFacts.SELECT_FOR_UPDATE : LockFacts.SELECT;
      effects.form(form, table);
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
    if (words.findsOneRow(before.table(table))) {
      effects.lock(table, LockMode.ROW_EXCLUSIVE);
    } else {
      effects.form(LockFacts.UPDATE, table);
      effects.writesRows(table);
    }
    if (delete) {
      effects.loses(table, "rows of " + table);
    }
  }
}
