package limbeck.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Writes the rows of a table that has just come, where columns of another table move into it. */
final class MovedRows {
  private final RowSql sql;
  private final Answers answers;
  private final List<Move> moves;

  private MovedRows(Draft draft, List<Move> moves) {
    this.sql = draft.sql();
    this.answers = draft.options().answers();
    this.moves = moves;
  }

  /** Returns what fills a table that is new, of the moves that lead there. */
  static List<Operation> up(Draft draft, Table created) {
    return new MovedRows(draft, draft.options().answers().moves()).into(created);
  }

  /** Returns what fills a table that has come back, of the moves that led away. */
  static List<Operation> down(Draft draft, Table created) {
    return new MovedRows(
            draft, draft.options().answers().moves().stream().map(Move::reversed).toList())
        .into(created);
  }

  private List<Operation> into(Table created) {
    List<Move> here = moves.stream().filter(it -> it.to().table().equals(created.name())).toList();
    Set<TableName> sources = new LinkedHashSet<>();
    here.forEach(it -> sources.add(it.from().table()));
    List<Operation> result = new ArrayList<>();
    for (TableName source : sources) {
      result.add(
          insert(
              created,
              source,
              here.stream().filter(it -> it.from().table().equals(source)).toList()));
    }
    return result;
  }

  private Operation insert(Table created, TableName source, List<Move> moves) {
    Map<ColumnName, String> values = new LinkedHashMap<>();
    for (Move move : moves) {
      move.equalities()
          .orElse(Map.of())
          .forEach((column, equal) -> values.put(column, sql.column(equal)));
    }
    for (Move move : moves) {
      values.put(move.to().column(), sql.column(move.from().column()));
    }
    for (Column column : created.columns()) {
      Optional<SqlText> stated =
          Optional.ofNullable(answers.fills().get(new ColumnPlace(created.name(), column.name())));
      stated.ifPresent(it -> values.putIfAbsent(column.name(), it.text()));
    }
    String any =
        moves.stream()
            .map(it -> sql.column(it.from().column()) + " IS NOT NULL")
            .collect(Collectors.joining(" OR "));
    return new DataOperation.ExecuteSql(
        new SqlText(
            "INSERT INTO "
                + sql.table(created.name())
                + " ("
                + String.join(", ", sql.columns(List.copyOf(values.keySet())))
                + ") SELECT "
                + String.join(", ", values.values())
                + " FROM "
                + sql.table(source)
                + " WHERE "
                + any),
        new TreeSet<>(List.of(created.name())),
        new TreeSet<>(List.of(source)));
  }
}
