package limbeck.review.rule;

import static limbeck.review.Category.FAILURE;
import static limbeck.review.Severity.CRITICAL;
import static limbeck.review.Severity.HIGH;
import static limbeck.review.Severity.MEDIUM;
import static limbeck.review.rule.PatternRule.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import limbeck.dialect.Effect;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.DataOperation;
import limbeck.operation.DataOperation.InsertRows;
import limbeck.operation.Opaque;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.Severity;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.DialectName;
import limbeck.schema.TableName;

/** What makes the revision stop with an error, for certain or on some rows. */
public final class FailureRules {
  private static final Set<String> ABSENT = Set.of("42P01", "42703", "42704", "3F000", "42883");
  private static final Set<String> PRESENT =
      Set.of("42P07", "42701", "42710", "42P06", "42723", "42P16");
  private static final Set<String> RANGE = Set.of("22001", "22003", "22P02", "22007", "22008");
  private static final Set<String> TOLD =
      Set.of("25001", "2BP01", "55P04", "23505", "23514", "23503");

  private FailureRules() {}

  /** Returns the rules, in the order of their identifiers. */
  public static List<Rule> all() {
    return Stream.of(rows(), certain(), data()).flatMap(List::stream).toList();
  }

  private static List<Rule> rows() {
    return List.of(
        rule("LK202", "not-null-without-backfill", FAILURE, HIGH)
            .in(
                AlterColumn.class,
                "The statement fails with SQLSTATE 23502 as soon as one row has no value. Fill the"
                    + " column first, in the same revision or an earlier one.",
                (facts, step, part, alter) ->
                    alter.changes().contains(new ColumnChange.SetNullable(false))
                            && mayMeetNull(facts, part, alter)
                        ? Optional.of(
                            Found.at(
                                part,
                                About.column(alter.table(), alter.column()),
                                alter.table()
                                    + "."
                                    + alter.column()
                                    + " becomes NOT NULL and no step fills the rows without a"
                                    + " value"))
                        : Optional.empty()),
        possible(
            "LK203",
            "duplicates-may-exist",
            MEDIUM,
            "Two rows of the same key make the statement fail. The probe query in the JSON report"
                + " tells beforehand.",
            Set.of("23505"),
            "rows may be there that the new key forbids"),
        possible(
            "LK204",
            "rows-may-violate-check",
            MEDIUM,
            "One row that does not satisfy the condition makes the statement fail. The probe query"
                + " in the JSON report tells beforehand.",
            Set.of("23514"),
            "rows may be there that the condition forbids"),
        possible(
            "LK205",
            "orphans-may-exist",
            MEDIUM,
            "One row that refers to nothing makes the statement fail. The probe query in the JSON"
                + " report tells beforehand.",
            Set.of("23503"),
            "rows may be there that refer to nothing"),
        possible(
            "LK206",
            "values-may-not-fit",
            HIGH,
            "One value that does not fit the new type makes the statement fail. The probe query in"
                + " the JSON report tells beforehand, where there is one.",
            RANGE,
            "values may be there that the new type does not hold"),
        possible(
            "LK221",
            "needed-object-may-be-missing",
            MEDIUM,
            "An operator class, an operator or a schema that the statement needs comes from no"
                + " revision and is not PostgreSQL's own. Without it the statement fails.",
            Set.of("42704", "42883", "3F000"),
            "what the statement needs may not be there"));
  }

  private static Rule possible(
      String id, String name, Severity severity, String why, Set<String> states, String what) {
    return rule(id, name, FAILURE, severity)
        .on(DialectName.POSTGRESQL)
        .inStep(
            why,
            (facts, step) ->
                step.impact().refusals().isEmpty() || step.failsForCertain()
                    ? Stream.empty()
                    : step.impact().refusals().stream()
                        .filter(it -> states.contains(it.sqlState()))
                        .limit(1)
                        .map(it -> Found.at(step, About.statement(step), what + ": " + it.why())));
  }

  /** A column of this revision that was filled for every row, or a step that fills it, is fine. */
  private static boolean mayMeetNull(RevisionFacts facts, StepFacts part, AlterColumn alter) {
    Optional<Column> column =
        part.before().table(alter.table()).flatMap(it -> it.column(alter.column()));
    if (column.isEmpty() || !column.get().nullable() || !About.existed(part, alter.table())) {
      return false;
    }
    boolean newWithDefault =
        part.lifetimes().born(alter.table(), alter.column())
            && column.get().serverDefault().isPresent();
    return !newWithDefault && !filled(facts, part, alter) && !proven(part, alter);
  }

  private static boolean filled(RevisionFacts facts, StepFacts until, AlterColumn alter) {
    for (RevisionFacts earlier : facts.earlier()) {
      if (fills(earlier, until, alter)) {
        return true;
      }
    }
    return fills(facts, until, alter);
  }

  /** Whether a step of a revision, before the given one, fills the column. */
  @SuppressWarnings("ReferenceEquality") // comparing by value would compare whole schemas
  private static boolean fills(RevisionFacts facts, StepFacts until, AlterColumn alter) {
    for (StepReview call : facts.steps()) {
      for (StepFacts step : call.parts()) {
        if (step == until) {
          return false;
        }
        if (fills(step, alter)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean fills(StepFacts step, AlterColumn alter) {
    return switch (step.operation()) {
      case DataOperation.Backfill fill ->
          fill.table().equals(alter.table()) && fill.column().equals(alter.column());
      case DataOperation.ExecuteSql sql ->
          sql.writes().contains(alter.table())
              && sql.statement().text().contains(alter.column().text());
      case DataOperation.RequireNoRows require -> require.table().equals(alter.table());
      case Opaque opaque -> opaque.touches().contains(alter.table()) || opaque.touches().isEmpty();
      default -> false;
    };
  }

  private static boolean proven(StepFacts part, AlterColumn alter) {
    return part.before().table(alter.table()).stream()
        .flatMap(it -> it.constraints().stream())
        .anyMatch(
            it ->
                it instanceof limbeck.schema.Constraint.Check check
                    && check
                        .condition()
                        .text()
                        .matches(
                            "(?is).*\\b\\Q" + alter.column() + "\\E\"?\\s+IS\\s+NOT\\s+NULL.*"));
  }

  private static List<Rule> certain() {
    return List.of(
        rule("LK207", "concurrently-in-transaction", FAILURE, CRITICAL)
            .onPostgresql()
            .fixed()
            .inStep(
                "PostgreSQL refuses it with SQLSTATE 25001. Put it into `with"
                    + " op.get_context().autocommit_block():`, alone.",
                (facts, step) ->
                    step.impact().refusals().stream()
                        .filter(it -> it.certain() && it.sqlState().equals("25001"))
                        .limit(1)
                        .map(
                            it ->
                                Found.at(step, About.statement(step), it.why())
                                    .with(ConcurrentBuild.outside(facts, step)))),
        refused(
            "LK208",
            "object-missing",
            HIGH,
            "The statement fails, in every database that this history has built.",
            (_, it) -> isAbsent(it) && !it.why().contains("no type")),
        refused(
            "LK209",
            "object-exists-already",
            HIGH,
            "The statement fails, in every database that this history has built.",
            (_, it) -> isPresent(it)),
        refused(
            "LK210",
            "object-still-needed",
            HIGH,
            "PostgreSQL refuses to drop or change what something else depends on. Change the"
                + " dependent object first.",
            FailureRules::isNeeded),
        refused(
            "LK211",
            "conversion-unknown",
            HIGH,
            "PostgreSQL has no cast that it would take here by itself. State one with"
                + " postgresql_using, and mind the default.",
            (_, it) -> isConversion(it)),
        refused(
            "LK212",
            "key-types-not-comparable",
            HIGH,
            "A foreign key and what it refers to must be of types that PostgreSQL can compare.",
            (step, it) -> it.sqlState().equals("42804") && it.why().contains("compared")),
        refused(
            "LK213",
            "enum-label-used-before-commit",
            HIGH,
            "A label added by ALTER TYPE … ADD VALUE can be used once its transaction has"
                + " committed. Add it in an autocommit block, or in an earlier run.",
            (step, it) -> it.sqlState().equals("55P04")),
        refused(
            "LK214",
            "enum-type-not-created",
            HIGH,
            "op.add_column does not create the enum type of its column, unlike op.create_table."
                + " Create it first: sa.Enum(…, name=…).create(op.get_bind()).",
            (step, it) -> it.sqlState().equals("42704") && it.why().contains("no type")),
        rule("LK215", "not-possible-on-this-database", FAILURE, HIGH)
            .inStep(
                "The database, or its version, has no statement for it. On SQLite, op.batch_alter_table"
                    + " copies the table instead.",
                (facts, step) ->
                    step.impact().refusals().stream()
                        .filter(it -> it.certain() && isUnsupported(step, it))
                        .limit(1)
                        .map(it -> Found.at(step, About.statement(step), it.why()))),
        rule("LK216", "statement-refused", FAILURE, HIGH)
            .onPostgresql()
            .inStep(
                "PostgreSQL refuses the statement whatever the rows are.",
                (facts, step) ->
                    step.impact().refusals().stream()
                        .filter(it -> it.certain() && isOther(step, it))
                        .limit(1)
                        .map(it -> Found.at(step, About.statement(step), it.why()))));
  }

  private static boolean isUnsupported(StepReview step, Effect.MayFail refusal) {
    return (refusal.sqlState().equals("0A000") && step.sql().isEmpty())
        || (refusal.sqlState().equals("42601") && refusal.why().contains("exist"));
  }

  /** An operator class that is missing is no object that a revision could have made. */
  private static boolean isAbsent(Effect.MayFail refusal) {
    return ABSENT.contains(refusal.sqlState()) && !refusal.why().contains(" index holds the type");
  }

  /** A state that says what is there does not always mean an object of the same name. */
  private static boolean isPresent(Effect.MayFail refusal) {
    return PRESENT.contains(refusal.sqlState())
        && (refusal.why().contains("already") || refusal.sqlState().equals("42P07"));
  }

  private static boolean isNeeded(StepReview step, Effect.MayFail refusal) {
    return refusal.sqlState().equals("2BP01")
        || (refusal.sqlState().equals("0A000")
            && !step.sql().isEmpty()
            && (refusal.why().contains(" uses ") || refusal.why().contains(" refers to ")));
  }

  private static boolean isConversion(Effect.MayFail refusal) {
    return refusal.sqlState().equals("42804") && refusal.why().contains("convert");
  }

  private static boolean isOther(StepReview step, Effect.MayFail refusal) {
    String state = refusal.sqlState();
    boolean told =
        state.equals("23502")
            && step.parts().stream().anyMatch(it -> it.operation() instanceof InsertRows);
    boolean compared = state.equals("42804") && refusal.why().contains("compared");
    return !isAbsent(refusal)
        && !TOLD.contains(state)
        && !isPresent(refusal)
        && !isNeeded(step, refusal)
        && !isConversion(refusal)
        && !compared
        && !told
        && !isUnsupported(step, refusal);
  }

  private static Rule refused(
      String id,
      String name,
      Severity severity,
      String why,
      BiPredicate<StepReview, Effect.MayFail> which) {
    return rule(id, name, FAILURE, severity)
        .onPostgresql()
        .inStep(
            why,
            (facts, step) ->
                step.failsForCertain()
                    ? step.impact().refusals().stream()
                        .filter(it -> it.certain() && which.test(step, it))
                        .limit(1)
                        .map(it -> Found.at(step, About.statement(step), it.why()))
                    : Stream.empty());
  }

  private static List<Rule> data() {
    return List.of(
        rule("LK217", "insert-lacks-required-column", FAILURE, HIGH)
            .in(
                InsertRows.class,
                "The statement fails with SQLSTATE 23502: the database has no value for the"
                    + " column.",
                (facts, step, part, insert) -> lacking(part, insert)),
        rule("LK218", "bind-parameter-without-value", FAILURE, HIGH)
            .inStep(
                "op.execute takes a text as sqlalchemy.text() does: :name is a parameter, and"
                    + " nothing gives it a value. Write \\:name, or use bindparams().",
                (facts, step) ->
                    step.parts().stream()
                        .filter(it -> it.operation() instanceof DataOperation.ExecuteSql)
                        .flatMap(it -> parameter(it).stream())),
        rule("LK219", "unnamed-constraint-dropped", FAILURE, HIGH)
            .fixed()
            .inRevision(
                "op.drop_constraint(None, …) fails: a constraint is dropped by its name. Name"
                    + " constraints by a naming_convention of the metadata.",
                facts ->
                    Stream.concat(
                        unnamed(facts, facts.steps(), true),
                        unnamed(facts, facts.downgradeSteps(), false))),
        rule("LK220", "changed-after-deferred-rows", FAILURE, MEDIUM)
            .onPostgresql()
            .inRevision(
                "Rows written under an INITIALLY DEFERRED key leave checks pending, and ALTER"
                    + " TABLE of the same table is then refused (SQLSTATE 55006) until the"
                    + " transaction ends.",
                FailureRules::pending));
  }

  private static Stream<Found> unnamed(
      RevisionFacts facts, List<StepReview> steps, boolean upgrade) {
    return steps.stream()
        .flatMap(
            step ->
                step.parts().stream()
                    .filter(
                        it ->
                            it.operation() instanceof Opaque opaque
                                && opaque
                                    .what()
                                    .matches("(?s).*drop_(constraint|index)\\(\\s*None\\b.*"))
                    .map(
                        it ->
                            Found.at(it, About.statement(step), "the object to drop has no name")
                                .with(NameFixes.dropped(facts, it, upgrade))));
  }

  private static Optional<Found> lacking(StepFacts part, InsertRows insert) {
    for (Column column :
        part.before().table(insert.table()).map(it -> it.columns()).orElse(List.of())) {
      boolean required =
          !column.nullable()
              && column.serverDefault().isEmpty()
              && column.generation().isEmpty()
              && !column.autoincrement();
      ColumnName name = column.name();
      if (required && insert.rows().stream().anyMatch(it -> !it.containsKey(name))) {
        return Optional.of(
            Found.at(
                part,
                About.column(insert.table(), name),
                "a row inserted into " + insert.table() + " has no value for " + name));
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> parameter(StepFacts part) {
    String text = ((DataOperation.ExecuteSql) part.operation()).statement().text();
    String bare = text.replaceAll("(?s)'[^']*'|\"[^\"]*\"|\\$(\\w*)\\$.*?\\$\\1\\$|--[^\\n]*", " ");
    java.util.regex.Matcher found =
        java.util.regex.Pattern.compile("(?<![:\\w\\\\\\[]):([A-Za-z_]\\w*)(?!:)").matcher(bare);
    String source = part.location().map(it -> it.file().text(it.span())).orElse("");
    boolean bound = source.contains("bindparam") || source.contains("{");
    // A connection's execute takes the values as another argument; op.execute takes none.
    boolean withoutValues = source.startsWith("op.execute(");
    return found.find() && withoutValues && !bound
        ? Optional.of(
            Found.at(
                part,
                new limbeck.review.Subject("statement", Optional.empty(), ":" + found.group(1)),
                ":" + found.group(1) + " is taken for a parameter without a value"))
        : Optional.empty();
  }

  private static Stream<Found> pending(RevisionFacts facts) {
    Set<TableName> pending = new java.util.HashSet<>();
    for (StepReview step : facts.steps()) {
      if (step.autocommit()) {
        pending.clear();
      }
      for (StepFacts part : step.parts()) {
        if (part.operation() instanceof DataOperation.ExecuteSql sql) {
          sql.writes().stream().filter(it -> isDeferred(part, it)).forEach(pending::add);
        } else if (!(part.operation() instanceof DataOperation)) {
          Optional<TableName> altered =
              step.impact().tables().entrySet().stream()
                  .filter(
                      it ->
                          it.getValue()
                              .lock()
                              .filter(m -> m == limbeck.dialect.LockMode.ACCESS_EXCLUSIVE)
                              .isPresent())
                  .map(java.util.Map.Entry::getKey)
                  .filter(pending::contains)
                  .findFirst();
          if (altered.isPresent()) {
            return Stream.of(
                Found.at(
                    part,
                    About.table(altered.get()),
                    altered.get() + " is changed while checks of its rows are pending"));
          }
        }
      }
    }
    return Stream.empty();
  }

  private static boolean isDeferred(StepFacts part, TableName table) {
    return part.before().table(table).stream()
        .flatMap(it -> it.foreignKeys().stream())
        .anyMatch(it -> it.deferral() == limbeck.schema.Deferral.INITIALLY_DEFERRED);
  }
}
