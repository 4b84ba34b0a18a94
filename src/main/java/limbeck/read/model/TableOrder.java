package limbeck.read.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import limbeck.python.value.Value;
import limbeck.read.table.ColumnDraft;
import limbeck.read.table.ConstraintDraft;
import limbeck.read.table.TableDraft;
import limbeck.read.table.TableSet;
import limbeck.read.value.Constants;

/**
 * The order of {@code MetaData.sorted_tables}: by name, each after those it refers to, as {@code
 * sqlalchemy.util.topological} sorts.
 */
final class TableOrder {
  private TableOrder() {}

  /** Returns the tables in that order; empty when it cannot be told. */
  static Optional<List<TableDraft>> sorted(TablesSoFar.Reading reading, Value metadata) {
    return reading
        .finder()
        .of(metadata)
        .filter(_ -> reading.unknown().stream().noneMatch(it -> it.contains("table")))
        .map(reading.family()::set)
        .flatMap(TableOrder::sorted);
  }

  private static Optional<List<TableDraft>> sorted(TableSet set) {
    List<TableDraft> todo = new ArrayList<>(set.tables());
    todo.sort(Comparator.comparing(it -> it.name().toString()));
    Map<TableDraft, Set<TableDraft>> needed = new HashMap<>();
    for (TableDraft table : todo) {
      Optional<Set<TableDraft>> targets = targets(table, set);
      if (targets.isEmpty()) {
        return Optional.empty();
      }
      needed.put(table, targets.get());
    }
    List<TableDraft> result = new ArrayList<>();
    while (!todo.isEmpty()) {
      Set<TableDraft> waiting = new HashSet<>(todo);
      List<TableDraft> ready =
          todo.stream()
              .filter(it -> needed.getOrDefault(it, Set.of()).stream().noneMatch(waiting::contains))
              .toList();
      if (ready.isEmpty()) {
        return Optional.empty(); // A circle: the library goes on without the keys, and warns.
      }
      result.addAll(ready);
      todo.removeAll(ready);
    }
    return Optional.of(result);
  }

  private static Optional<Set<TableDraft>> targets(TableDraft table, TableSet set) {
    Set<TableDraft> result = new HashSet<>();
    List<ConstraintDraft.ForeignKey> keys =
        Stream.concat(
                table.columns().stream().map(ColumnDraft::foreignKeys).flatMap(List::stream),
                table.constraints().stream()
                    .filter(ConstraintDraft.ForeignKey.class::isInstance)
                    .map(ConstraintDraft.ForeignKey.class::cast))
            .toList();
    for (ConstraintDraft.ForeignKey key : keys) {
      Optional<TableDraft> target =
          key.targets().isEmpty() ? Optional.empty() : target(key.targets().getFirst(), table, set);
      if (target.isEmpty()) {
        return Optional.empty();
      }
      target.filter(it -> it != table).ifPresent(result::add);
    }
    return Optional.of(result);
  }

  private static Optional<TableDraft> target(Value value, TableDraft table, TableSet set) {
    List<TableSet.Located> located = set.columns(value);
    if (!located.isEmpty()) {
      return Optional.of(located.getFirst().table());
    }
    return Constants.text(value)
        .filter(it -> it.contains("."))
        .map(it -> it.substring(0, it.lastIndexOf('.')))
        .flatMap(
            it ->
                set.tables().stream()
                    .filter(
                        other ->
                            other.name().toString().equals(it)
                                || (!it.contains(".")
                                    && other.name().name().equals(it)
                                    && other.name().schema().equals(table.owner().schema())))
                    .findFirst());
  }
}
