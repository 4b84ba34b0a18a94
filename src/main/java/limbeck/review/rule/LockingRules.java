package limbeck.review.rule;

import static limbeck.review.Category.LOCKING;
import static limbeck.review.Severity.HIGH;
import static limbeck.review.Severity.LOW;
import static limbeck.review.Severity.MEDIUM;
import static limbeck.review.rule.PatternRule.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.dialect.LockMode;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AddColumn;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.ConstraintOperation.AddConstraint;
import limbeck.operation.ConstraintOperation.ValidateConstraint;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation.DropIndex;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation.CreateTable;
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
    return Stream.of(
            indexes(),
            constraints(),
            columns(),
            maintenance(),
            partitions(),
            transactions(),
            taste())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Rule> indexes() {
    return List.of(
        rule("LK302", "index-dropped-without-concurrently", LOCKING, LOW)
            .onPostgresql()
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
                                            + table))));
  }

  private static Optional<TableName> strongest(StepReview step) {
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
            .in(
                AddConstraint.class,
                "ADD CONSTRAINT … UNIQUE builds its index under ACCESS EXCLUSIVE: neither reads"
                    + " nor writes go on until it is done. Build the index concurrently before,"
                    + " then add the constraint USING INDEX.",
                (facts, step, part, add) ->
                    indexed(step, part, add, Constraint.Unique.class, "unique constraint")),
        rule("LK304", "primary-key-builds-index", LOCKING, HIGH)
            .onPostgresql()
            .in(
                AddConstraint.class,
                "ADD PRIMARY KEY builds its index under ACCESS EXCLUSIVE. Build a unique index"
                    + " concurrently before, then add the key USING INDEX.",
                (facts, step, part, add) ->
                    indexed(step, part, add, Constraint.PrimaryKey.class, "primary key")),
        rule("LK305", "exclusion-constraint-builds-index", LOCKING, HIGH)
            .onPostgresql()
            .in(
                AddConstraint.class,
                "An exclusion constraint is built under ACCESS EXCLUSIVE, and there is no way to"
                    + " build it concurrently.",
                (facts, step, part, add) ->
                    indexed(step, part, add, Constraint.Exclude.class, "exclusion constraint")),
        rule("LK306", "foreign-key-checked-under-lock", LOCKING, HIGH)
            .onPostgresql()
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
                                    + " while writes to both wait"))
                        : Optional.empty()),
        rule("LK307", "check-constraint-checked-under-lock", LOCKING, HIGH)
            .onPostgresql()
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
                                    + " are checked while readers and writers wait"))
                        : Optional.empty()));
  }

  private static Optional<Found> indexed(
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
                    + " wait"))
        : Optional.empty();
  }

  private static List<Rule> columns() {
    return List.of(
        rule("LK308", "not-null-scans-table", LOCKING, HIGH)
            .onPostgresql()
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
                                    + " are searched for NULL while readers and writers wait"))
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

  private static List<Rule> maintenance() {
    return List.of(
        statement(
            "LK316",
            "reindex-without-concurrently",
            "REINDEX blocks writes to the table and every query that would use the index."
                + " REINDEX … CONCURRENTLY (12 and newer) blocks neither.",
            "(?is)\\s*REINDEX\\b(?!.*\\bCONCURRENTLY\\b).*",
            "the indexes are built anew while writers wait"),
        statement(
            "LK317",
            "table-rewritten-in-place",
            "CLUSTER and VACUUM FULL write the table anew under ACCESS EXCLUSIVE. pg_repack and"
                + " pg_squeeze do it online.",
            "(?is)\\s*(CLUSTER\\b|VACUUM\\s*(\\([^)]*)?\\bFULL\\b).*",
            "the table is written anew while readers and writers wait"),
        statement(
            "LK318",
            "materialized-view-refreshed-in-place",
            "REFRESH MATERIALIZED VIEW locks out every reader of the view until the query is"
                + " done. CONCURRENTLY, with a unique index, lets them read on.",
            "(?is)\\s*REFRESH\\s+MATERIALIZED\\s+VIEW\\s+(?!CONCURRENTLY).*",
            "readers of the view wait until it is filled anew"),
        statement(
            "LK319",
            "storage-changed-in-place",
            "SET LOGGED, SET UNLOGGED, another access method or another tablespace write the"
                + " table anew under ACCESS EXCLUSIVE.",
            "(?is)\\s*ALTER\\s+TABLE\\b.*\\bSET\\s+(LOGGED|UNLOGGED|ACCESS\\s+METHOD|TABLESPACE)\\b.*",
            "the table is written anew while readers and writers wait"),
        rule("LK320", "table-locked-by-hand", LOCKING, MEDIUM)
            .onPostgresql()
            .inStep(
                "An explicit LOCK TABLE of SHARE or stronger is held until the transaction ends,"
                    + " with whatever else the run still does.",
                (facts, step) ->
                    matches(step, "(?is)\\s*LOCK\\b.*")
                            && step.impact().tables().values().stream()
                                .anyMatch(
                                    it ->
                                        it.lock()
                                            .filter(m -> m.compareTo(LockMode.SHARE) >= 0)
                                            .isPresent())
                        ? Stream.of(
                            Found.at(
                                step,
                                About.statement(step),
                                "writers wait until the transaction ends"))
                        : Stream.empty()));
  }

  private static Rule statement(String id, String name, String why, String pattern, String what) {
    return rule(id, name, LOCKING, HIGH)
        .onPostgresql()
        .inStep(
            why,
            (facts, step) ->
                matches(step, pattern)
                        && !step.failsForCertain()
                        && step.impact().tables().values().stream().anyMatch(it -> it.works())
                    ? Stream.of(Found.at(step, About.statement(step), what))
                    : Stream.empty());
  }

  private static boolean matches(StepReview step, String pattern) {
    return step.sql().stream().anyMatch(it -> it.matches(pattern));
  }

  private static List<Rule> partitions() {
    return List.of(
        rule("LK321", "partition-attached-unproven", LOCKING, HIGH)
            .onPostgresql()
            .inStep(
                "ATTACH PARTITION reads every row of the partition under ACCESS EXCLUSIVE, and"
                    + " of the default partition too, unless a CHECK proves that they fit.",
                (facts, step) ->
                    matches(step, "(?is)\\s*ALTER\\s+TABLE\\b.*\\bATTACH\\s+PARTITION\\b.*")
                            && scansAny(step)
                        ? Stream.of(
                            Found.at(
                                step,
                                About.statement(step),
                                "all rows of the partition are checked while its users wait"))
                        : Stream.empty()),
        rule("LK322", "partition-created-in-place", LOCKING, MEDIUM)
            .onPostgresql()
            .in(
                CreateTable.class,
                "CREATE TABLE … PARTITION OF locks the parent and its default partition against"
                    + " everybody. CREATE TABLE (LIKE …) and ATTACH PARTITION lock less.",
                (facts, step, part, create) ->
                    create.table().options().containsKey("postgresql_partition_of")
                        ? strongest(step)
                            .map(
                                parent ->
                                    Found.at(
                                        part,
                                        About.table(create.table().name()),
                                        "creating the partition locks out every reader of "
                                            + parent))
                        : Optional.empty()),
        rule("LK323", "partition-detached-without-concurrently", LOCKING, MEDIUM)
            .onPostgresql()
            .inStep(
                "DETACH PARTITION locks parent and partition against everybody. CONCURRENTLY (14"
                    + " and newer), outside a transaction, does not.",
                (facts, step) ->
                    matches(
                            step,
                            "(?is)\\s*ALTER\\s+TABLE\\b.*\\bDETACH\\s+PARTITION\\b"
                                + "(?!.*\\bCONCURRENTLY\\b).*")
                        ? Stream.of(
                            Found.at(
                                step,
                                About.statement(step),
                                "detaching locks out every reader of the partitioned table"))
                        : Stream.empty()),
        rule("LK324", "domain-rule-checks-tables", LOCKING, HIGH)
            .onPostgresql()
            .inStep(
                "A rule added to a domain, or validated, is checked in every table with a column"
                    + " of it, while their writers wait (SHARE).",
                (facts, step) ->
                    matches(step, "(?is)\\s*ALTER\\s+DOMAIN\\b.*") && scansAny(step)
                        ? Stream.of(
                            Found.at(
                                step,
                                About.statement(step),
                                "writers of "
                                    + String.join(
                                        ", ",
                                        step.impact().tables().keySet().stream()
                                            .map(TableName::toString)
                                            .toList())
                                    + " wait until every row is checked"))
                        : Stream.empty()));
  }

  private static boolean scansAny(StepReview step) {
    return step.impact().tables().values().stream().anyMatch(it -> it.scans());
  }

  private static List<Rule> transactions() {
    return List.of(
        rule("LK325", "validated-in-the-same-transaction", LOCKING, HIGH)
            .onPostgresql()
            .in(
                ValidateConstraint.class,
                "NOT VALID followed by VALIDATE spares the lock only when a commit lies between."
                    + " Alembic runs all revisions of an upgrade in one transaction unless env.py"
                    + " says transaction_per_migration=True.",
                (facts, step, part, validate) ->
                    step.blocks()
                        ? Optional.of(
                            Found.at(
                                part,
                                new limbeck.review.Subject(
                                    "constraint",
                                    Optional.of(validate.table().toString()),
                                    validate.name().text()),
                                "the rows of "
                                    + validate.table()
                                    + " are checked while this transaction still holds a strong"
                                    + " lock"))
                        : Optional.empty()),
        rule("LK326", "rows-written-under-strong-lock", LOCKING, HIGH)
            .onPostgresql()
            .inStep(
                "Locks are held until the transaction ends: what reads or writes many rows after"
                    + " an ALTER TABLE makes everybody wait for it.",
                (facts, step) ->
                    step.blocks()
                            && weakAlone(step)
                            && step.parts().stream().allMatch(LockingRules::isData)
                        ? Stream.of(
                            Found.at(
                                step,
                                About.statement(step),
                                "many rows are read or written while this transaction holds a"
                                    + " strong lock"))
                        : Stream.empty()),
        rule("LK327", "backfill-in-one-statement", LOCKING, MEDIUM)
            .onPostgresql()
            .inStep(
                "One statement over a whole table keeps every row locked until the transaction"
                    + " ends, and leaves a dead copy of each. Write in batches, each in a"
                    + " transaction of its own.",
                (facts, step) ->
                    !step.blocks() && !step.failsForCertain()
                        ? step.impact().tables().entrySet().stream()
                            .filter(it -> it.getValue().writesRows())
                            .map(
                                it ->
                                    Found.at(
                                        step,
                                        About.table(it.getKey()),
                                        "one statement writes all or many rows of " + it.getKey()))
                        : Stream.empty()),
        rule("LK328", "several-tables-locked", LOCKING, MEDIUM)
            .onPostgresql()
            .inRevision(
                "Each foreign key locks two tables. A transaction that locks several tables one"
                    + " after the other can deadlock with the application, which meets them in"
                    + " another order.",
                facts -> {
                  Set<TableName> locked = new TreeSet<>();
                  int keys = 0;
                  Optional<StepFacts> last = Optional.empty();
                  for (StepReview step : facts.steps()) {
                    for (StepFacts part : step.parts()) {
                      if (!step.autocommit()
                          && part.operation() instanceof AddConstraint add
                          && add.constraint() instanceof Constraint.ForeignKey key
                          && About.existed(part, add.table())
                          && About.existed(part, key.target())) {
                        keys++;
                        locked.add(add.table());
                        locked.add(key.target());
                        last = Optional.of(part);
                      }
                    }
                  }
                  return keys > 1 && locked.size() > 2
                      ? last
                          .map(
                              it ->
                                  Found.at(
                                      it,
                                      About.revision(facts.revision().id().text()),
                                      keysText(locked)))
                          .stream()
                      : Stream.empty();
                }),
        rule("LK329", "validated-with-stronger-action", LOCKING, MEDIUM)
            .onPostgresql()
            .inStep(
                "An ALTER TABLE of several actions takes the strongest lock of all: VALIDATE"
                    + " beside another action scans under ACCESS EXCLUSIVE.",
                (facts, step) ->
                    step.parts().size() > 1
                            && step.parts().stream()
                                .anyMatch(it -> it.operation() instanceof ValidateConstraint)
                            && strongest(step).isPresent()
                        ? Stream.of(
                            Found.at(
                                step,
                                About.statement(step),
                                "VALIDATE shares its statement with an action that locks out"
                                    + " everybody"))
                        : Stream.empty()));
  }

  private static String keysText(Set<TableName> locked) {
    return "foreign keys in one transaction lock "
        + String.join(", ", locked.stream().map(TableName::toString).toList());
  }

  private static boolean isData(StepFacts part) {
    Operation operation = part.operation();
    return operation instanceof DataOperation;
  }

  private static boolean weakAlone(StepReview step) {
    return step.impact().tables().values().stream()
        .allMatch(it -> it.lock().filter(m -> m.compareTo(LockMode.SHARE) >= 0).isEmpty());
  }

  private static List<Rule> taste() {
    return List.of(
        timeout("LK330", "no-lock-timeout", "lock_timeout"),
        timeout("LK331", "no-statement-timeout", "statement_timeout"));
  }

  private static Rule timeout(String id, String name, String setting) {
    return rule(id, name, LOCKING, LOW)
        .onPostgresql()
        .onRequest()
        .inRevision(
            "A statement that waits for a strong lock makes every later query wait behind it; with"
                + " a timeout it gives up, and the deployment tries again.",
            facts -> {
              for (StepReview step : facts.steps()) {
                boolean sets =
                    step.sql().stream()
                        .anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(setting));
                if (sets) {
                  return Stream.empty();
                }
                if (strongest(step).isPresent()) {
                  return Stream.of(
                      Found.at(
                          step,
                          About.statement(step),
                          setting + " is not set before this waits for a strong lock"));
                }
              }
              return Stream.empty();
            });
  }
}
