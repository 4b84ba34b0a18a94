package limbeck.schema;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A table.
 *
 * <p>Columns keep the order of the source. Constraints and indexes are held in an order of their
 * own, so that two tables that state them differently ordered are equal.
 *
 * @param name its name
 * @param columns in order
 * @param constraints all of them, the primary key included
 * @param indexes those that do not belong to a constraint
 * @param comment the comment stored in the database
 * @param options what only one database has, by SQLAlchemy's keyword: {@code
 *     postgresql_partition_by}, {@code mysql_engine}, {@code sqlite_autoincrement}
 */
public record Table(
    TableName name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    Optional<String> comment,
    SortedMap<String, String> options) {

  private static final Comparator<Constraint> CONSTRAINT_ORDER =
      Comparator.<Constraint>comparingInt(Table::rank)
          .thenComparing(it -> it.name().map(ConstraintName::text).orElse(""))
          .thenComparing(Constraint::toString);

  private static final Comparator<Index> INDEX_ORDER =
      Comparator.<Index, String>comparing(it -> it.name().map(IndexName::text).orElse(""))
          .thenComparing(Index::toString);

  /** Copies the lists, orders constraints and indexes, and rejects two columns of one name. */
  public Table {
    columns = List.copyOf(columns);
    if (columns.stream().map(Column::name).distinct().count() != columns.size()) {
      throw new IllegalArgumentException("two columns of one name in " + name);
    }
    constraints = constraints.stream().sorted(CONSTRAINT_ORDER).toList();
    indexes = indexes.stream().sorted(INDEX_ORDER).toList();
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  private static int rank(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey _ -> 0;
      case Constraint.Unique _ -> 1;
      case Constraint.Check _ -> 2;
      case Constraint.Exclude _ -> 3;
      case Constraint.ForeignKey _ -> 4;
    };
  }

  /** Returns the column of that name. */
  public Optional<Column> column(ColumnName wanted) {
    return columns.stream().filter(it -> it.name().equals(wanted)).findFirst();
  }

  /** Returns the primary key. */
  public Optional<Constraint.PrimaryKey> primaryKey() {
    return constraints.stream()
        .filter(Constraint.PrimaryKey.class::isInstance)
        .map(Constraint.PrimaryKey.class::cast)
        .findFirst();
  }

  /** Returns the foreign keys. */
  public List<Constraint.ForeignKey> foreignKeys() {
    return constraints.stream()
        .filter(Constraint.ForeignKey.class::isInstance)
        .map(Constraint.ForeignKey.class::cast)
        .toList();
  }

  /** Returns the constraint of that name. */
  public Optional<Constraint> constraint(ConstraintName wanted) {
    return constraints.stream().filter(it -> it.name().equals(Optional.of(wanted))).findFirst();
  }

  /** Returns the index of that name. */
  public Optional<Index> index(IndexName wanted) {
    for (Index index : indexes) {
      if (index.name().isPresent() && index.name().get().equals(wanted)) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  /** Returns this table under another name. */
  public Table withName(TableName other) {
    return new Table(other, columns, constraints, indexes, comment, options);
  }

  /** Returns this table with other columns. */
  public Table withColumns(List<Column> other) {
    return new Table(name, other, constraints, indexes, comment, options);
  }

  /** Returns this table with one column replaced by what the function makes of it. */
  public Table mapColumn(ColumnName wanted, UnaryOperator<Column> change) {
    return withColumns(
        columns.stream().map(it -> it.name().equals(wanted) ? change.apply(it) : it).toList());
  }

  /** Returns this table with other constraints. */
  public Table withConstraints(List<Constraint> other) {
    return new Table(name, columns, other, indexes, comment, options);
  }

  /** Returns this table with other indexes. */
  public Table withIndexes(List<Index> other) {
    return new Table(name, columns, constraints, other, comment, options);
  }

  /** Returns this table with other options. */
  public Table withOptions(SortedMap<String, String> other) {
    return new Table(name, columns, constraints, indexes, comment, other);
  }

  /** Returns this table with another comment, or none. */
  public Table withComment(Optional<String> other) {
    return new Table(name, columns, constraints, indexes, other, options);
  }
}
