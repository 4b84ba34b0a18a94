package limbeck.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.operation.Identifiers;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Deferral;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Random tables, constraints and indexes that PostgreSQL accepts. */
final class RandomTable {
  static final List<String> NAMES =
      List.of("users", "tasks", "tags", "notes", "orders", "User", "audit_log", "items");

  private final RandomSource random;
  private final RandomColumn columns;

  RandomTable(RandomSource random) {
    this.random = random;
    this.columns = new RandomColumn(random);
  }

  /** A table with columns, a key, checks and indexes, but no foreign keys. */
  Table table(TableName name, Schema schema) {
    List<Column> own = new ArrayList<>();
    boolean keyed = !random.oneIn(8);
    if (keyed) {
      own.add(columns.key());
    }
    List<String> names = random.shuffled(RandomColumn.NAMES);
    int count = 1 + random.below(5);
    for (int i = 0; i < count; i++) {
      own.add(columns.plain(new ColumnName(names.get(i)), schema));
    }
    if (random.oneIn(4)) {
      own.add(columns.computed(new ColumnName("computed"), own.subList(keyed ? 1 : 0, own.size())));
    }
    Table table =
        new Table(
            name,
            own,
            keyed
                ? List.of(
                    new Constraint.PrimaryKey(
                        random.oneIn(2)
                            ? Optional.empty()
                            : Optional.of(new ConstraintName("pk_" + name.name())),
                        List.of(new ColumnName("id")),
                        Deferral.NOT_DEFERRABLE))
                : List.of(),
            List.of(),
            random.oneIn(5) ? Optional.of("table " + name) : Optional.empty(),
            new TreeMap<>());
    for (int i = random.below(3); i > 0; i--) {
      table = with(table, constraint(table));
    }
    for (int i = random.below(3); i > 0; i--) {
      table = with(table, index(table, schema));
    }
    return table;
  }

  /** The table with the constraint, unless one of that name or sense is there. */
  static Table with(Table table, Constraint constraint) {
    boolean there =
        table.constraints().stream()
            .anyMatch(
                it ->
                    (it.name().isPresent() && it.name().equals(constraint.name()))
                        || saysTheSame(it, constraint));
    if (there) {
      return table;
    }
    List<Constraint> all = new ArrayList<>(table.constraints());
    all.add(constraint);
    return table.withConstraints(all);
  }

  /**
   * Whether two constraints say the same; two foreign keys from one place to another do, since only
   * the order in which they were made tells their names apart.
   */
  static boolean saysTheSame(Constraint left, Constraint right) {
    if (left instanceof Constraint.ForeignKey one && right instanceof Constraint.ForeignKey other) {
      return one.columns().equals(other.columns())
          && one.target().equals(other.target())
          && one.targetColumns().equals(other.targetColumns());
    }
    return left.withName(Optional.empty()).equals(right.withName(Optional.empty()));
  }

  private static Table with(Table table, Index index) {
    boolean there =
        table.indexes().stream()
            .anyMatch(
                it ->
                    it.name().equals(index.name())
                        || it.withName(Optional.empty()).equals(index.withName(Optional.empty())));
    if (there) {
      return table;
    }
    List<Index> all = new ArrayList<>(table.indexes());
    all.add(index);
    return table.withIndexes(all);
  }

  private List<Column> comparable(Table table) {
    return table.columns().stream()
        .filter(it -> !(it.type() instanceof SqlType.Json))
        .filter(
            it ->
                it.generation().isEmpty()
                    || it.generation().orElseThrow() instanceof Generation.Identity)
        .toList();
  }

  private Optional<ConstraintName> name(String text) {
    return random.oneIn(3) ? Optional.empty() : Optional.of(new ConstraintName(text));
  }

  /** A unique, check or exclusion constraint over columns of the table. */
  Constraint constraint(Table table) {
    List<Column> over = comparable(table);
    Column column = random.of(over.isEmpty() ? table.columns() : over);
    String suffix = table.name().name() + "_" + column.name();
    String sql = Identifiers.quoted(column.name().text());
    if (over.isEmpty() || random.oneIn(3)) {
      return new Constraint.Check(
          name("ck_" + suffix),
          new SqlText(random.of(List.of(sql + " IS NOT NULL", sql + "::text <> ''"))),
          true);
    }
    if (random.oneIn(6)) {
      return new Constraint.Exclude(
          Optional.of(new ConstraintName("ex_" + suffix)),
          "btree",
          List.of(new Constraint.ExcludeElement(IndexElement.of(column.name()), "=")),
          random.oneIn(2) ? Optional.of(new SqlText(sql + " IS NOT NULL")) : Optional.empty(),
          Deferral.NOT_DEFERRABLE);
    }
    boolean isKey =
        table.primaryKey().filter(it -> it.columns().equals(List.of(column.name()))).isPresent();
    if (isKey) {
      // PostgreSQL makes one of an unnamed UNIQUE and a PRIMARY KEY over the same columns.
      return new Constraint.Check(name("ck_" + suffix), new SqlText(sql + " IS NOT NULL"), true);
    }
    List<ColumnName> names = new ArrayList<>(List.of(column.name()));
    Column second = random.of(over);
    if (random.oneIn(3) && !second.equals(column)) {
      names.add(second.name());
      suffix = suffix + "_" + second.name();
    }
    return new Constraint.Unique(
        name("uq_" + suffix),
        names,
        List.of(),
        random.oneIn(6),
        random.oneIn(5) ? Deferral.INITIALLY_DEFERRED : Deferral.NOT_DEFERRABLE);
  }

  /** An index over columns or an expression of the table. */
  Index index(Table table, Schema schema) {
    List<Column> over = comparable(table);
    Column column = random.of(over.isEmpty() ? table.columns() : over);
    String sql = Identifiers.quoted(column.name().text());
    boolean expression = over.isEmpty() || random.oneIn(4);
    IndexElement element =
        expression
            ? IndexElement.of(new SqlText("(" + sql + " IS NULL)"))
            : new IndexElement(
                new IndexElement.Target.OfColumn(column.name()),
                Optional.empty(),
                Optional.empty(),
                random.oneIn(4),
                Optional.empty());
    String name =
        random.oneIn(10)
            ? "ix_shared"
            : "ix_" + table.name().name() + "_" + column.name() + (expression ? "_null" : "");
    return new Index(
        Optional.of(free(name, table, schema)),
        List.of(element),
        random.oneIn(4),
        Optional.empty(),
        List.of(),
        random.oneIn(5) ? Optional.of(new SqlText(sql + " IS NOT NULL")) : Optional.empty(),
        false,
        new TreeMap<>(),
        true);
  }

  /** The name, longer when another table has an index of that name: both share a schema. */
  private static IndexName free(String name, Table table, Schema schema) {
    String free = name;
    while (isTaken(free, table, schema)) {
      free += "_" + table.name().name();
    }
    return new IndexName(free);
  }

  private static boolean isTaken(String name, Table table, Schema schema) {
    return schema.tables().values().stream()
        .anyMatch(
            it -> it.index(new IndexName(name)).isPresent() && !it.name().equals(table.name()));
  }

  /** A column with a foreign key to a table with a key of one column; the column comes first. */
  Optional<Table> withReference(Table table, Schema schema) {
    List<Table> targets =
        schema.tables().values().stream()
            .filter(it -> it.primaryKey().isPresent())
            .filter(it -> it.primaryKey().orElseThrow().columns().size() == 1)
            .toList();
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    Table target = random.of(targets);
    ColumnName key = target.primaryKey().orElseThrow().columns().getFirst();
    SqlType type = target.column(key).orElseThrow().type();
    ColumnName column =
        new ColumnName(target.name().name().toLowerCase(java.util.Locale.ROOT) + "_id");
    if (table.column(column).filter(it -> !it.type().equals(type)).isPresent()) {
      return Optional.empty();
    }
    Table widened = table;
    if (table.column(column).isEmpty()) {
      List<Column> all = new ArrayList<>(table.columns());
      all.add(Column.of(column.text(), type, random.oneIn(2)));
      widened = table.withColumns(all);
    }
    return Optional.of(
        with(
            widened,
            new Constraint.ForeignKey(
                name("fk_" + table.name().name() + "_" + column),
                List.of(column),
                target.name(),
                List.of(key),
                random.of(List.of(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE)),
                ReferentialAction.NO_ACTION,
                random.oneIn(8) ? Optional.of("FULL") : Optional.empty(),
                random.oneIn(6) ? Deferral.DEFERRABLE : Deferral.NOT_DEFERRABLE,
                !random.oneIn(10))));
  }
}
