package limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * InnoDB's names for the unnamed: the primary key is {@code PRIMARY}, a unique constraint takes the
 * name of its first column, foreign keys and checks are numbered as they come.
 *
 * <p>Which of several has which number the schema does not tell, so only the name of a single one
 * is known; of several, the number is noted when they come. What is new is named by its columns
 * instead, so that a downgrade finds it again.
 *
 * @param mariadb whether checks are numbered as MariaDB does
 */
record MysqlNames(boolean mariadb) implements DefaultNames {
  @Override
  public Optional<ConstraintName> nameOf(Constraint constraint, Table table) {
    if (constraint instanceof Constraint.PrimaryKey) {
      return name("PRIMARY"); // whatever the source calls it
    }
    return constraint
        .name()
        .or(
            () ->
                switch (constraint) {
                  case Constraint.PrimaryKey _ -> name("PRIMARY");
                  case Constraint.Unique it -> unique(it, table);
                  case Constraint.ForeignKey _ ->
                      single(table, Constraint.ForeignKey.class, table.name().name() + "_ibfk_1");
                  case Constraint.Check _ ->
                      single(
                          table,
                          Constraint.Check.class,
                          mariadb ? "CONSTRAINT_1" : table.name().name() + "_chk_1");
                  case Constraint.Exclude _ -> Optional.empty();
                });
  }

  @Override
  public Optional<IndexName> nameOf(Index index, Table table) {
    return index.name();
  }

  @Override
  public Optional<ConstraintName> nameOfNew(Constraint constraint, Table table) {
    return constraint
        .name()
        .or(
            () ->
                switch (constraint) {
                  case Constraint.PrimaryKey _ -> name("PRIMARY");
                  case Constraint.Unique it -> newUnique(it, table);
                  case Constraint.ForeignKey _ -> BatchNames.nameOf(constraint, table.name());
                  case Constraint.Check _, Constraint.Exclude _ -> checkOf(table);
                });
  }

  @Override
  public Table created(Table table, List<Constraint> inColumns, List<Constraint> inOrder) {
    // MariaDB calls the check in a column like the column, and does not count it.
    List<Constraint> counted = new ArrayList<>(mariadb ? List.of() : inColumns);
    counted.addAll(inOrder);
    return new InnodbNumbers(mariadb).created(table, counted, it -> nameOf(it, table).isEmpty());
  }

  @Override
  public Constraint added(Constraint constraint, Table table) {
    if (constraint.name().isPresent() || !(constraint instanceof Constraint.ForeignKey)) {
      return constraint;
    }
    Optional<ConstraintName> given = new InnodbNumbers(mariadb).added(named(table));
    List<Constraint> all = new ArrayList<>(table.constraints());
    all.add(constraint);
    return given.equals(nameOf(constraint, table.withConstraints(all)))
        ? constraint
        : constraint.withName(given);
  }

  @Override
  public Table renamed(Table table, TableName to) {
    Table stored =
        table.withConstraints(
            table.constraints().stream()
                .map(it -> it instanceof Constraint.Unique ? it.withName(nameOf(it, table)) : it)
                .toList());
    return new InnodbNumbers(mariadb).renamed(stored, to);
  }

  @Override
  public boolean sharedByTables() {
    return false;
  }

  @Override
  public boolean referencesHoldIndexes() {
    return true;
  }

  /**
   * An index that begins with the key's columns serves it, and replaces the one made for it. That
   * has the key's name, or its first column's if the key was made without a name; it keeps that
   * when another key over the same columns takes the place of the first.
   */
  @Override
  public List<IndexName> referenceIndex(Constraint.ForeignKey key, Table table) {
    boolean served =
        table.constraints().stream().anyMatch(it -> begins(indexed(it), key.columns()))
            || table.indexes().stream().anyMatch(it -> begins(indexed(it), key.columns()));
    return served
        ? List.of()
        : indexNames(key, table)
            .map(IndexName::new)
            .filter(it -> table.index(it).isEmpty())
            .filter(it -> !isNamed(table, it))
            .toList();
  }

  private static Stream<String> indexNames(Constraint.ForeignKey key, Table table) {
    Stream<String> own = key.name().map(ConstraintName::text).stream();
    Stream<String> first = key.columns().stream().limit(1).map(ColumnName::text);
    return InnodbNumbers.isGiven(key, table)
        ? Stream.concat(first, own)
        : Stream.concat(own, first);
  }

  private static boolean isNamed(Table table, IndexName name) {
    return table
        .constraint(new ConstraintName(name.text()))
        .filter(it -> it instanceof Constraint.Unique)
        .isPresent();
  }

  private static List<ColumnName> indexed(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey it -> it.columns();
      case Constraint.Unique it -> it.columns();
      case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ -> List.of();
    };
  }

  private static List<ColumnName> indexed(Index index) {
    return index.elements().stream()
        .map(IndexElement::column)
        .takeWhile(Optional::isPresent)
        .map(Optional::orElseThrow)
        .toList();
  }

  private static boolean begins(List<ColumnName> index, List<ColumnName> columns) {
    return index.size() >= columns.size() && index.subList(0, columns.size()).equals(columns);
  }

  /** The primary key's name is none that could be given to it. */
  @Override
  public Table named(Table table) {
    return table.withConstraints(
        table.constraints().stream()
            .map(it -> it instanceof Constraint.PrimaryKey ? it : it.withName(nameOf(it, table)))
            .toList());
  }

  /** A unique constraint is an index, so that it cannot have the name of another one. */
  private static Optional<ConstraintName> newUnique(Constraint.Unique unique, Table table) {
    Optional<ConstraintName> own = first(unique).filter(it -> !isTaken(it, table));
    return own.or(() -> BatchNames.nameOf(unique, table.name()));
  }

  private static Optional<ConstraintName> checkOf(Table table) {
    for (int number = 1; ; number++) {
      ConstraintName free = new ConstraintName("ck_" + table.name().name() + "_" + number);
      if (table.constraint(free).isEmpty()) {
        return Optional.of(free);
      }
    }
  }

  private static Optional<ConstraintName> unique(Constraint.Unique unique, Table table) {
    Optional<ConstraintName> name = first(unique);
    long alike =
        table.constraints().stream()
            .filter(it -> it.name().isEmpty())
            .filter(it -> it instanceof Constraint.Unique other && first(other).equals(name))
            .count();
    return name.filter(it -> alike == 1 && !isTaken(it, table));
  }

  private static Optional<ConstraintName> first(Constraint.Unique unique) {
    return unique.columns().stream().findFirst().map(ColumnName::text).map(ConstraintName::new);
  }

  private static boolean isTaken(ConstraintName name, Table table) {
    return table.constraint(name).isPresent()
        || table.index(new IndexName(name.text())).isPresent();
  }

  private static Optional<ConstraintName> single(
      Table table, Class<? extends Constraint> kind, String text) {
    List<Constraint> unnamed =
        table.constraints().stream()
            .filter(it -> it.name().isEmpty() && kind.isInstance(it))
            .toList();
    return name(text).filter(it -> unnamed.size() == 1 && table.constraint(it).isEmpty());
  }

  private static Optional<ConstraintName> name(String text) {
    return Optional.of(new ConstraintName(text));
  }
}
