package limbeck.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Dependents;
import limbeck.operation.TableOperation;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Creates the tables that are new, each after those it refers to. A foreign key that closes a
 * circle, or needs something of an existing table that is changed later, is added at the end.
 */
final class NewTables {
  private final Side left;
  private final Side right;
  private final Disturbed disturbed;
  private final Collected found;

  NewTables(Side left, Side right, Disturbed disturbed, Collected found) {
    this.left = left;
    this.right = right;
    this.disturbed = disturbed;
    this.found = found;
  }

  void create() {
    SortedMap<TableName, Table> waiting = new TreeMap<>();
    for (Table table : right.original().tables().values()) {
      if (left.original().table(table.name()).isEmpty()) {
        waiting.put(table.name(), table);
      }
    }
    Set<TableName> created = new HashSet<>();
    while (!waiting.isEmpty()) {
      Table next =
          waiting.values().stream()
              .filter(it -> waitsFor(it, waiting).isEmpty())
              .findFirst()
              .orElseGet(() -> waiting.values().iterator().next());
      waiting.remove(next.name());
      created.add(next.name());
      create(next, created);
    }
  }

  private static List<TableName> waitsFor(Table table, SortedMap<TableName, Table> waiting) {
    return table.foreignKeys().stream()
        .map(Constraint.ForeignKey::target)
        .filter(it -> !it.equals(table.name()) && waiting.containsKey(it))
        .toList();
  }

  private void create(Table table, Set<TableName> created) {
    List<Constraint> inline = new ArrayList<>();
    for (Constraint it : table.constraints()) {
      boolean later =
          switch (it) {
            case Constraint.ForeignKey key -> !key.validated() || !isReady(key, created);
            case Constraint.Check check -> !check.validated();
            case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> false;
          };
      if (later) {
        found.add(
            Stage.ADD_FOREIGN_KEY,
            new ConstraintOperation.AddConstraint(table.name(), it, Optional.empty()),
            "table "
                + table.name()
                + " is created before what this constraint refers to is complete");
      } else {
        inline.add(it);
      }
    }
    found.add(
        Stage.CREATE_TABLE,
        new TableOperation.CreateTable(table.withConstraints(inline), false),
        "table " + table.name() + " is new");
  }

  private boolean isReady(Constraint.ForeignKey key, Set<TableName> created) {
    if (created.contains(key.target())) {
      return true;
    }
    if (left.original().table(key.target()).isEmpty()) {
      // A table that is not compared, or that nobody knows: not ours to wait for.
      return right.original().table(key.target()).isEmpty();
    }
    Table before = left.original().table(key.target()).orElseThrow();
    List<ColumnName> columns = Dependents.targetColumns(key, right.original());
    boolean steady =
        columns.stream()
            .allMatch(
                it -> before.column(it).isPresent() && !disturbed.isConverted(before.name(), it));
    Set<ColumnName> rests = new HashSet<>(columns);
    List<Object> after = right.keys(before.name(), rests);
    return steady && left.keys(before.name(), rests).stream().anyMatch(after::contains);
  }
}
