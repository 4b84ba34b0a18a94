package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Identifiers;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Default;
import limbeck.schema.SqlText;

/** Plans how existing rows get a value: at once, or in batches while others go on writing. */
final class Backfills {
  private final Draft draft;
  private final RowTriggers guards;

  Backfills(Draft draft) {
    this.draft = draft;
    this.guards = new RowTriggers(draft);
  }

  /**
   * Fills a column of existing rows.
   *
   * @param where which rows; empty is all
   */
  void fill(
      ColumnPlace place, SqlText value, Optional<SqlText> where, String because, String reason) {
    if (!isOnline(place) || !hasKey(place)) {
      draft.addFleeting(
          new DataOperation.Backfill(place.table(), place.column(), value, where),
          because,
          Classification.DATA,
          reason,
          false);
      return;
    }
    draft.during(
        Phase.Kind.FILL,
        () ->
            draft.about(
                touched(place, value),
                () ->
                    draft.addFleeting(
                        new DataOperation.ExecuteSql(
                            batches(place, value, where),
                            new TreeSet<>(Set.of(place.table())),
                            new TreeSet<>(Set.of(place.table()))),
                        because + ", in batches that are committed one by one",
                        Classification.DATA,
                        reason,
                        true)));
  }

  /** The column, and those its value is made of. */
  private List<ColumnPlace> touched(ColumnPlace place, SqlText value) {
    List<ColumnPlace> result = new ArrayList<>(List.of(place));
    draft.schema().table(place.table()).stream()
        .flatMap(it -> it.columns().stream())
        .map(Column::name)
        .filter(it -> Identifiers.mentions(value, it.text()))
        .map(it -> new ColumnPlace(place.table(), it))
        .forEach(result::add);
    return result;
  }

  /**
   * Adds a required column of a large table with one constant for all rows there are: as a default
   * it is stored once, and no row is written. It stays until no program of the version before runs,
   * which inserts rows without the column.
   */
  boolean addWithConstant(ColumnOperation.AddColumn operation, SqlText value, String because) {
    ColumnPlace place = new ColumnPlace(operation.table(), operation.column().name());
    if (!draft.options().isOnline(place.table())) {
      return false;
    }
    Optional<Default> constant = Optional.of(new Default.Expression(value));
    draft.add(
        new ColumnOperation.AddColumn(
            operation.table(),
            operation.column().withServerDefault(constant),
            operation.ifNotExists()),
        because + "; the rows there are get the default of the model, without being written",
        Classification.ADDITIVE,
        "the database keeps the value of old rows aside");
    draft.during(
        Phase.Kind.CONTRACT,
        () ->
            draft.add(
                new ColumnOperation.AlterColumn(
                    place.table(),
                    place.column(),
                    List.of(new ColumnChange.SetDefault(constant, Optional.empty()))),
                "every program gives a value from now on, and the models ask for no server default",
                Classification.TRANSFORMING,
                "only new rows are concerned"));
    return true;
  }

  /**
   * Has rows that are written meanwhile filled too, on a large table: a program of the version
   * before knows nothing of the column, and must not fail before the revision has ended.
   */
  void guard(ColumnPlace place, SqlText value) {
    if (!isOnline(place)) {
      return;
    }
    String column = draft.sql().column(place.column());
    String body =
        """
        BEGIN
            IF NEW.%s IS NULL THEN
                NEW.%s := (SELECT %s FROM (SELECT NEW.*) AS %s);
            END IF;
            RETURN NEW;
        END
        """
            .formatted(
                column, column, value.text(), draft.options().quote().apply(place.table().name()));
    String because = "rows that programs of the version before write get the same value";
    draft.about(
        touched(place, value),
        () -> guards.create(place.table(), name(place), body, because, "it goes again"));
    draft.guard(place);
  }

  /** Takes away what {@link #guard} made, if it made anything. */
  void unguard(ColumnPlace place) {
    if (draft.isGuarded(place)) {
      draft.about(
          List.of(place),
          () -> guards.drop(place.table(), name(place), "every program gives a value from now on"));
    }
  }

  private static String name(ColumnPlace place) {
    return NotNullSteps.cut("limbeck_fill_" + place.table().name() + "_" + place.column());
  }

  private boolean isOnline(ColumnPlace place) {
    return draft.options().isOnline(place.table()) && !draft.hasNoRows(place.table());
  }

  /** A column that is written cannot be gone by. */
  private List<ColumnName> key(ColumnPlace place) {
    return draft
        .schema()
        .table(place.table())
        .map(KeyBatches::keyOf)
        .filter(it -> !it.contains(place.column()))
        .orElse(List.of());
  }

  /** Returns whether the rows of the table can be gone through in batches. */
  boolean hasKey(ColumnPlace place) {
    return !key(place).isEmpty();
  }

  /** Returns the statement that fills a column in batches; the table must have a key for it. */
  SqlText batches(ColumnPlace place, SqlText value, Optional<SqlText> where) {
    String rows = where.map(it -> "(" + it + ") AND ").orElse("");
    return new KeyBatches(draft.sql(), place.table(), key(place))
        .each(
            "",
            range ->
                "UPDATE %s SET %s = %s\n        WHERE %s%s"
                    .formatted(
                        draft.sql().table(place.table()),
                        draft.sql().column(place.column()),
                        value.text(),
                        rows,
                        range));
  }
}
