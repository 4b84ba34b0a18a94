package limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Partitions that come and go. A partition holds, in a schema, what it has beyond its parent: its
 * parts of the parent's keys, indexes and checks are the parent's.
 */
public final class Partitions {
  private static final String PARTITION_OF = "postgresql_partition_of";

  private Partitions() {}

  /** Returns which rows a partition holds, as the catalog prints it; empty for other tables. */
  public static Optional<String> bound(Table partition) {
    String of = partition.options().getOrDefault(PARTITION_OF, "");
    int values = of.lastIndexOf(" FOR VALUES ");
    if (values >= 0) {
      return Optional.of(of.substring(values + 1));
    }
    return of.endsWith(" DEFAULT") ? Optional.of("DEFAULT") : Optional.empty();
  }

  /** Returns the table that a partition is a part of, where the schema has it. */
  public static Optional<Table> parent(Table partition, Schema schema) {
    String of = partition.options().getOrDefault(PARTITION_OF, "");
    return schema.tables().values().stream()
        .filter(it -> of.startsWith(written(it.name()) + " "))
        .findFirst();
  }

  /** Returns the partitions of a table and those that inherit from it, at the first depth. */
  public static List<TableName> below(TableName table, Schema schema) {
    List<TableName> result = new ArrayList<>();
    for (Table other : schema.tables().values()) {
      if (!other.options().isEmpty() && isBelow(other, table)) {
        result.add(other.name());
      }
    }
    return result;
  }

  private static boolean isBelow(Table table, TableName parent) {
    String written = written(parent);
    return table.options().getOrDefault(PARTITION_OF, "").startsWith(written + " ")
        || List.of(table.options().getOrDefault("postgresql_inherits", "").split(", ", -1))
            .contains(written);
  }

  /**
   * Returns the operations that create a table. Parts of keys and indexes that have names of their
   * own come before the table is attached as a partition.
   */
  static List<Operation> creation(Table table, Schema schema) {
    Optional<Table> parent = parent(table, schema);
    Optional<String> bound = bound(table);
    if (parent.isEmpty() || bound.isEmpty() || withoutParts(table, parent.get()).equals(table)) {
      return List.of(new TableOperation.CreateTable(table, false));
    }
    SortedMap<String, String> options = new TreeMap<>(table.options());
    options.remove(PARTITION_OF);
    Table alone = withParts(table, parent.get(), DefaultNames.postgresql()).withOptions(options);
    return List.of(
        new TableOperation.CreateTable(alone, false),
        new TableOperation.AttachPartition(parent.get().name(), table.name(), bound.get()));
  }

  /**
   * Returns a partition without what is its part of the parent's keys, indexes and checks.
   *
   * @param partition that may still have them for its own
   */
  public static Table withoutParts(Table partition, Table parent) {
    Table named = DefaultNames.postgresql().named(parent);
    return partition
        .withConstraints(
            partition.constraints().stream()
                .filter(it -> named.constraints().stream().noneMatch(above -> isPart(it, above)))
                .toList())
        .withIndexes(
            partition.indexes().stream()
                .filter(it -> named.indexes().stream().noneMatch(above -> isPart(it, above)))
                .toList());
  }

  static void attach(TableOperation.AttachPartition operation, Fold fold) {
    Optional<Table> parent = table(operation.table(), fold);
    Optional<Table> partition = table(operation.partition(), fold);
    if (parent.isEmpty() || partition.isEmpty()) {
      return;
    }
    SortedMap<String, String> options = new TreeMap<>(partition.get().options());
    options.put(PARTITION_OF, written(operation.table()) + " " + operation.bound());
    fold.change(
        operation.partition(),
        it -> withoutGiven(it, parent.get(), fold.names()).withOptions(options));
  }

  static void detach(TableOperation.DetachPartition operation, Fold fold) {
    Optional<Table> parent = table(operation.table(), fold);
    Optional<Table> partition = table(operation.partition(), fold);
    if (parent.isEmpty()
        || partition.filter(it -> it.options().containsKey(PARTITION_OF)).isEmpty()) {
      return;
    }
    SortedMap<String, String> options = new TreeMap<>(partition.get().options());
    options.remove(PARTITION_OF);
    fold.change(
        operation.partition(),
        it -> withParts(it, parent.get(), fold.names()).withOptions(options));
  }

  private static Optional<Table> table(TableName name, Fold fold) {
    Optional<Table> found = fold.schema().table(name);
    if (found.isEmpty()) {
      fold.problem("there is no table " + name);
    }
    return found;
  }

  /** What undoes a partition's having got keys and indexes that it did not have by itself. */
  static Stream<Operation> added(
      Schema before, Schema after, TableOperation.AttachPartition operation) {
    Optional<Table> had = before.table(operation.partition());
    Optional<Table> has = after.table(operation.partition());
    if (had.isEmpty() || has.isEmpty()) {
      return Stream.empty();
    }
    Table first = DefaultNames.postgresql().named(had.get());
    Table now = DefaultNames.postgresql().named(has.get());
    return Stream.concat(
        now.constraints().stream()
            .filter(it -> !first.constraints().contains(it))
            .map(
                it ->
                    new ConstraintOperation.DropConstraint(
                        now.name(),
                        it.name().orElseThrow(),
                        Optional.of(Invert.kind(it)),
                        false,
                        false)),
        now.indexes().stream()
            .filter(it -> !first.indexes().contains(it))
            .map(
                it ->
                    new IndexOperation.DropIndex(
                        Optional.of(now.name()),
                        now.name().schema(),
                        it.name().orElseThrow(),
                        false,
                        false)));
  }

  /** A name of its own stays with the part of a key, and comes back with it. */
  private static Table withoutGiven(Table partition, Table parent, DefaultNames names) {
    Table bare = withoutParts(partition, parent);
    Table given = withParts(bare, parent, names);
    return partition
        .withConstraints(
            partition.constraints().stream()
                .filter(
                    it ->
                        bare.constraints().contains(it)
                            || !given
                                .constraints()
                                .contains(it.withName(names.nameOf(it, partition))))
                .toList())
        .withIndexes(
            partition.indexes().stream()
                .filter(
                    it ->
                        bare.indexes().contains(it)
                            || !given.indexes().contains(it.withName(names.nameOf(it, partition))))
                .toList());
  }

  private static Table withParts(Table partition, Table parent, DefaultNames names) {
    Table named = names.named(parent);
    Table result = partition;
    for (Constraint above : named.constraints()) {
      if (result.constraints().stream().noneMatch(it -> isPart(it, above))) {
        result = with(result, part(above), names);
      }
    }
    for (Index above : named.indexes()) {
      if (result.indexes().stream().noneMatch(it -> isPart(it, above))) {
        Index part = above.withName(Optional.empty());
        List<Index> more = new ArrayList<>(result.indexes());
        more.add(part.withName(names.nameOfNew(part, result)));
        result = result.withIndexes(more);
      }
    }
    return result;
  }

  private static Table with(Table table, Constraint constraint, DefaultNames names) {
    List<Constraint> more = new ArrayList<>(table.constraints());
    more.add(
        constraint.name().isPresent()
            ? constraint
            : constraint.withName(names.nameOfNew(constraint, table)));
    return table.withConstraints(more);
  }

  /** The part of a key is an index, whose name is its own; other parts are called the same. */
  private static Constraint part(Constraint above) {
    return switch (above) {
      case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ ->
          above.withName(Optional.empty());
      case Constraint.ForeignKey _, Constraint.Check _ -> above;
    };
  }

  private static boolean isPart(Constraint own, Constraint above) {
    return own.withName(above.name()).equals(above);
  }

  private static boolean isPart(Index own, Index above) {
    return own.withName(above.name()).equals(above);
  }

  private static String written(TableName name) {
    return name.schema().map(it -> Identifiers.quoted(it) + ".").orElse("")
        + Identifiers.quoted(name.name());
  }
}
