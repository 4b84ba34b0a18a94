package limbeck.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import limbeck.operation.DataOperation;
import limbeck.operation.Dependents;
import limbeck.schema.Constraint;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/**
 * Labels that a check holds, because the database has no enum types or the column has none: rows
 * get another label when the old check is gone and the new one is not there yet.
 */
final class MappedLabels {
  private final Draft draft;

  MappedLabels(Draft draft) {
    this.draft = draft;
  }

  /** Plans what {@code --map} states of the columns of a check that is about to be added. */
  void add(TableName table, Constraint.Check check) {
    draft
        .options()
        .answers()
        .labels()
        .forEach(
            (place, mapping) -> {
              if (place.table().equals(table)
                  && Dependents.uses(check, place.column())
                  && isPlain(place)) {
                mapping.forEach((from, to) -> add(place, mapping, from, to));
              }
            });
  }

  /** An enum type carries its labels itself, and its change is planned with it. */
  private boolean isPlain(ColumnPlace place) {
    return draft.schema().table(place.table()).stream()
        .flatMap(it -> it.column(place.column()).stream())
        .map(it -> it.type().on(draft.options().dialect()))
        .noneMatch(
            it ->
                MysqlConversion.isEnum(it)
                    || (draft.options().isPostgresql() && !Dependents.enumsOf(it).isEmpty()));
  }

  private void add(ColumnPlace place, SortedMap<String, String> mapping, String from, String to) {
    DataOperation change = update(draft.sql(), place, from, to);
    if (draft.steps().stream().anyMatch(it -> it.operation().equals(change))) {
      return;
    }
    boolean merged =
        wasAllowed(place, to)
            || mapping.entrySet().stream()
                .map(Map.Entry::getValue)
                .filter(to::equals)
                .skip(1)
                .findAny()
                .isPresent();
    if (merged) {
      draft.note(SafetyNote.Kind.DATA_LOSS, cannotBeTold(place, from, to));
    }
    draft.add(
        change,
        "rows with the label " + from + " get " + to + ", as stated",
        Classification.DATA,
        "values change over",
        false,
        Optional.of(
            merged ? List.of() : List.of(Draft.Undo.of(update(draft.sql(), place, to, from)))));
  }

  /** Returns whether rows may have had a label before. */
  private boolean wasAllowed(ColumnPlace place, String label) {
    return draft.original().table(place.table()).stream()
        .flatMap(it -> it.constraints().stream())
        .anyMatch(
            it ->
                it instanceof Constraint.Check check
                    && Dependents.uses(check, place.column())
                    && check.condition().text().contains(RowSql.literal(label)));
  }

  /** Says that a downgrade cannot tell two labels from each other. */
  static String cannotBeTold(ColumnPlace place, String from, String to) {
    return "The downgrade does not tell which rows of "
        + place.table()
        + " had "
        + from
        + " in "
        + place.column()
        + " and not "
        + to
        + ".";
  }

  /** Returns the step that gives rows with one label another one. */
  static DataOperation update(RowSql sql, ColumnPlace place, String from, String to) {
    String name = sql.column(place.column());
    return new DataOperation.ExecuteSql(
        new SqlText(
            "UPDATE "
                + sql.table(place.table())
                + " SET "
                + name
                + " = "
                + RowSql.literal(to)
                + " WHERE "
                + name
                + " = "
                + RowSql.literal(from)),
        new TreeSet<>(List.of(place.table())),
        new TreeSet<>());
  }
}
