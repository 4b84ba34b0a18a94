package limbeck.review.rule;

import static limbeck.review.Category.LOCKING;
import static limbeck.review.Severity.HIGH;
import static limbeck.review.Severity.LOW;
import static limbeck.review.rule.PatternRule.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.dialect.LockMode;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AddColumn;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.ConstraintOperation.AddConstraint;
import limbeck.operation.IndexOperation.DropIndex;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;

/** What makes readers or writers wait on PostgreSQL. */
public final class LockingRules {
  private LockingRules() {}

  /** Returns the rules, in the order of their identifiers. */
  public static List<Rule> all() {
    return Stream.of(indexes(), constraints(), columns(), LockingOverTime.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Rule> indexes() {
    return List.of(
        rule("LK302", "index-dropped-without-concurrently", LOCKING, LOW)
            .onPostgresql()
            .fixed()
            .in(
                DropIndex.class,
                "DROP INDEX takes ACCESS EXCLUSIVE on the table: it is quick, but while it waits"
                    + " for a long query, every later query waits behind it.",
                (facts, step, part, drop) ->
                    drop.concurrently()
                        ? Optional.empty()
                        : strongest(step)
                            .map(
                                table ->
                                    Found.at(
                                            part,
                                            About.table(table),
                                            "dropping the index "
                                                + drop.name()
                                                + " locks out every reader of "
                                                + table)
                                        .with(ConcurrentBuild.drop(facts, part.location())))));
  }

  static Optional<TableName> strongest(StepReview step) {
    return step.failsForCertain()
        ? Optional.empty()
        : step.impact().tables().entrySet().stream()
            .filter(
                it -> it.getValue().lock().filter(m -> m == LockMode.ACCESS_EXCLUSIVE).isPresent())
            .map(java.util.Map.Entry::getKey)
            .findFirst();
  }

  private static List<Rule> constraints() {
    return List.of(
        rule("LK303", "unique-constraint-builds-index", LOCKING, HIGH)
            .onPostgresql()
            .fixed()
            .in(
                AddConstraint.class,
                "ADD CONSTRAINT … UNIQUE builds its index under ACCESS EXCLUSIVE: neither reads"
                    + " nor writes go on until it is done. Build the index concurrently before,"
                    + " then add the constraint USING INDEX.",
                (facts, step, part, add) ->
                    indexed(facts, step, part, add, Constraint.Unique.class, "unique constraint")),
        rule("LK304", "primary-key-builds-index", LOCKING, HIGH)
            .onPostgresql()
            .fixed()
            .in(
                AddConstraint.class,
                "ADD PRIMARY KEY builds its index under ACCESS EXCLUSIVE. Build a unique index"
                    + " concurrently before, then add the key USING INDEX.",
                (facts, step, part, add) ->
                    indexed(facts, step, part, add, Constraint.PrimaryKey.class, "primary key")),
        rule("LK305", "exclusion-constraint-builds-index", LOCKING, HIGH)
            .onPostgresql()
            .in(
                AddConstraint.class,
                "An exclusion constraint is built under ACCESS EXCLUSIVE, and there is no way to"
                    + " build it concurrently.",
                (facts, step, part, add) ->
                    indexed(
                        facts, step, part, add, Constraint.Exclude.class, "exclusion constraint")),
        rule("LK306", "foreign-key-checked-under-lock", LOCKING, HIGH)
            .onPostgresql()
            .fixed()
            .in(
                AddConstraint.class,
                "The key is checked for every row while writes to both tables wait (SHARE ROW"
                    + " EXCLUSIVE). Add it NOT VALID, and validate it in a transaction of its own.",
                (facts, step, part, add) ->
                    add.constraint() instanceof Constraint.ForeignKey key
                            && key.validated()
                            && About.scans(step, add.table())
                        ? Optional.of(
                            Found.at(
                                    part,
                                    About.constraint(add.table(), key),
                                    "all rows of "
                                        + add.table()
                                        + " are checked against "
                                        + key.target()
                                        + " while writes to both wait")
                                .with(ConstraintFixes.inTwoSteps(facts, part, add)))
                        : Optional.empty()),
        rule("LK307", "check-constraint-checked-under-lock", LOCKING, HIGH)
            .onPostgresql()
            .fixed()
            .in(
                AddConstraint.class,
                "ADD CHECK reads every row under ACCESS EXCLUSIVE. Add it NOT VALID, and validate"
                    + " it in a transaction of its own.",
                (facts, step, part, add) ->
                    add.constraint() instanceof Constraint.Check check
                            && check.validated()
                            && About.scans(step, add.table())
                        ? Optional.of(
                            Found.at(
                                    part,
                                    About.constraint(add.table(), check),
                                    "all rows of "
                                        + add.table()
                                        + " are checked while readers and writers wait")
                                .with(ConstraintFixes.inTwoSteps(facts, part, add)))
                        : Optional.empty()));
  }

  private static Optional<Found> indexed(
      RevisionFacts facts,
      StepReview step,
      StepFacts part,
      AddConstraint add,
      Class<? extends Constraint> kind,
      String words) {
    boolean builds =
        kind.isInstance(add.constraint())
            && add.usingIndex().isEmpty()
            && About.scans(step, add.table());
    return builds
        ? Optional.of(
            Found.at(
                    part,
                    About.constraint(add.table(), add.constraint()),
                    "the "
                        + words
                        + " builds its index while readers and writers of "
                        + add.table()
                        + " wait")
                .with(ConstraintFixes.uponIndex(facts, part, add)))
        : Optional.empty();
  }

  private static List<Rule> columns() {
    return List.of(
        rule("LK308", "not-null-scans-table", LOCKING, HIGH)
            .onPostgresql()
            .fixed()
            .in(
                AlterColumn.class,
                "SET NOT NULL reads every row under ACCESS EXCLUSIVE, unless a validated CHECK"
                    + " (column IS NOT NULL) proves it.",
                (facts, step, part, alter) ->
                    alter.changes().contains(new ColumnChange.SetNullable(false))
                            && About.scans(step, alter.table())
                            && !About.rewrites(step, alter.table())
                        ? Optional.of(
                            Found.at(
                                    part,
                                    About.column(alter.table(), alter.column()),
                                    "all rows of "
                                        + alter.table()
                                        + " are searched for NULL while readers and writers wait")
                                .with(ConstraintFixes.provenNotNull(facts, part, alter)))
                        : Optional.empty()),
        rule("LK309", "type-change-rewrites-table", LOCKING, HIGH)
            .onPostgresql()
            .in(
                AlterColumn.class,
                "The table and all its indexes are written anew under ACCESS EXCLUSIVE. Add a"
                    + " column of the new type, copy in batches, and swap.",
                (facts, step, part, alter) ->
                    typed(alter) && About.rewrites(step, alter.table())
                        ? Optional.of(
                            Found.at(
                                part,
                                About.column(alter.table(), alter.column()),
                                "the new type of "
                                    + alter.table()
                                    + "."
                                    + alter.column()
                                    + " rewrites the whole table while readers and writers wait"))
                        : Optional.empty()),
        rule("LK310", "type-change-rebuilds-index", LOCKING, HIGH)
            .onPostgresql()
            .in(
                AlterColumn.class,
                "The table stays, but indexes with an expression, a predicate or another order"
                    + " over the column are built anew under ACCESS EXCLUSIVE.",
                (facts, step, part, alter) ->
                    typed(alter) && !step.failsForCertain() && !About.rewrites(step, alter.table())
                        ? About.effect(step, alter.table())
                            .filter(it -> !it.rebuilds().isEmpty())
                            .map(
                                it ->
                                    Found.at(
                                        part,
                                        About.column(alter.table(), alter.column()),
                                        "the new type of "
                                            + alter.table()
                                            + "."
                                            + alter.column()
                                            + " rebuilds "
                                            + String.join(", ", it.rebuilds())
                                            + " while readers and writers wait"))
                        : Optional.empty()),
        rule("LK311", "type-change-checks-rows-again", LOCKING, HIGH)
            .onPostgresql()
            .in(
                AlterColumn.class,
                "A CHECK over the column is verified for every row under ACCESS EXCLUSIVE, even"
                    + " where the type hardly changes. Drop the check before, add it NOT VALID"
                    + " after.",
                (facts, step, part, alter) ->
                    typed(alter)
                            && About.scans(step, alter.table())
                            && !About.rewrites(step, alter.table())
                            && About.effect(step, alter.table())
                                .filter(it -> it.rebuilds().isEmpty())
                                .isPresent()
                        ? Optional.of(
                            Found.at(
                                part,
                                About.column(alter.table(), alter.column()),
                                "a check over "
                                    + alter.table()
                                    + "."
                                    + alter.column()
                                    + " is verified for every row while readers and writers wait"))
                        : Optional.empty()),
        rule("LK312", "column-filled-row-by-row", LOCKING, HIGH)
            .onPostgresql()
            .in(
                AddColumn.class,
                "A default that may differ from row to row (random(), clock_timestamp(),"
                    + " gen_random_uuid()) rewrites the table under ACCESS EXCLUSIVE. A constant"
                    + " and now() do not.",
                (facts, step, part, add) ->
                    About.rewrites(step, add.table())
                            && add.column()
                                .serverDefault()
                                .filter(it -> !(it instanceof Default.NextValue))
                                .isPresent()
                        ? added(part, add, "its default is computed row by row")
                        : Optional.empty()),
        rule("LK313", "counting-column-added", LOCKING, HIGH)
            .onPostgresql()
            .in(
                AddColumn.class,
                "SERIAL, identity and nextval() number every row that is there: the table is"
                    + " written anew under ACCESS EXCLUSIVE.",
                (facts, step, part, add) ->
                    About.rewrites(step, add.table())
                            && (add.column().autoincrement()
                                || add.column()
                                    .serverDefault()
                                    .filter(Default.NextValue.class::isInstance)
                                    .isPresent()
                                || add.column()
                                    .generation()
                                    .filter(Generation.Identity.class::isInstance)
                                    .isPresent())
                        ? added(part, add, "every row gets a number")
                        : Optional.empty()),
        rule("LK314", "stored-computed-column-added", LOCKING, HIGH)
            .onPostgresql()
            .in(
                AddColumn.class,
                "The value of a STORED column is computed for every row under ACCESS EXCLUSIVE.",
                (facts, step, part, add) ->
                    About.rewrites(step, add.table())
                            && add.column()
                                .generation()
                                .filter(Generation.Computed.class::isInstance)
                                .isPresent()
                        ? added(part, add, "its value is computed and stored for every row")
                        : Optional.empty()),
        rule("LK315", "column-of-constrained-domain", LOCKING, HIGH)
            .onPostgresql()
            .in(
                AddColumn.class,
                "A column of a domain with a CHECK or NOT NULL rewrites the table, even if it is"
                    + " NULL everywhere. Use the base type and a CHECK of the table.",
                (facts, step, part, add) ->
                    About.rewrites(step, add.table())
                            && add.column().type() instanceof SqlType.Named
                            && add.column().serverDefault().isEmpty()
                            && add.column().generation().isEmpty()
                        ? added(part, add, "the domain's rule is checked for every row")
                        : Optional.empty()));
  }

  private static boolean typed(AlterColumn alter) {
    return alter.changes().stream().anyMatch(ColumnChange.SetType.class::isInstance);
  }

  private static Optional<Found> added(StepFacts part, AddColumn add, String reason) {
    return Optional.of(
        Found.at(
            part,
            About.column(add.table(), add.column().name()),
            "adding "
                + add.table()
                + "."
                + add.column().name()
                + " rewrites the table while readers and writers wait: "
                + reason));
  }
}
