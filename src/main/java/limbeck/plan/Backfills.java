package limbeck.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.DataOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.SqlText;
import limbeck.schema.Table;

/** Plans how existing rows get a value: at once, or in batches while others go on writing. */
final class Backfills {
  private static final int BATCH = 10_000;

  private final Draft draft;

  Backfills(Draft draft) {
    this.draft = draft;
  }

  /**
   * Fills a column of existing rows.
   *
   * @param where which rows; empty is all
   */
  void fill(
      ColumnPlace place, SqlText value, Optional<SqlText> where, String because, String reason) {
    Optional<ColumnName> key = key(place);
    if (!isOnline(place) || key.isEmpty()) {
      draft.addFleeting(
          new DataOperation.Backfill(place.table(), place.column(), value, where),
          because,
          Classification.DATA,
          reason,
          false);
      return;
    }
    draft.addFleeting(
        new DataOperation.ExecuteSql(
            batches(place, key.orElseThrow(), value, where),
            new TreeSet<>(Set.of(place.table())),
            new TreeSet<>(Set.of(place.table()))),
        because
            + ", in batches that are committed one by one; it can be run again where it stopped",
        Classification.DATA,
        reason,
        true);
  }

  /**
   * Adds a required column of a large table with one constant for all rows there are: as a default
   * that is taken away again it is stored once, and no row is written.
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
    draft.addFleeting(
        new ColumnOperation.AlterColumn(
            place.table(),
            place.column(),
            List.of(new ColumnChange.SetDefault(constant, Optional.empty()))),
        "the models ask for no server default",
        Classification.TRANSFORMING,
        "only new rows are concerned",
        false);
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
    String table = draft.sql().table(place.table());
    String column = draft.sql().column(place.column());
    String function =
        """
        CREATE OR REPLACE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.%s IS NULL THEN
                NEW.%s := (SELECT %s FROM (SELECT NEW.*) AS %s);
            END IF;
            RETURN NEW;
        END
        $$"""
            .formatted(
                function(place),
                column,
                column,
                value.text(),
                draft.options().quote().apply(place.table().name()));
    String because = "rows that others write meanwhile get the same value";
    execute(place, function, because);
    execute(place, "DROP TRIGGER IF EXISTS " + trigger(place) + " ON " + table, because);
    execute(
        place,
        "CREATE TRIGGER %s BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(trigger(place), table, function(place)),
        because);
  }

  /** Takes away what {@link #guard} made, if it made anything. */
  void unguard(ColumnPlace place) {
    boolean guarded =
        draft.steps().stream()
            .anyMatch(
                it ->
                    it.classified().step().operation() instanceof DataOperation.ExecuteSql sql
                        && sql.statement().text().startsWith("CREATE TRIGGER " + trigger(place)));
    if (guarded) {
      String because = "every program gives a value from now on";
      String table = draft.sql().table(place.table());
      execute(place, "DROP TRIGGER " + trigger(place) + " ON " + table, because);
      execute(place, "DROP FUNCTION " + function(place) + "()", because);
    }
  }

  private void execute(ColumnPlace place, String sql, String because) {
    draft.addFleeting(
        new DataOperation.ExecuteSql(
            new SqlText(sql), new TreeSet<>(), new TreeSet<>(Set.of(place.table()))),
        because,
        Classification.DATA,
        "it goes again",
        false);
  }

  private String trigger(ColumnPlace place) {
    String name = "limbeck_fill_" + place.table().name() + "_" + place.column();
    return draft.options().quote().apply(NotNullSteps.cut(name));
  }

  private String function(ColumnPlace place) {
    return place.table().schema().map(it -> draft.options().quote().apply(it) + ".").orElse("")
        + trigger(place);
  }

  private boolean isOnline(ColumnPlace place) {
    return draft.options().isOnline(place.table()) && !draft.hasNoRows(place.table());
  }

  private Optional<ColumnName> key(ColumnPlace place) {
    Optional<Table> table = draft.schema().table(place.table());
    return table.stream()
        .flatMap(it -> it.constraints().stream())
        .filter(Constraint.PrimaryKey.class::isInstance)
        .map(it -> ((Constraint.PrimaryKey) it).columns())
        .filter(it -> it.size() == 1 && !it.contains(place.column()))
        .map(List::getFirst)
        .filter(it -> table.flatMap(found -> found.column(it)).map(Column::type).isPresent())
        .findFirst();
  }

  /** The end is the last row of the beginning: others may add rows faster than they are met. */
  private SqlText batches(
      ColumnPlace place, ColumnName key, SqlText value, Optional<SqlText> where) {
    String table = draft.sql().table(place.table());
    String id = draft.sql().column(key);
    String rows = where.map(it -> "(" + it + ") AND ").orElse("");
    return new SqlText(
        """
        DO $$
        DECLARE
            limbeck_first %1$s.%2$s%%TYPE;
            limbeck_last %1$s.%2$s%%TYPE;
            limbeck_end %1$s.%2$s%%TYPE;
        BEGIN
            SELECT %2$s INTO limbeck_end FROM %1$s ORDER BY %2$s DESC LIMIT 1;
            SELECT %2$s INTO limbeck_first FROM %1$s ORDER BY %2$s LIMIT 1;
            WHILE FOUND LOOP
                SELECT %2$s INTO limbeck_last FROM (
                    SELECT %2$s FROM %1$s WHERE %2$s BETWEEN limbeck_first AND limbeck_end
                    ORDER BY %2$s LIMIT %6$d
                ) AS batch ORDER BY %2$s DESC LIMIT 1;
                UPDATE %1$s SET %3$s = %4$s
                WHERE %5$s%2$s BETWEEN limbeck_first AND limbeck_last;
                COMMIT;
                SELECT %2$s INTO limbeck_first FROM %1$s
                WHERE %2$s > limbeck_last AND %2$s <= limbeck_end ORDER BY %2$s LIMIT 1;
            END LOOP;
        END
        $$"""
            .formatted(table, id, draft.sql().column(place.column()), value.text(), rows, BATCH));
  }
}
