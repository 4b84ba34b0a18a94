package limbeck.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.TableName;

/**
 * The indexes that go, of a database in which a foreign key needs one that begins with its own
 * columns: InnoDB refuses to drop the last of them while the key is there.
 */
final class LostIndexes {
  private final Side left;
  private final Map<TableName, List<List<ColumnName>>> lost = new HashMap<>();

  LostIndexes(Side left) {
    this.left = left;
  }

  void lose(TableName table, Constraint constraint) {
    lost.computeIfAbsent(table, _ -> new ArrayList<>()).add(columns(constraint));
  }

  void lose(TableName table, Index index) {
    lost.computeIfAbsent(table, _ -> new ArrayList<>()).add(columns(index));
  }

  /** Returns whether no index is left that served a foreign key of the table. */
  boolean leaveBare(TableName table, Constraint.ForeignKey key) {
    long gone = lost.getOrDefault(table, List.of()).stream().filter(it -> serves(it, key)).count();
    long all =
        Stream.concat(
                left.constraints(table).stream().map(it -> columns(it.structure())),
                left.indexes(table).stream().map(it -> columns(it.structure())))
            .filter(it -> serves(it, key))
            .count();
    return gone > 0 && gone == all;
  }

  private static boolean serves(List<ColumnName> index, Constraint.ForeignKey key) {
    int size = key.columns().size();
    return index.size() >= size && index.subList(0, size).equals(key.columns());
  }

  private static List<ColumnName> columns(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey it -> it.columns();
      case Constraint.Unique it -> it.columns();
      case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ -> List.of();
    };
  }

  private static List<ColumnName> columns(Index index) {
    return index.elements().stream()
        .map(IndexElement::column)
        .takeWhile(Optional::isPresent)
        .map(Optional::orElseThrow)
        .toList();
  }
}
