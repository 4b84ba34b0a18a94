package limbeck.read.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Operation;
import limbeck.python.value.Value;
import limbeck.read.value.Constants;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Table;

/**
 * Where the columns of a table stand after Alembic has made it anew in a batch block: by {@code
 * partial_reordering} of the block, {@code insert_before} and {@code insert_after} of its {@code
 * add_column}. Alembic sorts the columns by pairs of which one stands before the other; this makes
 * the same pairs, in the names the columns have when the block begins.
 */
final class BatchOrder {
  /**
   * What {@code add_column} says of the place of its column.
   *
   * @param before the column it is put in front of
   * @param after the column it is put behind
   */
  record Place(Optional<ColumnName> before, Optional<ColumnName> after) {}

  private record Pair(ColumnName first, ColumnName second) {}

  private final Map<ColumnName, Place> places;
  private final boolean partial;
  private final List<ColumnName> existing;

  /** The columns in the order of a dictionary: what is added comes last. */
  private final Set<ColumnName> columns;

  private final List<Pair> pairs = new ArrayList<>();
  private final List<Pair> added = new ArrayList<>();
  private final Map<ColumnName, ColumnName> renamed = new HashMap<>();
  private boolean refused;

  private BatchOrder(Table table, List<List<ColumnName>> partial, Map<ColumnName, Place> places) {
    this.places = places;
    this.partial = !partial.isEmpty();
    this.existing = new ArrayList<>(table.columns().stream().map(Column::name).toList());
    this.columns = new LinkedHashSet<>(existing);
    for (List<ColumnName> row : partial) {
      for (int i = 1; i < row.size(); i++) {
        pairs.add(new Pair(row.get(i - 1), row.get(i)));
      }
    }
  }

  /** Returns whether a block says anything of the order of columns. */
  static boolean isAsked(Value.Call batch, Map<ColumnName, Place> places) {
    return !partial(batch).isEmpty() || !places.isEmpty();
  }

  /**
   * Returns the order after a block; empty when Alembic fails to find one.
   *
   * @param batch the call that opens the block
   * @param table as it is before
   * @param operations of the block
   * @param places of the columns it adds
   */
  static Optional<List<ColumnName>> of(
      Value.Call batch, Table table, List<Operation> operations, Map<ColumnName, Place> places) {
    BatchOrder order = new BatchOrder(table, partial(batch), places);
    operations.forEach(order::follow);
    return order.refused ? Optional.empty() : order.sorted();
  }

  private static List<List<ColumnName>> partial(Value.Call batch) {
    return Optional.ofNullable(batch.keywords().get("partial_reordering"))
        .flatMap(Constants::items)
        .orElse(List.of())
        .stream()
        .map(
            row ->
                Constants.items(row).orElse(List.of()).stream()
                    .flatMap(it -> Constants.text(it).stream())
                    .map(ColumnName::new)
                    .toList())
        .toList();
  }

  private void follow(Operation operation) {
    if (operation instanceof ColumnOperation.AddColumn add) {
      add(add.column().name());
    } else if (operation instanceof ColumnOperation.DropColumn drop) {
      columns.remove(drop.column());
      existing.remove(drop.column());
    } else if (operation instanceof ColumnOperation.AlterColumn alter) {
      for (ColumnChange change : alter.changes()) {
        if (change instanceof ColumnChange.Rename(ColumnName to)) {
          renamed.put(alter.column(), to);
        }
      }
    }
  }

  private void add(ColumnName column) {
    Place place = places.getOrDefault(column, new Place(Optional.empty(), Optional.empty()));
    Optional<ColumnName> before = place.before();
    Optional<ColumnName> after = place.after();
    if (!partial) {
      if (after.isPresent() && before.isEmpty()) {
        before = next(after.get());
      } else if (before.isPresent() && after.isEmpty()) {
        after = previous(before.get());
      } else if (before.isEmpty() && !existing.isEmpty()) {
        after = Optional.of(existing.getLast());
      }
    }
    before.ifPresent(it -> added.add(new Pair(column, it)));
    after.ifPresent(it -> added.add(new Pair(it, column)));
    columns.add(column);
  }

  private Optional<ColumnName> next(ColumnName column) {
    int at = existing.indexOf(column);
    if (at >= 0) {
      return at + 1 < existing.size() ? Optional.of(existing.get(at + 1)) : Optional.empty();
    }
    Optional<ColumnName> found =
        added.reversed().stream()
            .filter(it -> it.first().equals(column))
            .map(Pair::second)
            .findFirst();
    refused |= found.isEmpty();
    return found;
  }

  private Optional<ColumnName> previous(ColumnName column) {
    int at = existing.indexOf(column);
    if (at >= 0) {
      return at > 0 ? Optional.of(existing.get(at - 1)) : Optional.empty();
    }
    Optional<ColumnName> found =
        added.reversed().stream()
            .filter(it -> it.second().equals(column))
            .map(Pair::first)
            .findFirst();
    refused |= found.isEmpty();
    return found;
  }

  /** In rounds, as SQLAlchemy sorts: each takes all that nothing stands in front of. */
  private Optional<List<ColumnName>> sorted() {
    List<Pair> all = new ArrayList<>(pairs);
    if (!partial) {
      for (int i = 1; i < existing.size(); i++) {
        all.add(new Pair(existing.get(i - 1), existing.get(i)));
      }
    }
    all.addAll(added);
    all.removeIf(it -> it.first().equals(it.second()));
    List<ColumnName> result = new ArrayList<>();
    Set<ColumnName> left = new LinkedHashSet<>(columns);
    while (!left.isEmpty()) {
      Set<ColumnName> held = new HashSet<>();
      all.stream().filter(it -> left.contains(it.first())).forEach(it -> held.add(it.second()));
      List<ColumnName> round = left.stream().filter(it -> !held.contains(it)).toList();
      if (round.isEmpty()) {
        return Optional.empty();
      }
      result.addAll(round);
      round.forEach(left::remove);
    }
    return Optional.of(result.stream().map(it -> renamed.getOrDefault(it, it)).toList());
  }
}
