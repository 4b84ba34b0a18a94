package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Identifiers;
import limbeck.operation.Operation;
import limbeck.operation.Partitions;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * What PostgreSQL refuses to do to partitions, heirs and partitioned tables, whatever their rows
 * are.
 */
final class InheritanceRefusals {
  private static final String PARTITION_OF = "postgresql_partition_of";
  private static final String PARTITION_BY = "postgresql_partition_by";

  private final Schema before;
  private final EffectList effects;

  InheritanceRefusals(Schema before, EffectList effects) {
    this.before = before;
    this.effects = effects;
  }

  void add(Operation operation) {
    switch (operation) {
      case ColumnOperation.AddColumn add -> {
        if (parents(add.table(), PARTITION_OF).findAny().isPresent()) {
          effects.fails("42809", add.table() + " is a partition: its parent takes the column");
        }
      }
      case ColumnOperation.DropColumn drop -> {
        inherited(drop.table(), drop.column(), "dropped");
        partitionKey(drop.table(), drop.column(), "dropped");
      }
      case ColumnOperation.AlterColumn alter ->
          alter.changes().forEach(it -> change(alter.table(), alter.column(), it));
      case ConstraintOperation.AddConstraint(TableName table, Constraint constraint, var _) ->
          before.table(table).ifPresent(it -> key(it, constraint));
      case TableOperation.CreateTable(Table table, boolean _) -> {
        table.constraints().forEach(it -> key(table, it));
        partitionOf(table);
      }
      default -> {
        // No other operation depends on what a table inherits.
      }
    }
  }

  private void change(TableName table, ColumnName column, ColumnChange change) {
    switch (change) {
      case ColumnChange.SetType _ -> {
        inherited(table, column, "given another type");
        partitionKey(table, column, "given another type");
      }
      case ColumnChange.Rename _ -> inherited(table, column, "renamed");
      case ColumnChange.SetNullable _,
          ColumnChange.SetDefault _,
          ColumnChange.SetGeneration _,
          ColumnChange.SetAutoincrement _,
          ColumnChange.SetComment _ -> {}
    }
  }

  private void inherited(TableName table, ColumnName column, String what) {
    Stream.concat(parents(table, PARTITION_OF), parents(table, "postgresql_inherits"))
        .filter(it -> it.column(column).isPresent())
        .findFirst()
        .ifPresent(
            it ->
                effects.fails(
                    "42P16",
                    table
                        + "."
                        + column
                        + " is inherited from "
                        + it.name()
                        + ": there it is "
                        + what));
  }

  private void partitionKey(TableName table, ColumnName column, String what) {
    if (before.table(table).flatMap(InheritanceRefusals::partitionKey).stream()
        .anyMatch(it -> Identifiers.mentions(it, column.text()))) {
      effects.fails(
          "42P16", table + "." + column + " is in the partition key, so it is not " + what);
    }
  }

  private static Optional<SqlText> partitionKey(Table table) {
    return Optional.ofNullable(table.options().get(PARTITION_BY))
        .map(it -> new SqlText(it.substring(Math.max(0, it.indexOf('(')))));
  }

  /** A key of a partitioned table is unique in each partition only, so it holds their key. */
  private void key(Table table, Constraint constraint) {
    List<ColumnName> columns =
        switch (constraint) {
          case Constraint.PrimaryKey key -> key.columns();
          case Constraint.Unique key -> key.columns();
          case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ -> List.of();
        };
    Optional<SqlText> key = partitionKey(table);
    if (columns.isEmpty() || key.isEmpty()) {
      return;
    }
    table.columns().stream()
        .map(Column::name)
        .filter(it -> Identifiers.mentions(key.get(), it.text()) && !columns.contains(it))
        .findFirst()
        .ifPresent(
            it ->
                effects.fails(
                    "0A000",
                    "a key of the partitioned table "
                        + table.name()
                        + " holds "
                        + it
                        + ", by which it is partitioned"));
  }

  private void partitionOf(Table table) {
    parents(table, PARTITION_OF)
        .filter(it -> !it.options().containsKey(PARTITION_BY))
        .forEach(it -> effects.fails("42P17", "the table " + it.name() + " is not partitioned"));
    Partitions.bound(table)
        .ifPresent(
            bound ->
                Partitions.parent(table, before)
                    .ifPresent(it -> new PartitionBounds(before, effects).taken(it.name(), bound)));
  }

  private Stream<Table> parents(TableName table, String option) {
    return before.table(table).stream().flatMap(it -> parents(it, option));
  }

  private Stream<Table> parents(Table table, String option) {
    SqlText stated = new SqlText(table.options().getOrDefault(option, ""));
    return before.tables().values().stream()
        .filter(it -> Identifiers.mentions(stated, it.name().name()));
  }

  /** What stands against a table's becoming a partition of, or an heir to, another. */
  void joins(TableName child, TableName parent, boolean partition) {
    Optional<Table> above = before.table(parent);
    Optional<Table> below = before.table(child);
    if (above.isEmpty() || below.isEmpty()) {
      effects.fails("42P01", "there is no table " + (above.isEmpty() ? parent : child));
      return;
    }
    if (partition && !above.get().options().containsKey(PARTITION_BY)) {
      effects.fails("42809", "the table " + parent + " is not partitioned");
      return;
    }
    if (parents(child, partition ? PARTITION_OF : "postgresql_inherits")
        .anyMatch(it -> it.name().equals(parent))) {
      effects.fails(partition ? "42809" : "42P07", child + " is below " + parent + " already");
    }
    Set<ColumnName> own = names(below.get());
    names(above.get()).stream()
        .filter(it -> !own.contains(it))
        .findFirst()
        .ifPresent(it -> effects.fails("42804", child + " lacks the column " + it));
    Set<ColumnName> wanted = names(above.get());
    own.stream()
        .filter(it -> partition && !wanted.contains(it))
        .findFirst()
        .ifPresent(
            it ->
                effects.fails(
                    "42804", child + " has a column " + it + " that " + parent + " has not"));
  }

  /** What stands against a table's leaving another. */
  void leaves(TableName child, TableName parent, boolean partition) {
    boolean known = before.table(child).isPresent() && before.table(parent).isPresent();
    boolean below =
        parents(child, partition ? PARTITION_OF : "postgresql_inherits")
            .anyMatch(it -> it.name().equals(parent));
    if (known && !below) {
      effects.fails("42P01", child + " is not below " + parent);
    }
  }

  private static Set<ColumnName> names(Table table) {
    return table.columns().stream()
        .map(Column::name)
        .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
  }
}
