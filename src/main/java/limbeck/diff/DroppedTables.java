package limbeck.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.TableOperation;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Drops the tables that are gone, each before those it refers to; circles are opened first. */
final class DroppedTables {
  private final Side left;
  private final Side right;
  private final DiffOptions options;
  private final Collected found;

  DroppedTables(Side left, Side right, DiffOptions options, Collected found) {
    this.left = left;
    this.right = right;
    this.options = options;
    this.found = found;
  }

  void drop() {
    SortedMap<TableName, Table> waiting = new TreeMap<>();
    for (Table table : left.original().tables().values()) {
      if (right.original().table(table.name()).isEmpty()) {
        waiting.put(table.name(), table);
      }
    }
    Set<String> wanted = waiting.isEmpty() ? Set.of() : namesOfIndexes(right.original());
    waiting.values().forEach(it -> freeNames(it, wanted));
    while (!waiting.isEmpty()) {
      Optional<Table> free =
          waiting.values().stream().filter(it -> referrers(it, waiting).isEmpty()).findFirst();
      Table next = free.orElseGet(() -> waiting.values().iterator().next());
      for (Table referrer : referrers(next, waiting)) {
        open(referrer, next.name());
      }
      waiting.remove(next.name());
      found.add(
          Stage.DROP_TABLE,
          new TableOperation.DropTable(next.name(), false, false),
          "table " + next.name() + " is gone");
    }
  }

  private static List<Table> referrers(Table table, SortedMap<TableName, Table> waiting) {
    return waiting.values().stream()
        .filter(it -> !it.name().equals(table.name()))
        .filter(it -> it.foreignKeys().stream().anyMatch(k -> k.target().equals(table.name())))
        .toList();
  }

  private void open(Table referrer, TableName target) {
    for (Constraint.ForeignKey key : referrer.foreignKeys()) {
      if (key.target().equals(target)) {
        options
            .names()
            .nameOf(key, referrer)
            .ifPresent(
                name ->
                    found.add(
                        Stage.DROP_FOREIGN_KEY,
                        new ConstraintOperation.DropConstraint(
                            referrer.name(),
                            name,
                            Optional.of(ConstraintOperation.Kind.FOREIGN_KEY),
                            false,
                            false),
                        "tables " + referrer.name() + " and " + target + " refer to each other"));
      }
    }
  }

  /** An index name is taken until its table is dropped, which comes after others are created. */
  private void freeNames(Table table, Set<String> wanted) {
    if (!options.names().sharedByTables()) {
      return;
    }
    for (Index index : table.indexes()) {
      Optional<IndexName> name = options.names().nameOf(index, table);
      if (name.isPresent() && wanted.contains(key(table.name(), name.orElseThrow().text()))) {
        found.add(
            Stage.DROP_INDEX,
            new IndexOperation.DropIndex(
                Optional.of(table.name()), table.name().schema(), name.orElseThrow(), false, false),
            "another index takes the name " + name.orElseThrow());
      }
    }
    for (Constraint constraint : table.constraints()) {
      Optional<ConstraintName> name = options.names().nameOf(constraint, table);
      if (hasIndex(constraint)
          && name.isPresent()
          && wanted.contains(key(table.name(), name.orElseThrow().text()))) {
        found.add(
            Stage.DROP_CONSTRAINT,
            new ConstraintOperation.DropConstraint(
                table.name(),
                name.orElseThrow(),
                Optional.of(limbeck.operation.Invert.kind(constraint)),
                false,
                true),
            "another constraint takes the name " + name.orElseThrow());
      }
    }
  }

  private static boolean hasIndex(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> true;
      case Constraint.ForeignKey _, Constraint.Check _ -> false;
    };
  }

  private static String key(TableName table, String name) {
    return table.schema().orElse("") + "." + name;
  }

  private Set<String> namesOfIndexes(Schema schema) {
    List<String> names = new ArrayList<>();
    for (Table table : schema.tables().values()) {
      for (Index index : table.indexes()) {
        options
            .names()
            .nameOf(index, table)
            .ifPresent(it -> names.add(key(table.name(), it.text())));
      }
      for (Constraint constraint : table.constraints()) {
        if (hasIndex(constraint)) {
          options
              .names()
              .nameOf(constraint, table)
              .ifPresent(it -> names.add(key(table.name(), it.text())));
        }
      }
    }
    return new HashSet<>(names);
  }
}
