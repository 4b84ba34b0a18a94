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
    boolean batched = draft.options().isOnline(place.table()) && !draft.hasNoRows(place.table());
    if (!batched || key.isEmpty()) {
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
        because + ", in batches that are committed one by one; it can be run again where it stopped",
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
            List.of(
                new ColumnChange.SetDefault(constant, Optional.empty()))),
        "the models ask for no server default",
        Classification.TRANSFORMING,
        "only new rows are concerned",
        false);
    return true;
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
        BEGIN
            SELECT %2$s INTO limbeck_first FROM %1$s ORDER BY %2$s LIMIT 1;
            WHILE FOUND LOOP
                SELECT %2$s INTO limbeck_last FROM (
                    SELECT %2$s FROM %1$s WHERE %2$s >= limbeck_first ORDER BY %2$s LIMIT %6$d
                ) AS batch ORDER BY %2$s DESC LIMIT 1;
                UPDATE %1$s SET %3$s = %4$s
                WHERE %5$s%2$s BETWEEN limbeck_first AND limbeck_last;
                COMMIT;
                SELECT %2$s INTO limbeck_first FROM %1$s WHERE %2$s > limbeck_last ORDER BY %2$s LIMIT 1;
            END LOOP;
        END
        $$"""
            .formatted(
                table,
                id,
                draft.sql().column(place.column()),
                value.text(),
                rows,
                BATCH));
  }
}
