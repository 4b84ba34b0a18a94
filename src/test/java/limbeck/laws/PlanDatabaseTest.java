package limbeck.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.ReusedDatabase;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.Lowering;
import limbeck.dialect.SchemaScript;
import limbeck.dialect.Statement;
import limbeck.diff.DiffOptions;
import limbeck.diff.Difference;
import limbeck.diff.SchemaDiff;
import limbeck.operation.Apply;
import limbeck.operation.DefaultNames;
import limbeck.operation.Describe;
import limbeck.plan.AnswerReader;
import limbeck.plan.Answers;
import limbeck.plan.Plan;
import limbeck.plan.PlanOptions;
import limbeck.plan.Planner;
import limbeck.plan.Strategy;
import limbeck.revision.Step;
import limbeck.schema.Column;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A plan, carried out on a real server, leads to the wanted catalog and back. */
@Tag("postgres")
class PlanDatabaseTest {
  private static final int MAJOR = 16;
  private static final Dialect DIALECT = Dialects.of(DialectName.POSTGRESQL, OptionalInt.of(MAJOR));
  private static final DiffOptions OPTIONS =
      DiffOptions.of(DIALECT::normalize, DefaultNames.postgresql());

  /** How a trial ended when the rows did not stop it. */
  private enum End {
    THERE_AND_BACK,
    STOPPED_BY_ROWS
  }

  @Test
  void aPlanLeadsThereAndBack() {
    int complete = 0;
    for (long seed = 0; seed < 120; seed++) {
      complete += run(seed) == End.THERE_AND_BACK ? 1 : 0;
    }
    assertThat(complete).isGreaterThan(75);
  }

  @Test
  @Tag("fuzz")
  void aPlanLeadsThereAndBackAtLength() {
    long start = System.nanoTime();
    for (long seed = start; seed < start + 2_000; seed++) {
      run(seed);
    }
  }

  private static End run(long seed) {
    RandomSource random = new RandomSource(seed);
    Schema from = new RandomSchema(random).schema();
    Schema to =
        random.oneIn(2)
            ? new RandomSchema(random).schema()
            : new RandomOperation(random).mutated(from, 1 + random.below(6));
    Strategy strategy = random.oneIn(3) ? Strategy.ONLINE : Strategy.DIRECT;
    boolean rows = random.oneIn(2);
    Plan plan = settled(from, to, strategy, "seed " + seed);
    try (Session session = ReusedDatabase.emptied(MAJOR, "planned").open()) {
      create(session, from, seed);
      if (rows) {
        from.tables().values().forEach(it -> insert(session, it, from));
      }
      return thereAndBack(session, plan, from, to, "seed " + seed);
    }
  }

  /** A plan with all questions answered; each answer may bring new questions. */
  private static Plan settled(Schema from, Schema to, Strategy strategy, String seed) {
    AnswerReader reader = new AnswerReader(from, to);
    for (int round = 0; round < 5; round++) {
      Answers answers = reader.answers();
      Plan plan =
          Planner.plan(
              SchemaDiff.between(from, to, OPTIONS.withRenames(answers.statedRenames(from, to))),
              from,
              to,
              PlanOptions.postgresql(MAJOR).withStrategy(strategy, Set.of()).withAnswers(answers));
      if (plan.questions().isEmpty()) {
        return plan;
      }
      Answering.answer(plan.questions(), reader);
    }
    throw new AssertionError(seed + ": questions that no answer settles");
  }

  private static End thereAndBack(Session session, Plan plan, Schema from, Schema to, String seed) {
    if (!carryOut(session, plan.upgrade(), from, seed + ", there")) {
      return End.STOPPED_BY_ROWS;
    }
    assertSame(session, to, seed + ", there", plan.upgrade());
    if (!carryOut(session, plan.downgrade(), to, seed + ", back")) {
      return End.STOPPED_BY_ROWS;
    }
    assertSame(session, from, seed + ", back", plan.downgrade());
    return End.THERE_AND_BACK;
  }

  private static void create(Session session, Schema schema, long seed) {
    for (Statement statement : SchemaScript.of(schema, DIALECT).statements()) {
      Outcome outcome = session.execute(statement.sql().text());
      assertThat(outcome.succeeded()).as("seed %s: %s %s", seed, statement.sql(), outcome).isTrue();
    }
  }

  /** One row with values that mean nothing; where the table refuses it, it stays empty. */
  private static void insert(Session session, Table table, Schema schema) {
    TreeMap<String, String> values = new TreeMap<>();
    for (Column column : table.columns()) {
      boolean own = column.generation().isPresent() || column.autoincrement();
      if (!own && !column.nullable() && column.serverDefault().isEmpty()) {
        values.put(DIALECT.quote(column.name().text()), value(column.type(), schema));
      }
    }
    String name =
        table.name().schema().map(it -> it + ".").orElse("") + DIALECT.quote(table.name().name());
    session.execute(
        values.isEmpty()
            ? "INSERT INTO " + name + " DEFAULT VALUES"
            : "INSERT INTO "
                + name
                + " ("
                + String.join(", ", values.keySet())
                + ") VALUES ("
                + String.join(", ", values.values())
                + ")");
  }

  private static String value(SqlType type, Schema schema) {
    return switch (type) {
      case SqlType.BooleanType _ -> "true";
      case SqlType.Date _, SqlType.Timestamp _ -> "now()";
      case SqlType.Time _ -> "'10:00'";
      case SqlType.Interval _ -> "'1 day'";
      case SqlType.Json _, SqlType.ArrayOf _ -> "'{}'";
      case SqlType.Uuid _ -> "gen_random_uuid()";
      case SqlType.Named _ -> "'127.0.0.1'";
      case SqlType.EnumReference(var name) ->
          "'" + schema.enumType(name).orElseThrow().labels().getFirst().replace("'", "''") + "'";
      default -> "'1'";
    };
  }

  /** Carries steps out as Alembic would; returns false when rows stopped them, as they may. */
  private static boolean carryOut(Session session, List<Step> steps, Schema start, String what) {
    Schema schema = start;
    session.begin();
    for (Step step : steps) {
      if (step.autocommit()) {
        session.commit();
      }
      Lowering lowering = DIALECT.lower(step.operation(), schema);
      assertThat(lowering)
          .as("%s: %s", what, Describe.describe(step.operation()))
          .isInstanceOf(Lowering.Statements.class);
      for (Statement statement : ((Lowering.Statements) lowering).statements()) {
        if (session.execute(statement.sql().text()) instanceof Outcome.Failed failed) {
          session.rollback();
          assertThat(isAboutRows(failed.sqlState()))
              .as("%s: %s\n%s\n%s", what, statement.sql(), failed, described(steps))
              .isTrue();
          return false;
        }
      }
      schema = Apply.after(step.operation(), schema);
      if (step.autocommit()) {
        session.begin();
      }
    }
    return session.commit().succeeded();
  }

  private static boolean isAboutRows(String sqlState) {
    return sqlState.startsWith("22") || sqlState.startsWith("23") || sqlState.equals("P0001");
  }

  private static String described(List<Step> steps) {
    List<String> lines = new ArrayList<>();
    steps.forEach(it -> lines.add("  " + Describe.describe(it.operation())));
    return String.join("\n", lines);
  }

  private static void assertSame(Session session, Schema wanted, String what, List<Step> steps) {
    Schema read = Inspector.inspect(session, Scope.everything()).schema();
    Difference difference = SchemaDiff.between(read, wanted, OPTIONS);
    assertThat(difference.changes())
        .as("%s\n%s", what.toUpperCase(Locale.ROOT), described(steps))
        .isEmpty();
  }
}
