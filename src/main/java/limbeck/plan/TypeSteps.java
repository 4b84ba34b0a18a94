package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.operation.ColumnChange;
import limbeck.operation.DataOperation;
import limbeck.operation.Dependents;
import limbeck.operation.Operation;
import limbeck.schema.Column;
import limbeck.schema.InlineEnum;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;

/**
 * Plans how a column gets another type, and its old one back, where ALTER TABLE knows no USING: on
 * MySQL, MariaDB and SQLite.
 */
final class TypeSteps {
  private final Draft draft;

  TypeSteps(Draft draft) {
    this.draft = draft;
  }

  /**
   * Plans one change.
   *
   * @param stated the new value as the user states it, over the columns as they are called by then
   */
  void add(
      ColumnPlace place, ColumnChange.SetType change, Optional<SqlText> stated, String because) {
    SqlType to = change.to().on(draft.options().dialect());
    SqlType from = change.from().map(it -> it.on(draft.options().dialect())).orElse(to);
    SortedMap<String, String> labels = stated(place, from);
    Way way = convert(place, from, to, stated, labels);
    way = draft.hasNoRows(place.table()) ? way : answered(place, from, to, way);
    noteLoss(place, way, stated.isPresent());
    SortedMap<String, String> inverted =
        MysqlConversion.isEnum(from) && MysqlConversion.isEnum(to)
            ? MysqlConversion.inverted(labels, from, to)
            : SqliteConversion.inverted(labels, from, to, draft.schema());
    List<Draft.Undo> undo = back(place, to, from, inverted);
    if (stated.isPresent() && !draft.options().answers().usingsDown().containsKey(place)) {
      draft.note(
          SafetyNote.Kind.DATA_LOSS,
          "The downgrade does not bring back the values "
              + place
              + " had before they were converted.");
    }
    // What the database does by itself in both directions needs no words of its own.
    boolean plain =
        draft.options().isMysql()
            && !(from instanceof SqlType.Named || to instanceof SqlType.Named)
            && stated.isEmpty()
            && way.checks().isEmpty()
            && way.steps().size() == 1
            && undo.size() == 1;
    for (Operation it : way.checks()) {
      draft.addFleeting(
          it,
          draft.options().isMysql()
              ? "a value that has no counterpart would stop the change half way"
              : way.lost().isEmpty()
                  ? "SQLite would make something else of a value that has no counterpart"
                  : "SQLAlchemy reads no row with a label that it does not know",
          Classification.DATA,
          "it only looks",
          false);
    }
    for (int i = 0; i < way.steps().size(); i++) {
      Operation step = way.steps().get(i);
      boolean rows = step instanceof DataOperation;
      draft.add(
          step,
          because(step, because, way.steps().size() > 1, stated.isPresent()),
          rows ? Classification.DATA : Classification.TRANSFORMING,
          rows ? "values change over" : "the database converts the values",
          false,
          plain ? Optional.empty() : Optional.of(i == way.steps().size() - 1 ? undo : List.of()));
    }
  }

  /**
   * Returns what is stated of the labels of a column. As where an enum is a type of the database,
   * an answer for one of its columns holds for the others too, unless answers differ.
   */
  private SortedMap<String, String> stated(ColumnPlace place, SqlType type) {
    SortedMap<ColumnPlace, SortedMap<String, String>> all = draft.options().answers().labels();
    SortedMap<String, String> result = new TreeMap<>(all.getOrDefault(place, new TreeMap<>()));
    if (type instanceof SqlType.EnumReference(TypeName name)) {
      SortedMap<String, SortedSet<String>> others = new TreeMap<>();
      all.forEach(
          (other, mapping) -> {
            if (isOf(name, other)) {
              mapping.forEach(
                  (from, to) -> others.computeIfAbsent(from, _ -> new TreeSet<>()).add(to));
            }
          });
      others.values().removeIf(it -> it.size() > 1);
      others.forEach((from, to) -> result.putIfAbsent(from, to.first()));
    }
    return result;
  }

  private boolean isOf(TypeName type, ColumnPlace place) {
    return Stream.of(draft.schema(), draft.original())
        .flatMap(it -> it.table(place.table()).stream())
        .flatMap(it -> it.column(place.column()).stream())
        .anyMatch(it -> Dependents.enumsOf(it.type()).contains(type));
  }

  private String because(Operation step, String because, boolean several, boolean stated) {
    if (draft.options().isMysql() && !(step instanceof DataOperation.ExecuteSql)) {
      return several ? because + "; in between the type holds both" : because;
    }
    return switch (step) {
      case DataOperation.ExecuteSql _ -> "rows with a label that goes get another one, as stated";
      case DataOperation _ ->
          stated
              ? "existing values become what is stated"
              : "existing values are written as the new type has them";
      default -> because; // the change itself
    };
  }

  private void noteLoss(ColumnPlace place, Way way, boolean stated) {
    way.merged()
        .forEach(
            (from, to) ->
                draft.note(SafetyNote.Kind.DATA_LOSS, MappedLabels.cannotBeTold(place, from, to)));
    way.changes()
        .filter(_ -> !stated && !draft.hasNoRows(place.table()))
        .ifPresent(
            it ->
                draft.note(
                    SafetyNote.Kind.DATA_LOSS,
                    "The new type of " + place + " changes values: " + it + "."));
  }

  private Way convert(
      ColumnPlace place,
      SqlType from,
      SqlType to,
      Optional<SqlText> using,
      SortedMap<String, String> labels) {
    return draft.options().isMysql()
        ? MysqlConversion.of(place, from, to, using, labels, draft.sql())
        : SqliteConversion.of(place, from, to, using, labels, draft);
  }

  /** Asks what only a person knows; whoever wants no answer has the upgrade stop. */
  private Way answered(ColumnPlace place, SqlType from, SqlType to, Way way) {
    for (String label : way.lost()) {
      EnumSteps.askFor(draft, place, place.toString(), label, labels(to));
    }
    if (way.unknown().isEmpty()) {
      return way;
    }
    if (draft.options().answers().unfilled().contains(place)) {
      return way.withCheck(
          new DataOperation.RequireNoRows(
              place.table(),
              draft
                  .sql()
                  .rowsWhere(place.table(), draft.sql().column(place.column()) + " IS NOT NULL"),
              "Column " + place + " has values, and " + way.unknown().get() + "."));
    }
    draft.ask(
        UsingQuestion.of(place, from, to, way.unknown().get(), neutral(to).map(SqlText::new)));
    return way;
  }

  private Optional<String> neutral(SqlType type) {
    if (MysqlConversion.isEnum(type)) {
      return labels(type).stream().findFirst().map(RowSql::literal);
    }
    return RowSql.neutral(type, draft.schema()).map(SqlText::text);
  }

  private List<String> labels(SqlType type) {
    return type instanceof SqlType.Named named
        ? InlineEnum.labels(named)
        : SqliteConversion.labels(type, draft.schema());
  }

  /** Returns the way back; what has none becomes NULL or a neutral value, or there must be none. */
  private List<Draft.Undo> back(
      ColumnPlace place, SqlType from, SqlType to, SortedMap<String, String> labels) {
    Optional<SqlText> stated =
        Optional.ofNullable(draft.options().answers().usingsDown().get(place));
    Way way = convert(place, from, to, stated, labels);
    List<Operation> checks = new ArrayList<>(way.checks());
    if (!way.lost().isEmpty()) {
      draft.note(
          SafetyNote.Kind.HUMAN,
          "The downgrade stops when rows have "
              + String.join(" or ", way.lost())
              + " in "
              + place
              + ", which was no label before.");
    }
    if (way.unknown().isPresent()) {
      String otherwise = Shell.option("--using-down", place + "=", "SQL");
      Optional<String> value = replacement(place, to);
      if (value.isPresent()) {
        way = convert(place, from, to, value.map(SqlText::new), labels);
        draft.note(
            SafetyNote.Kind.DATA_LOSS,
            "The downgrade replaces every value of "
                + place
                + " by "
                + value.get()
                + "; say otherwise by "
                + otherwise
                + ".");
      } else {
        checks.add(
            new DataOperation.RequireNoRows(
                place.table(),
                draft.sql().anyRow(place.table()),
                "Table "
                    + place.table()
                    + " has rows, and there is no way back for "
                    + place.column()
                    + "."));
        draft.note(
            SafetyNote.Kind.HUMAN,
            "The downgrade stops when "
                + place.table()
                + " has rows; say what the values of "
                + place
                + " become by "
                + otherwise
                + ".");
      }
    }
    List<Draft.Undo> undo = new ArrayList<>();
    checks.forEach(it -> undo.add(Draft.Undo.of(it)));
    way.steps().forEach(it -> undo.add(Draft.Undo.of(it)));
    return undo;
  }

  private Optional<String> replacement(ColumnPlace place, SqlType to) {
    boolean nullable =
        draft
            .schema()
            .table(place.table())
            .flatMap(it -> it.column(place.column()))
            .filter(Column::nullable)
            .isPresent();
    if (nullable) {
      return Optional.of("NULL");
    }
    return NeutralValue.of(
            place,
            neutral(to).map(SqlText::new),
            Stream.of(draft.schema(), draft.original())
                .flatMap(it -> it.table(place.table()).stream()))
        .map(SqlText::text);
  }
}
