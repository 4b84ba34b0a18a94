package limbeck.dialect.postgresql;

import java.util.Locale;
import java.util.Optional;
import limbeck.dialect.LockMode;
import limbeck.operation.DataOperation;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/** Effects of operations on rows. */
final class RowEffects {
  private final EffectList effects;

  RowEffects(EffectList effects) {
    this.effects = effects;
  }

  void add(DataOperation operation) {
    switch (operation) {
      case DataOperation.ExecuteSql execute -> execute(execute);
      case DataOperation.Backfill(TableName table, var _, var _, var _) -> {
        effects.form(LockFacts.UPDATE, table);
        effects.writesRows(table);
      }
      case DataOperation.InsertRows(TableName table, var _) ->
          effects.form(LockFacts.INSERT, table);
      case DataOperation.RequireNoRows(TableName table, SqlText query, String message) -> {
        effects.form(LockFacts.SELECT, table);
        effects.mayFail(table, message, Optional.of(query.text()));
      }
    }
  }

  private void execute(DataOperation.ExecuteSql execute) {
    String word = firstWord(execute.statement().text());
    LockMode mode = word.equals("TRUNCATE") ? LockMode.ACCESS_EXCLUSIVE : LockMode.ROW_EXCLUSIVE;
    for (TableName table : execute.writes()) {
      effects.lock(table, mode);
      switch (word) {
        case "TRUNCATE" -> effects.loses(table, "all rows of " + table);
        case "DELETE" -> {
          effects.writesRows(table);
          effects.loses(table, "rows of " + table);
        }
        case "UPDATE" -> effects.writesRows(table);
        default -> {}
      }
    }
    for (TableName table : execute.reads()) {
      effects.lock(table, LockMode.ACCESS_SHARE);
    }
  }

  private static String firstWord(String statement) {
    String text = statement.replaceAll("(?s)^(\\s|--[^\\n]*\\n|/\\*.*?\\*/)*", "");
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end).toUpperCase(Locale.ROOT);
  }
}
