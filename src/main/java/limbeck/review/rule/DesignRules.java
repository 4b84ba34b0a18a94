package limbeck.review.rule;

import static limbeck.review.Category.SCHEMA_DESIGN;
import static limbeck.review.Severity.LOW;
import static limbeck.review.Severity.MEDIUM;
import static limbeck.review.rule.PatternRule.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.operation.ConstraintOperation.AddConstraint;
import limbeck.operation.DefaultNames;
import limbeck.operation.Dependents;
import limbeck.operation.IndexOperation.CreateIndex;
import limbeck.operation.TableOperation.CreateTable;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.StepFacts;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** What will hurt later: keys, indexes and types that a revision brings. */
public final class DesignRules {
  private static final int WIDE = 3;

  private DesignRules() {}

  /** Returns the rules, in the order of their identifiers. */
  public static List<Rule> all() {
    return Stream.of(keys(), indexes(), ColumnDesign.all()).flatMap(List::stream).toList();
  }

  private static List<Rule> keys() {
    return List.of(
        rule("LK701", "foreign-key-without-index", SCHEMA_DESIGN, MEDIUM)
            .onPostgresql()
            .inRevision(
                "PostgreSQL makes no index for a foreign key: deleting or updating a row of the"
                    + " other table reads this one from end to end.",
                facts ->
                    newKeys(facts)
                        .filter(it -> !isIndexed(facts.after(), it.table(), it.key().columns()))
                        .map(
                            it ->
                                Found.at(
                                    it.part(),
                                    About.column(it.table(), it.key().columns().getFirst()),
                                    "no index begins with "
                                        + it.table()
                                        + "("
                                        + columns(it.key().columns())
                                        + "), which refers to "
                                        + it.key().target()))),
        rule("LK702", "foreign-key-types-differ", SCHEMA_DESIGN, MEDIUM)
            .inRevision(
                "Each check casts one of the two, and one of the two may overflow before the"
                    + " other.",
                facts -> newKeys(facts).flatMap(it -> otherType(facts.after(), it).stream())),
        rule("LK703", "table-without-primary-key", SCHEMA_DESIGN, MEDIUM)
            .in(
                CreateTable.class,
                "Rows cannot be told apart: no logical replication, no batches, no ORM identity.",
                (facts, step, part, create) ->
                    facts
                            .after()
                            .table(create.table().name())
                            .filter(it -> it.primaryKey().isEmpty())
                            .filter(it -> !it.options().containsKey("postgresql_partition_of"))
                            .filter(it -> !it.columns().isEmpty())
                            .isPresent()
                        ? Optional.of(
                            Found.at(
                                part,
                                About.table(create.table().name()),
                                "table " + create.table().name() + " has no primary key"))
                        : Optional.empty()),
        ColumnDesign.newColumn(
            "LK704",
            "narrow-key",
            LOW,
            true,
            "2,147,483,647 is reached sooner than one thinks, and a wider type rewrites the table"
                + " then.",
            (table, column) ->
                column.type() instanceof SqlType.IntegerType(var size)
                        && size != SqlType.IntegerSize.BIG
                        && isKey(table, column.name())
                    ? Optional.of("counts in a type of less than 64 bits")
                    : Optional.empty()),
        ColumnDesign.newColumn(
            "LK705",
            "serial-instead-of-identity",
            LOW,
            true,
            "SERIAL leaves a sequence with rights and ownership of its own; identity is the"
                + " standard's way.",
            (table, column) ->
                column.autoincrement() && column.generation().isEmpty()
                    ? Optional.of("is numbered by SERIAL")
                    : Optional.empty()));
  }

  record NewKey(StepFacts part, TableName table, Constraint.ForeignKey key) {}

  /** Foreign keys that this revision brings and leaves. */
  static Stream<NewKey> newKeys(RevisionFacts facts) {
    List<NewKey> result = new ArrayList<>();
    for (StepFacts part : facts.upgrade()) {
      switch (part.operation()) {
        case CreateTable create ->
            create
                .table()
                .foreignKeys()
                .forEach(it -> result.add(new NewKey(part, create.table().name(), it)));
        case AddConstraint add -> {
          if (add.constraint() instanceof Constraint.ForeignKey key) {
            result.add(new NewKey(part, add.table(), key));
          }
        }
        default -> {}
      }
    }
    return result.stream()
        .filter(
            it ->
                facts.after().table(it.table()).stream()
                    .flatMap(t -> t.foreignKeys().stream())
                    .anyMatch(key -> key.columns().equals(it.key().columns())))
        .filter(it -> !hadKey(facts.before(), it));
  }

  /** A key that is only made anew, with another name or action, is not a new one. */
  private static boolean hadKey(Schema before, NewKey key) {
    return before.table(key.table()).stream()
        .flatMap(it -> it.foreignKeys().stream())
        .anyMatch(it -> it.columns().equals(key.key().columns()));
  }

  private static boolean isIndexed(Schema schema, TableName name, List<ColumnName> columns) {
    Optional<Table> table = schema.table(name);
    if (table.isEmpty()) {
      return true;
    }
    boolean byConstraint =
        table.get().constraints().stream()
            .anyMatch(
                it ->
                    switch (it) {
                      case Constraint.PrimaryKey key -> begins(key.columns(), columns);
                      case Constraint.Unique key -> begins(key.columns(), columns);
                      case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ ->
                          false;
                    });
    return byConstraint
        || table.get().indexes().stream()
            .filter(it -> it.where().isEmpty())
            .anyMatch(it -> begins(columnsOf(it), columns));
  }

  private static List<ColumnName> columnsOf(Index index) {
    List<ColumnName> result = new ArrayList<>();
    for (var element : index.elements()) {
      if (element.column().isEmpty()) {
        break;
      }
      result.add(element.column().get());
    }
    return result;
  }

  private static boolean begins(List<ColumnName> index, List<ColumnName> columns) {
    return index.size() >= columns.size()
        && new java.util.HashSet<>(index.subList(0, columns.size()))
            .equals(new java.util.HashSet<>(columns));
  }

  private static String columns(List<ColumnName> names) {
    return String.join(", ", names.stream().map(ColumnName::text).toList());
  }

  private static Optional<Found> otherType(Schema schema, NewKey key) {
    List<ColumnName> targets = Dependents.targetColumns(key.key(), schema);
    for (int i = 0; i < Math.min(targets.size(), key.key().columns().size()); i++) {
      Optional<SqlType> own = type(schema, key.table(), key.key().columns().get(i));
      Optional<SqlType> other = type(schema, key.key().target(), targets.get(i));
      boolean differ =
          own.isPresent()
              && other.isPresent()
              && own.get() instanceof SqlType.IntegerType(var mine)
              && other.get() instanceof SqlType.IntegerType(var theirs)
              && mine != theirs;
      if (differ) {
        return Optional.of(
            Found.at(
                key.part(),
                About.column(key.table(), key.key().columns().get(i)),
                key.table()
                    + "."
                    + key.key().columns().get(i)
                    + " is of another type than "
                    + key.key().target()
                    + "."
                    + targets.get(i)));
      }
    }
    return Optional.empty();
  }

  private static Optional<SqlType> type(Schema schema, TableName table, ColumnName column) {
    return schema.table(table).flatMap(it -> it.column(column)).map(Column::type);
  }

  private static boolean isKey(Table table, ColumnName column) {
    return table.primaryKey().filter(it -> it.columns().equals(List.of(column))).isPresent();
  }

  private static List<Rule> indexes() {
    return List.of(
        rule("LK706", "index-repeats-another", SCHEMA_DESIGN, MEDIUM)
            .inRevision(
                "Every write pays for both, and no query needs the second.",
                facts -> newIndexes(facts).flatMap(it -> repeated(facts, it).stream())),
        rule("LK707", "index-covered-by-another", SCHEMA_DESIGN, LOW)
            .inRevision(
                "An index that begins with the same columns serves the same queries.",
                facts -> newIndexes(facts).flatMap(it -> covered(facts, it).stream())),
        rule("LK708", "wide-index", SCHEMA_DESIGN, LOW)
            .onRequest()
            .inRevision(
                "An index of many columns is large, and seldom used beyond its first ones.",
                facts ->
                    newIndexes(facts)
                        .filter(it -> !it.index().unique() && it.index().elements().size() > WIDE)
                        .map(
                            it ->
                                Found.at(
                                    it.part(),
                                    About.index(it.table(), it.index()),
                                    "the index "
                                        + About.name(it.index())
                                        + " has "
                                        + it.index().elements().size()
                                        + " columns"))));
  }

  private record NewIndex(StepFacts part, TableName table, Index index) {}

  private static Stream<NewIndex> newIndexes(RevisionFacts facts) {
    List<NewIndex> result = new ArrayList<>();
    for (StepFacts part : facts.upgrade()) {
      switch (part.operation()) {
        case CreateIndex create -> result.add(new NewIndex(part, create.table(), create.index()));
        case CreateTable create ->
            create
                .table()
                .indexes()
                .forEach(it -> result.add(new NewIndex(part, create.table().name(), it)));
        default -> {}
      }
    }
    return result.stream()
        .filter(
            it ->
                facts.after().table(it.table()).stream()
                    .flatMap(t -> t.indexes().stream())
                    .anyMatch(index -> index.name().equals(it.index().name())));
  }

  private static boolean isPlain(Index index) {
    return index.where().isEmpty()
        && index.include().isEmpty()
        && index.method().filter(it -> !it.equals("btree")).isEmpty()
        && index.elements().stream()
            .allMatch(
                it ->
                    it.column().isPresent()
                        && it.operatorClass().isEmpty()
                        && it.collation().isEmpty());
  }

  private static Optional<Found> repeated(RevisionFacts facts, NewIndex found) {
    Table table = facts.after().table(found.table()).orElseThrow();
    if (!isPlain(found.index())) {
      return Optional.empty();
    }
    List<ColumnName> columns = columnsOf(found.index());
    Optional<String> constraint =
        table.constraints().stream()
            .filter(
                it ->
                    switch (it) {
                      case Constraint.PrimaryKey key -> key.columns().equals(columns);
                      case Constraint.Unique key -> key.columns().equals(columns);
                      case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ ->
                          false;
                    })
            .map(
                it ->
                    DefaultNames.postgresql().nameOf(it, table).map(n -> n.text()).orElse("a key"))
            .findFirst();
    Optional<String> index =
        table.indexes().stream()
            .filter(it -> !it.name().equals(found.index().name()) && isPlain(it))
            .filter(it -> it.elements().equals(found.index().elements()))
            .filter(it -> it.unique() || !found.index().unique())
            .map(About::name)
            .findFirst();
    return constraint
        .or(() -> index)
        .map(
            it ->
                Found.at(
                    found.part(),
                    About.index(found.table(), found.index()),
                    "the index "
                        + About.name(found.index())
                        + " is over the same columns as "
                        + it));
  }

  private static Optional<Found> covered(RevisionFacts facts, NewIndex found) {
    Table table = facts.after().table(found.table()).orElseThrow();
    if (!isPlain(found.index()) || found.index().unique()) {
      return Optional.empty();
    }
    List<ColumnName> columns = columnsOf(found.index());
    Optional<String> wider =
        table.indexes().stream()
            .filter(it -> isPlain(it) && it.elements().size() > columns.size())
            .filter(it -> columnsOf(it).subList(0, columns.size()).equals(columns))
            .map(About::name)
            .findFirst()
            .or(
                () ->
                    table.constraints().stream()
                        .filter(
                            it ->
                                switch (it) {
                                  case Constraint.PrimaryKey key -> starts(key.columns(), columns);
                                  case Constraint.Unique key -> starts(key.columns(), columns);
                                  case Constraint.ForeignKey _,
                                      Constraint.Check _,
                                      Constraint.Exclude _ ->
                                      false;
                                })
                        .map(
                            it ->
                                DefaultNames.postgresql()
                                    .nameOf(it, table)
                                    .map(n -> n.text())
                                    .orElse("a key"))
                        .findFirst());
    return wider.map(
        it ->
            Found.at(
                found.part(),
                About.index(found.table(), found.index()),
                "the index " + About.name(found.index()) + " is the beginning of " + it));
  }

  private static boolean starts(List<ColumnName> key, List<ColumnName> columns) {
    return key.size() > columns.size() && key.subList(0, columns.size()).equals(columns);
  }

  static Optional<Found> otherAction(RevisionFacts facts, NewKey key) {
    return facts.surroundings().wanted().orElseThrow().table(key.table()).stream()
        .flatMap(it -> it.foreignKeys().stream())
        .filter(it -> it.columns().equals(key.key().columns()))
        .filter(it -> it.target().equals(key.key().target()))
        .filter(it -> it.onDelete() != key.key().onDelete())
        .findFirst()
        .map(
            it ->
                Found.at(
                    key.part(),
                    About.constraint(key.table(), key.key()),
                    "the models say ON DELETE "
                        + it.onDelete().name().replace('_', ' ')
                        + ", the revision "
                        + key.key().onDelete().name().replace('_', ' ')));
  }
}
