package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import limbeck.operation.Apply;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.DialectName;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The indexes that InnoDB makes for foreign keys without being asked (MySQL 8.0, chapter 15.1.20.5)
 * and leaves behind when a key goes. No schema states them.
 */
final class ReferenceIndexes {
  private final Draft draft;

  ReferenceIndexes(Draft draft) {
    this.draft = draft;
  }

  /**
   * Returns what takes away the index that a dropped foreign key leaves behind, under whatever name
   * it has; nothing when there is none, or something needs it.
   *
   * @param before the schema before the drop
   * @param wanted the schema in the end
   */
  static List<IndexOperation.DropIndex> leftBy(
      ConstraintOperation.DropConstraint drop, Schema before, Schema wanted, DefaultNames names) {
    Optional<Table> table = before.table(drop.table());
    Optional<Table> end = wanted.table(drop.table());
    Optional<Constraint.ForeignKey> key = table.flatMap(it -> key(it, drop.name(), names));
    if (key.isEmpty() || end.isEmpty()) {
      return List.of();
    }
    boolean goesAlong =
        key.get().columns().stream().noneMatch(it -> end.get().column(it).isPresent());
    boolean shared =
        table.get().foreignKeys().stream()
            .anyMatch(it -> !it.equals(key.get()) && begins(it.columns(), key.get().columns()));
    boolean comesBack =
        end.get().foreignKeys().stream()
            .anyMatch(
                it ->
                    it.columns().equals(key.get().columns())
                        && (key.get().name().isEmpty()
                            || it.name().equals(key.get().name())
                            || (it.name().isEmpty() && isGiven(key.get(), table.get(), names))));
    return goesAlong || shared || comesBack
        ? List.of()
        : names.referenceIndex(key.get(), table.get()).stream()
            .map(it -> dropped(drop.table(), it))
            .toList();
  }

  /**
   * A foreign key that steps aside for an index that served it: it comes back with one of its own.
   *
   * @param drop it goes
   * @param add it is there again
   */
  record Bare(ConstraintOperation.DropConstraint drop, ConstraintOperation.AddConstraint add) {}

  /** Returns the foreign keys that no index would serve any more after an operation. */
  static List<Bare> leftBare(Operation operation, Schema before, DefaultNames names) {
    Optional<TableName> holder =
        switch (operation) {
          case IndexOperation.DropIndex it -> it.table();
          case ConstraintOperation.DropConstraint it -> Optional.of(it.table());
          default -> Optional.empty(); // it takes no index away
        };
    Optional<Table> table = holder.flatMap(before::table);
    if (table.isEmpty() || !names.referencesHoldIndexes()) {
      return List.of();
    }
    Table left =
        Apply.apply(operation, before, names).schema().table(table.get().name()).orElseThrow();
    List<Bare> result = new ArrayList<>();
    for (Constraint.ForeignKey key : left.foreignKeys()) {
      Optional<ConstraintName> name = names.nameOf(key, table.get());
      boolean becomesBare =
          names.referenceIndex(key, table.get()).isEmpty()
              && !names.referenceIndex(key, left).isEmpty();
      if (becomesBare && name.isPresent()) {
        result.add(
            new Bare(
                new ConstraintOperation.DropConstraint(
                    left.name(),
                    name.get(),
                    Optional.of(ConstraintOperation.Kind.FOREIGN_KEY),
                    false,
                    false),
                new ConstraintOperation.AddConstraint(left.name(), key, Optional.empty())));
      }
    }
    return result;
  }

  private static IndexOperation.DropIndex dropped(TableName table, IndexName index) {
    return new IndexOperation.DropIndex(Optional.of(table), table.schema(), index, false, true);
  }

  private static Optional<Constraint.ForeignKey> key(
      Table table, ConstraintName name, DefaultNames names) {
    return table.foreignKeys().stream()
        .filter(it -> names.nameOf(it, table).equals(Optional.of(name)))
        .findFirst();
  }

  /** Whether an unnamed key would have been given the name the key has. */
  private static boolean isGiven(Constraint.ForeignKey key, Table table, DefaultNames names) {
    List<Constraint> others = new ArrayList<>(table.constraints());
    others.remove(key);
    return names
        .nameOfNew(key.withName(Optional.empty()), table.withConstraints(others))
        .equals(key.name());
  }

  private static boolean begins(List<ColumnName> index, List<ColumnName> columns) {
    return index.size() >= columns.size() && index.subList(0, columns.size()).equals(columns);
  }

  /**
   * Renames the index that was made for an unnamed foreign key, and has the name of its first
   * column, along with that column: Alembic's autogenerate would otherwise take it for an index
   * that no model states. Only MariaDB can leave it alone where it has another name already.
   *
   * @param before the schema before the column is renamed
   */
  void follow(ColumnPlace column, ColumnName to, Schema before) {
    DefaultNames names = draft.options().names();
    List<IndexName> own = List.of(new IndexName(column.column().text()));
    boolean follows =
        draft.options().dialect() == DialectName.MARIADB
            && before.table(column.table()).stream()
                .anyMatch(
                    table ->
                        table.foreignKeys().stream()
                            .filter(it -> it.name().isEmpty())
                            .anyMatch(it -> names.referenceIndex(it, table).equals(own)));
    if (follows) {
      draft.add(
          rename(column.table(), column.column(), to),
          "the index that was made for a foreign key has its column's name",
          Classification.TRANSFORMING,
          "only its name changes",
          false,
          Optional.of(List.of(Draft.Undo.of(rename(column.table(), to, column.column())))));
    }
  }

  private Operation rename(TableName table, ColumnName from, ColumnName to) {
    return new DataOperation.ExecuteSql(
        new SqlText(
            "ALTER TABLE "
                + draft.sql().table(table)
                + " RENAME INDEX IF EXISTS "
                + draft.sql().column(from)
                + " TO "
                + draft.sql().column(to)),
        new TreeSet<>(),
        new TreeSet<>());
  }
}
