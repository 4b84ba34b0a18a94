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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Writes the rows of a table that has just come, where columns of another table move into it. */
final class MovedRows {
  private final Draft draft;
  private final RowSql sql;
  private final Answers answers;
  private final Schema schema;
  private final List<Move> moves;

  private MovedRows(Draft draft, Schema schema, List<Move> moves) {
    this.draft = draft;
    this.sql = draft.sql();
    this.answers = draft.options().answers();
    this.schema = schema;
    this.moves = moves;
  }

  /** Returns what fills a table that is new, of the moves that lead there. */
  static List<Operation> up(Draft draft, Table created) {
    return new MovedRows(draft, draft.schema(), draft.options().answers().moves()).into(created);
  }

  /**
   * Returns what fills a table that has come back, of the moves that led away.
   *
   * @param schema as it is then
   */
  static List<Operation> down(Draft draft, Schema schema, Table created) {
    return new MovedRows(
            draft, schema, draft.options().answers().moves().stream().map(Move::reversed).toList())
        .into(created);
  }

  private List<Operation> into(Table created) {
    List<Move> here = moves.stream().filter(it -> it.to().table().equals(created.name())).toList();
    Set<TableName> sources = new LinkedHashSet<>();
    here.forEach(it -> sources.add(it.from().table()));
    List<Operation> result = new ArrayList<>();
    for (TableName source : sources) {
      List<Move> ofSource = here.stream().filter(it -> it.from().table().equals(source)).toList();
      Optional<ColumnPlace> missing = missing(ofSource);
      if (missing.isPresent()) {
        noteLost(created, missing.orElseThrow());
      } else {
        result.add(insert(created, source, ofSource));
        countOn(created, ofSource).ifPresent(result::add);
      }
    }
    return result;
  }

  /** The column that told which row belongs to which, when it is gone and nothing stands for it. */
  private Optional<ColumnPlace> missing(List<Move> moves) {
    return moves.stream()
        .flatMap(
            move ->
                move.equalities().orElse(Map.of()).values().stream()
                    .map(it -> new ColumnPlace(move.from().table(), it)))
        .filter(it -> !isThere(it) && !answers.fillsDown().containsKey(it))
        .findFirst();
  }

  private boolean isThere(ColumnPlace place) {
    return schema.table(place.table()).flatMap(it -> it.column(place.column())).isPresent();
  }

  private void noteLost(Table created, ColumnPlace missing) {
    draft.note(
        SafetyNote.Kind.DATA_LOSS,
        "The downgrade does not bring back the rows of "
            + created.name()
            + ": "
            + missing
            + ", which told them apart, is gone; say what it is to be by "
            + Shell.option("--fill-down", missing + "=", "SQL")
            + ".");
  }

  /** A counter does not know of numbers that are given. */
  private Optional<Operation> countOn(Table created, List<Move> moves) {
    return created.columns().stream()
        .filter(
            it ->
                it.autoincrement()
                    || it.generation().filter(Generation.Identity.class::isInstance).isPresent())
        .map(Column::name)
        .filter(
            it ->
                moves.stream().anyMatch(move -> move.equalities().orElse(Map.of()).containsKey(it)))
        .filter(_ -> draft.options().isPostgresql())
        .findFirst()
        .map(it -> sql.continueCounting(created.name(), it));
  }

  /**
   * Whether every row of the source gives one row: it does when what the rows are joined by is a
   * key of it. Otherwise the same values may stand in many rows, and are one row of the new table.
   */
  private boolean areOnce(TableName source, List<Move> moves) {
    Optional<Table> table = schema.table(source).or(() -> draft.original().table(source));
    return table.isEmpty()
        || moves.stream().anyMatch(it -> isIncomparable(table.orElseThrow(), it.from().column()))
        || moves.stream()
            .allMatch(
                move ->
                    move.equalities()
                        .filter(it -> !holdsKey(table.orElseThrow(), Set.copyOf(it.values())))
                        .isEmpty());
  }

  /** PostgreSQL does not compare values of JSON that is kept as text. */
  private static boolean isIncomparable(Table table, ColumnName column) {
    return table
        .column(column)
        .filter(it -> it.type() instanceof SqlType.Json(boolean binary) && !binary)
        .isPresent();
  }

  private boolean holdsKey(Table table, Set<ColumnName> columns) {
    Table original = draft.original().table(table.name()).orElse(table);
    return Stream.of(table, original)
        .flatMap(it -> it.constraints().stream())
        .anyMatch(
            it ->
                switch (it) {
                  case Constraint.PrimaryKey key -> columns.containsAll(key.columns());
                  case Constraint.Unique key -> columns.containsAll(key.columns());
                  case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ -> false;
                });
  }

  /** A column of the row the values are taken from; what stands for it where it is gone. */
  private String value(ColumnPlace place) {
    return isThere(place)
        ? sql.column(place.column())
        : Optional.ofNullable(answers.fillsDown().get(place))
            .map(SqlText::text)
            .orElse(sql.column(place.column()));
  }

  private Operation insert(Table created, TableName source, List<Move> moves) {
    Map<ColumnName, String> values = new LinkedHashMap<>();
    for (Move move : moves) {
      move.equalities()
          .orElse(Map.of())
          .forEach(
              (column, equal) ->
                  values.put(column, value(new ColumnPlace(move.from().table(), equal))));
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
    boolean once = areOnce(source, moves);
    // Numbers that the new rows are given are then the same everywhere.
    String order =
        IntStream.rangeClosed(1, values.size())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", ", " ORDER BY ", ""));
    return new DataOperation.ExecuteSql(
        new SqlText(
            "INSERT INTO "
                + sql.table(created.name())
                + " ("
                + String.join(", ", sql.columns(List.copyOf(values.keySet())))
                + (once ? ") SELECT " : ") SELECT DISTINCT ")
                + String.join(", ", values.values())
                + " FROM "
                + sql.table(source)
                + " WHERE "
                + any
                + (once ? "" : order)),
        new TreeSet<>(List.of(created.name())),
        new TreeSet<>(List.of(source)));
  }
}
