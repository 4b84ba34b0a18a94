package limbeck.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.Effect;
import limbeck.dialect.Impact;
import limbeck.dialect.Lowering;
import limbeck.dialect.ServerNote;
import limbeck.dialect.Statement;
import limbeck.dialect.mysql.AlgorithmFacts;
import limbeck.dialect.postgresql.Effects;
import limbeck.dialect.sqlite.CopyFacts;
import limbeck.operation.Apply;
import limbeck.operation.ApplyResult;
import limbeck.operation.DefaultNames;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TypeOperation;
import limbeck.revision.Origin;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * Follows the schema through one revision: what each of its calls does, whatever else the run has
 * done before. Safe for use by several threads.
 */
final class StepReviewer {
  private final ReviewSettings settings;
  private final Dialect dialect;

  StepReviewer(ReviewSettings settings) {
    this.settings = settings;
    this.dialect =
        Dialects.of(
            settings.database(),
            settings.database() == DialectName.POSTGRESQL
                ? OptionalInt.of(settings.serverMajor())
                : OptionalInt.empty());
  }

  /**
   * Returns what the steps of a revision do, each call by itself.
   *
   * @param steps upgrade or downgrade
   * @param before the schema they meet
   * @param complete whether it is known in full
   */
  List<CallReview> review(RevisionId revision, List<Step> steps, Schema before, boolean complete) {
    List<CallReview> result = new ArrayList<>();
    Course course = new Course(revision, before, complete);
    for (List<Step> call : calls(steps)) {
      result.add(review(call, course));
    }
    return result;
  }

  /** The schema and what came into being, in the course of one revision. */
  private static final class Course {
    private final RevisionId revision;
    private final Set<TableName> created = new HashSet<>();
    private Schema schema;
    private Lifetimes lifetimes = Lifetimes.NONE;
    private final KnownValues values = new KnownValues();
    private final Set<TypeName> enums = new HashSet<>();
    private boolean complete;

    Course(RevisionId revision, Schema start, boolean complete) {
      this.revision = revision;
      this.schema = start;
      this.complete = complete;
    }
  }

  /** Steps of one call of the script, in order; a call that is not counted stands alone. */
  private static List<List<Step>> calls(List<Step> steps) {
    List<List<Step>> result = new ArrayList<>();
    int last = 0;
    for (Step step : steps) {
      int call =
          switch (step.origin()) {
            case Origin.Script(var _, int number, int _) -> number;
            case Origin.Generated _ -> 0;
          };
      if (call == 0 || call != last) {
        result.add(new ArrayList<>());
      }
      result.getLast().add(step);
      last = call;
    }
    return result;
  }

  private CallReview review(List<Step> call, Course course) {
    boolean autocommit = call.getFirst().autocommit();
    List<StepFacts> parts = new ArrayList<>();
    List<List<String>> sql = new ArrayList<>();
    Impact impact = Impact.NONE;
    List<Effect.MayFail> refusals = new ArrayList<>();
    List<List<Step>> statements = statements(call);
    for (List<Step> statement : statements) {
      impact = impact.and(without(impact(statement, course), statement, course));
      for (Step step : statement) {
        sql.add(lower(step, course, autocommit && statements.size() == 1, refusals));
        Schema after =
            Apply.apply(
                    step.operation(), course.schema, DefaultNames.ofHistory(settings.database()))
                .schema();
        parts.add(new StepFacts(step, course.schema, after, course.lifetimes));
        advance(step, after, course);
      }
    }
    boolean understood =
        impact.unknown().isEmpty()
            && call.stream()
                .noneMatch(it -> it.operation() instanceof Opaque || isUnread(it.operation()));
    return new CallReview(
        course.revision,
        sql,
        autocommit,
        impact,
        refusals,
        understood,
        parts,
        notes(parts, sql.stream().flatMap(List::stream).toList()),
        course.created);
  }

  private List<ServerNote> notes(List<StepFacts> parts, List<String> sql) {
    return switch (settings.database()) {
      case POSTGRESQL -> List.of();
      case SQLITE -> CopyFacts.of(sql, parts.stream().anyMatch(BatchBlock::isRecreated));
      case MYSQL, MARIADB ->
          parts.stream()
              .flatMap(
                  it ->
                      AlgorithmFacts.of(it.operation(), it.before(), settings.database()).stream())
              .distinct()
              .toList();
    };
  }

  private static List<List<Step>> statements(List<Step> call) {
    List<List<Step>> result = new ArrayList<>();
    int last = 0;
    for (Step step : call) {
      int number =
          switch (step.origin()) {
            case Origin.Script(var _, int _, int statement) -> statement;
            case Origin.Generated _ -> 0;
          };
      if (number == 0 || number != last) {
        result.add(new ArrayList<>());
      }
      result.getLast().add(step);
      last = number;
    }
    return result;
  }

  private Impact impact(List<Step> statement, Course course) {
    List<Operation> operations = statement.stream().map(Step::operation).toList();
    Impact found =
        Impact.of(
            Effects.ofStatement(
                operations,
                course.schema,
                settings.serverMajor(),
                Set.copyOf(course.created),
                course.complete));
    if (settings.database() == DialectName.POSTGRESQL) {
      return found;
    }
    // What is measured of PostgreSQL's locks and refusals is not told of another database.
    List<Effect.MayFail> absent = new ArrayList<>();
    Schema schema = course.schema;
    for (Operation operation : operations) {
      ApplyResult applied = Apply.apply(operation, schema);
      schema = applied.schema();
    }
    return new Impact(new TreeMap<>(), absent, found.loses(), found.breaks(), found.unknown());
  }

  /** Leaves out refusals that the course of the revision itself rules out. */
  private static Impact without(Impact impact, List<Step> statement, Course course) {
    List<Effect.MayFail> left =
        impact.refusals().stream()
            .filter(it -> !(it.sqlState().equals("42710") && isMadeOnce(statement, course)))
            .filter(
                it ->
                    it.certain()
                        || statement.stream()
                            .noneMatch(
                                step ->
                                    course.values.rulesOut(
                                        step.operation(), course.schema, it.sqlState())))
            .toList();
    SortedMap<TableName, Impact.OnTable> tables = new TreeMap<>(impact.tables());
    statement.stream()
        .flatMap(it -> course.values.notLookedUp(it.operation(), course.schema).stream())
        .forEach(it -> tables.computeIfPresent(it, (_, on) -> on.withoutScan()));
    return new Impact(tables, left, impact.loses(), impact.breaks(), impact.unknown());
  }

  /** Of an enum type that tables share, Alembic's run makes one and remembers it. */
  private static boolean isMadeOnce(List<Step> statement, Course course) {
    return statement.stream()
        .anyMatch(
            it ->
                it.operation() instanceof TypeOperation.CreateEnum create
                    && it.origin() instanceof Origin.Script(var _, int _, int number)
                    && number == 0
                    && course.enums.contains(create.type().name()));
  }

  private List<String> lower(
      Step step, Course course, boolean alone, List<Effect.MayFail> refusals) {
    if (step.operation() instanceof Opaque opaque) {
      return List.of(opaque.what());
    }
    return switch (dialect.lower(step.operation(), course.schema)) {
      case Lowering.Unsupported(String reason) -> {
        // A type or default that could not be read says nothing about the database.
        if (!isUnread(step.operation())) {
          refusals.add(Impact.certain("0A000", reason));
        }
        yield List.of();
      }
      case Lowering.Statements(List<Statement> lowered) -> {
        for (Statement statement : lowered) {
          if (!statement.transactional()
              && !alone
              && settings.database() == DialectName.POSTGRESQL) {
            refusals.add(
                Impact.certain("25001", "the statement cannot run inside a transaction block"));
          }
        }
        yield lowered.stream().map(it -> it.sql().text()).toList();
      }
    };
  }

  private static boolean isUnread(Operation operation) {
    return operation.toString().contains("Unknown[reason=");
  }

  private void advance(Step step, Schema after, Course course) {
    course.lifetimes = course.lifetimes.after(step.operation());
    course.values.after(step.operation(), course.schema);
    for (TableName table : course.lifetimes.tables()) {
      if (after.tables().containsKey(table) && !course.schema.tables().containsKey(table)) {
        course.created.add(table);
      }
    }
    if (step.operation() instanceof Opaque opaque && opaque.mayChangeSchema()) {
      course.complete = false;
    }
    if (step.operation() instanceof TypeOperation.CreateEnum create) {
      course.enums.add(create.type().name());
    }
    course.schema = after;
  }
}
