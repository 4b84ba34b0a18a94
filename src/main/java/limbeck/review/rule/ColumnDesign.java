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
import limbeck.operation.TableOperation.CreateTable;
import limbeck.operation.TypeOperation;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.Severity;
import limbeck.review.StepFacts;
import limbeck.review.Subject;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** What will hurt later: types and defaults of columns that a revision brings. */
final class ColumnDesign {
  private ColumnDesign() {}

  /** Returns the rules, in the order of their identifiers. */
  static List<Rule> all() {
    return Stream.of(types(), defaults()).flatMap(List::stream).toList();
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
            .fixedOnRequest()
            .onPostgresql()
            .inRevision(
                "server_default='now()' is a quoted text: PostgreSQL turns it into the moment of"
                    + " this very statement, and every later row gets that. Use"
                    + " server_default=sa.func.now() or sa.text('now()').",
                ColumnDesign::frozen),
        rule("LK717", "foreign-key-action-differs-from-models", SCHEMA_DESIGN, MEDIUM)
            .inRevision(
                "The models say what happens to referring rows on delete; the database does"
                    + " something else.",
                facts ->
                    facts.surroundings().wanted().isEmpty()
                        ? Stream.empty()
                        : DesignRules.newKeys(facts)
                            .flatMap(it -> DesignRules.otherAction(facts, it).stream())));
  }

  private static Stream<Found> frozen(RevisionFacts facts) {
    List<Found> result = new ArrayList<>();
    for (StepFacts part : facts.upgrade()) {
      switch (part.operation()) {
        case CreateTable create ->
            create
                .table()
                .columns()
                .forEach(
                    it -> frozen(facts, part, create.table().name(), it).ifPresent(result::add));
        case AddColumn add -> frozen(facts, part, add.table(), add.column()).ifPresent(result::add);
        case AlterColumn alter ->
            alter.changes().stream()
                .filter(ColumnChange.SetDefault.class::isInstance)
                .flatMap(
                    _ ->
                        part.after().table(alter.table()).stream()
                            .flatMap(it -> it.column(alter.column()).stream()))
                .forEach(it -> frozen(facts, part, alter.table(), it).ifPresent(result::add));
        default -> {}
      }
    }
    return result.stream();
  }

  private static Optional<Found> frozen(
      RevisionFacts facts, StepFacts part, TableName table, Column column) {
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
                        + " is the moment at which this runs, for ever")
                .with(ScriptFixes.moment(facts, part, column)))
        : Optional.empty();
  }

  /** A rule over every column that a revision brings. */
  static Rule newColumn(
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
