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
import limbeck.dialect.ServerNote;
import limbeck.operation.ConstraintOperation.AddConstraint;
import limbeck.operation.ConstraintOperation.ValidateConstraint;
import limbeck.operation.DataOperation;
import limbeck.operation.Identifiers;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation.CreateTable;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.schema.CarriedObject;
import limbeck.schema.Constraint;
import limbeck.schema.DialectName;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;
import limbeck.sql.BatchedBlock;

/** What makes readers or writers wait because of what is done, how, and for how long. */
final class LockingOverTime {
  private LockingOverTime() {}

  /** Returns the rules, in the order of their identifiers. */
  static List<Rule> all() {
    return Stream.of(maintenance(), partitions(), transactions(), taste())
        .flatMap(List::stream)
        .toList();
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
        rule("LK318", "materialized-view-refreshed-in-place", LOCKING, HIGH)
            .onPostgresql()
            .inStep(
                "REFRESH MATERIALIZED VIEW locks out every reader of the view until the query is"
                    + " done. CONCURRENTLY, with a unique index, lets them read on.",
                (facts, step) ->
                    matches(step, "(?is)\\s*REFRESH\\s+MATERIALIZED\\s+VIEW\\s+(?!CONCURRENTLY).*")
                            && !step.failsForCertain()
                            && !isMadeBefore(facts, step)
                        ? Stream.of(
                            Found.at(
                                step,
                                About.statement(step),
                                "readers of the view wait until it is filled anew"))
                        : Stream.empty()),
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

  /** A materialized view that the same revision makes has no readers yet. */
  @SuppressWarnings("ReferenceEquality") // comparing by value would compare whole schemas
  private static boolean isMadeBefore(RevisionFacts facts, StepReview refresh) {
    String statement = String.join(" ", refresh.sql());
    return facts.steps().stream()
        .takeWhile(it -> it != refresh)
        .flatMap(it -> it.parts().stream())
        .map(StepFacts::operation)
        .anyMatch(
            it ->
                it instanceof ObjectOperation.CreateObject(CarriedObject object, boolean _)
                    && object.kind() == CarriedObject.Kind.MATERIALIZED_VIEW
                    && Identifiers.mentions(new SqlText(statement), object.name().name()));
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
                        ? LockingRules.strongest(step)
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
                            && step.parts().stream().allMatch(LockingOverTime::isOverManyRows)
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
                    !step.blocks() && !step.failsForCertain() && !isBatched(step)
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
                            && LockingRules.strongest(step).isPresent()
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

  private static boolean isBatched(StepReview step) {
    return step.parts().stream()
        .allMatch(
            it ->
                it.operation() instanceof DataOperation.ExecuteSql sql
                    && BatchedBlock.of(sql.statement().text()).isPresent());
  }

  private static boolean isData(StepFacts part) {
    Operation operation = part.operation();
    return operation instanceof DataOperation;
  }

  /** The greatest value of an indexed column is found without going through the rows. */
  private static boolean isOverManyRows(StepFacts part) {
    return isData(part)
        && !(part.operation() instanceof DataOperation.ExecuteSql sql
            && Extreme.in(sql.statement().text())
                .filter(it -> it.isIndexed(part.before()))
                .isPresent());
  }

  private static boolean weakAlone(StepReview step) {
    return step.impact().tables().values().stream()
        .allMatch(it -> it.lock().filter(m -> m.compareTo(LockMode.SHARE) >= 0).isEmpty());
  }

  private static List<Rule> taste() {
    return List.of(
        timeout("LK330", "no-lock-timeout", "lock_timeout", "5s"),
        timeout("LK331", "no-statement-timeout", "statement_timeout", "15min"),
        rule("LK332", "table-copied", LOCKING, MEDIUM)
            .on(DialectName.MYSQL, DialectName.MARIADB)
            .inStep(
                "The server makes a copy of the whole table, and its writers wait until it is done."
                    + " That is what the manual says; it was not measured. Tools such as gh-ost and"
                    + " pt-online-schema-change copy while writers go on.",
                (facts, step) ->
                    step.notes().stream()
                        .filter(ServerNote::copies)
                        .filter(_ -> step.parts().stream().allMatch(it -> isThere(it)))
                        .limit(1)
                        .map(it -> Found.at(step, About.statement(step), it.what()))));
  }

  /** Whether the table an operation changes was there before the revision. */
  private static boolean isThere(StepFacts part) {
    return switch (part.operation()) {
      case limbeck.operation.ColumnOperation.AddColumn it -> About.existed(part, it.table());
      case limbeck.operation.ColumnOperation.AlterColumn it -> About.existed(part, it.table());
      case AddConstraint it -> About.existed(part, it.table());
      case limbeck.operation.ConstraintOperation.DropConstraint it ->
          About.existed(part, it.table());
      case limbeck.operation.ColumnOperation.DropColumn _,
          limbeck.operation.ConstraintOperation.RenameConstraint _,
          limbeck.operation.ConstraintOperation.SetDeferral _,
          ValidateConstraint _,
          limbeck.operation.TableOperation _,
          limbeck.operation.IndexOperation _,
          limbeck.operation.TypeOperation _,
          limbeck.operation.ObjectOperation _,
          DataOperation _,
          limbeck.operation.Opaque _ ->
          true;
    };
  }

  private static Rule timeout(String id, String name, String setting, String time) {
    return rule(id, name, LOCKING, LOW)
        .onPostgresql()
        .fixed()
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
                if (LockingRules.strongest(step).isPresent()) {
                  return Stream.of(
                      Found.at(
                              step,
                              About.statement(step),
                              setting + " is not set before this waits for a strong lock")
                          .with(ScriptFixes.timeout(facts, step, setting, time)));
                }
              }
              return Stream.empty();
            });
  }
}
