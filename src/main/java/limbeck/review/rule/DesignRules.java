package limbeck.review.rule;

import static limbeck.review.Category.SCHEMA_DESIGN;
import static limbeck.review.Severity.HIGH;
import static limbeck.review.Severity.LOW;
import static limbeck.review.Severity.MEDIUM;
import static limbeck.review.rule.PatternRule.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AddColumn;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.ConstraintOperation.AddConstraint;
import limbeck.operation.DefaultNames;
import limbeck.operation.Dependents;
import limbeck.operation.IndexOperation.CreateIndex;
import limbeck.operation.TableOperation.CreateTable;
import limbeck.operation.TypeOperation;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.Severity;
import limbeck.review.StepFacts;
import limbeck.review.Subject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.Generation;
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
    return Stream.of(keys(), indexes(), types(), defaults()).flatMap(List::stream).toList();
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
        newColumn(
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
        newColumn(
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

  private record NewKey(StepFacts part, TableName table, Constraint.ForeignKey key) {}

  /** Foreign keys that this revision brings and leaves. */
  private static Stream<NewKey> newKeys(RevisionFacts facts) {
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

  private static List<Rule> types() {
    return List.of(
        newColumn(
            "LK709",
            "json-instead-of-jsonb",
            LOW,
            false,
            "json has no equality: DISTINCT, GROUP BY and UNION over it fail, and no index serves"
                + " its content.",
            (table, column) ->
                column.type() instanceof SqlType.Json(boolean binary) && !binary
                    ? Optional.of("is of type json")
                    : Optional.empty()),
        newColumn(
            "LK710",
            "padded-text",
            LOW,
            false,
            "char(n) is filled up with blanks and compared without them; it is never faster than"
                + " text.",
            (table, column) ->
                column.type() instanceof SqlType.Char(var length, var _) && length.orElse(1) > 1
                    ? Optional.of("is of type char(n)")
                    : Optional.empty()),
        newColumn(
            "LK711",
            "timestamp-without-time-zone",
            LOW,
            true,
            "A timestamp without a zone means another moment in every session's zone.",
            (table, column) ->
                column.type() instanceof SqlType.Timestamp(boolean zone, var _) && !zone
                    ? Optional.of("is a timestamp without time zone")
                    : Optional.empty()),
        newColumn(
            "LK712",
            "money-type",
            LOW,
            false,
            "money depends on the server's locale, and has no currency.",
            (table, column) ->
                column.type() instanceof SqlType.Named(String name, var _) && name.equals("money")
                    ? Optional.of("is of type money")
                    : Optional.empty()),
        newColumn(
            "LK713",
            "length-limited-text",
            LOW,
            true,
            "A shorter limit later fails or rewrites; text with a CHECK can be changed under a"
                + " weaker lock.",
            (table, column) ->
                column.type() instanceof SqlType.Varchar(var length, var _) && length.isPresent()
                    ? Optional.of("is of type varchar(n)")
                    : Optional.empty()),
        rule("LK714", "enum-type-created", SCHEMA_DESIGN, LOW)
            .onPostgresql()
            .onRequest()
            .in(
                TypeOperation.CreateEnum.class,
                "A label can be added and renamed, never removed.",
                (facts, step, part, create) ->
                    Optional.of(
                        Found.at(
                            part,
                            new Subject("type", Optional.empty(), create.type().name().toString()),
                            "the enum type " + create.type().name() + " is new"))),
        newColumn(
            "LK715",
            "nullable-boolean",
            LOW,
            true,
            "A boolean that may be NULL has three values, and `WHERE NOT x` misses one of them.",
            (table, column) ->
                column.type() instanceof SqlType.BooleanType && column.nullable()
                    ? Optional.of("is a boolean that may be NULL")
                    : Optional.empty()));
  }

  private static List<Rule> defaults() {
    return List.of(
        rule("LK716", "frozen-default", SCHEMA_DESIGN, HIGH)
            .onPostgresql()
            .inRevision(
                "server_default='now()' is a quoted text: PostgreSQL turns it into the moment of"
                    + " this very statement, and every later row gets that. Use"
                    + " server_default=sa.func.now() or sa.text('now()').",
                DesignRules::frozen),
        rule("LK717", "foreign-key-action-differs-from-models", SCHEMA_DESIGN, MEDIUM)
            .inRevision(
                "The models say what happens to referring rows on delete; the database does"
                    + " something else.",
                facts ->
                    facts.surroundings().wanted().isEmpty()
                        ? Stream.empty()
                        : newKeys(facts).flatMap(it -> otherAction(facts, it).stream())));
  }

  private static Stream<Found> frozen(RevisionFacts facts) {
    List<Found> result = new ArrayList<>();
    for (StepFacts part : facts.upgrade()) {
      switch (part.operation()) {
        case CreateTable create ->
            create
                .table()
                .columns()
                .forEach(it -> frozen(part, create.table().name(), it).ifPresent(result::add));
        case AddColumn add -> frozen(part, add.table(), add.column()).ifPresent(result::add);
        case AlterColumn alter ->
            alter.changes().stream()
                .filter(ColumnChange.SetDefault.class::isInstance)
                .flatMap(
                    _ ->
                        part.after().table(alter.table()).stream()
                            .flatMap(it -> it.column(alter.column()).stream()))
                .forEach(it -> frozen(part, alter.table(), it).ifPresent(result::add));
        default -> {}
      }
    }
    return result.stream();
  }

  private static Optional<Found> frozen(StepFacts part, TableName table, Column column) {
    boolean time =
        column.type() instanceof SqlType.Timestamp
            || column.type() instanceof SqlType.Date
            || column.type() instanceof SqlType.Time;
    boolean moment =
        column
            .serverDefault()
            .filter(
                it ->
                    it instanceof Default.Literal(String value)
                        && value
                            .strip()
                            .matches("(?i)now(\\(\\))?|current_timestamp(\\(\\))?|today"))
            .isPresent();
    return time && moment
        ? Optional.of(
            Found.at(
                part,
                About.column(table, column.name()),
                "the default of "
                    + table
                    + "."
                    + column.name()
                    + " is the moment at which this runs, for ever"))
        : Optional.empty();
  }

  private static Optional<Found> otherAction(RevisionFacts facts, NewKey key) {
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

  /** A rule over every column that a revision brings. */
  private static Rule newColumn(
      String id,
      String name,
      Severity severity,
      boolean onRequest,
      String why,
      BiFunction<Table, Column, Optional<String>> test) {
    PatternRule.Spec spec = rule(id, name, SCHEMA_DESIGN, severity).onPostgresql();
    return (onRequest ? spec.onRequest() : spec)
        .inRevision(
            why,
            facts ->
                facts.upgrade().stream()
                    .flatMap(
                        part ->
                            switch (part.operation()) {
                              case CreateTable create ->
                                  create.table().columns().stream()
                                      .flatMap(it -> told(part, create.table(), it, test).stream());
                              case AddColumn add ->
                                  told(
                                      part,
                                      part.after().table(add.table()).orElse(emptyTable(add)),
                                      add.column(),
                                      test)
                                      .stream();
                              default -> Stream.empty();
                            }));
  }

  private static Table emptyTable(AddColumn add) {
    return new Table(
        add.table(),
        List.of(add.column()),
        List.of(),
        List.of(),
        Optional.empty(),
        new java.util.TreeMap<>());
  }

  private static Optional<Found> told(
      StepFacts part,
      Table table,
      Column column,
      BiFunction<Table, Column, Optional<String>> test) {
    boolean computed =
        column.generation().filter(Generation.Computed.class::isInstance).isPresent();
    return computed
        ? Optional.empty()
        : test.apply(table, column)
            .map(
                it ->
                    Found.at(
                        part,
                        About.column(table.name(), column.name()),
                        table.name() + "." + column.name() + " " + it));
  }
}
