package limbeck.dialect.postgresql;

import static limbeck.dialect.Make.BOOLEAN;
import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.SMALLINT;
import static limbeck.dialect.Make.TEXT;
import static limbeck.dialect.Make.add;
import static limbeck.dialect.Make.alter;
import static limbeck.dialect.Make.check;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.computed;
import static limbeck.dialect.Make.creation;
import static limbeck.dialect.Make.drop;
import static limbeck.dialect.Make.filled;
import static limbeck.dialect.Make.foreign;
import static limbeck.dialect.Make.identity;
import static limbeck.dialect.Make.literal;
import static limbeck.dialect.Make.over;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.type;
import static limbeck.dialect.Make.unique;
import static limbeck.dialect.Make.uniqueIndex;
import static limbeck.dialect.Make.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.Effect;
import limbeck.dialect.Lowering;
import limbeck.dialect.SchemaScript;
import limbeck.dialect.Statement;
import limbeck.operation.ColumnChange;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Index;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What is said to fail does fail, and a probe finds the row that is to blame. */
@Tag("postgres")
class RefusalJudgeTest {
  private static final SqlType MOOD = new SqlType.EnumReference(TypeName.of("mood"));

  private static final Schema BASE =
      Schema.of(
              List.of(
                  table("o", required("id", INTEGER), primary("o_pkey", "id")),
                  table(
                      "t",
                      required("id", INTEGER),
                      column("a", INTEGER),
                      column("v", varchar(20)),
                      filled("x", TEXT, literal("1")),
                      column("n", new SqlType.Numeric(Optional.of(8), Optional.of(2))),
                      column("m", MOOD),
                      filled("b", BOOLEAN, new Default.BooleanConstant(true)),
                      filled("q", INTEGER, new Default.NextValue(SequenceName.of("s"))),
                      column("w", INTEGER)
                          .withGeneration(Optional.of(computed("a + 1", Optional.of(true)))),
                      primary("t_pkey", "id"),
                      foreign("fk_id", "id", "o", "id"),
                      foreign("fk_a", "a", "o", "id").withValidated(false)),
                  table("app.z", column("a", INTEGER))),
              List.of(
                  new EnumType(TypeName.of("mood"), List.of("sad", "ok")),
                  new EnumType(TypeName.of("feeling"), List.of("ok"))))
          .with(new Sequence(SequenceName.of("s"), Optional.empty(), SequenceOptions.NONE))
          .with(
              new CarriedObject(
                  CarriedObject.Kind.VIEW,
                  ObjectName.of("seen"),
                  new SqlText("CREATE VIEW seen AS SELECT v FROM t")))
          .withNamespaces(new TreeSet<>(List.of(new SchemaName("app"))));

  @TestFactory
  Stream<DynamicTest> whatHangsOnRowsIsFoundByTheProbe() {
    Map<String, Operation> operations = new LinkedHashMap<>();
    operations.put("required column", add("t", required("new", INTEGER)));
    operations.put("not null", alter("t", "n", new ColumnChange.SetNullable(false)));
    operations.put("check", add("t", check("ck", "a < 5")));
    operations.put("unique", add("t", unique("uq", "x")));
    operations.put("primary key", add("app.z", primary("pk", "a")));
    operations.put("foreign key", add("t", foreign("fk", "a", "o", "id")));
    operations.put("validate", new ConstraintOperation.ValidateConstraint(table("t"), fk("fk_a")));
    operations.put("unique index", creation("t", uniqueIndex("ix", "x", "b")));
    operations.put(
        "unique index over an expression",
        creation("t", Index.of("ix", true, List.of()).withElements(List.of(over("lower(x)")))));
    operations.put("shorter", alter("t", "x", type(varchar(2))));
    operations.put("number as short text", alter("t", "q", type(varchar(1))));
    operations.put("smaller", alter("t", "q", type(SMALLINT)));
    operations.put(
        "fewer digits", alter("t", "n", type(new SqlType.Numeric(Optional.of(3), Optional.of(2)))));
    operations.put(
        "labels",
        alter(
            "t",
            "m",
            new ColumnChange.SetType(
                Optional.of(MOOD),
                new SqlType.EnumReference(TypeName.of("feeling")),
                Optional.of(new SqlText("m::text::feeling")))));
    return tests(operations, RefusalJudgeTest::judgeProbe);
  }

  private static ConstraintName fk(String name) {
    return new ConstraintName(name);
  }

  @TestFactory
  Stream<DynamicTest> whatIsCertainFails() {
    Map<String, Operation> operations = new LinkedHashMap<>();
    operations.put(
        "drop a referenced table", new TableOperation.DropTable(table("o"), false, false));
    operations.put("drop a referenced column", drop("o", "id"));
    operations.put("drop what is computed from", drop("t", "a"));
    operations.put("another type of it", alter("t", "a", type(TEXT)));
    operations.put("text to integer", alter("t", "v", type(INTEGER)));
    operations.put("integer to boolean", alter("t", "q", type(BOOLEAN)));
    operations.put("boolean to integer", alter("t", "b", type(INTEGER)));
    operations.put(
        "with a default",
        alter(
            "t",
            "x",
            new ColumnChange.SetType(Optional.empty(), INTEGER, Optional.of(new SqlText("1")))));
    operations.put(
        "enum to enum", alter("t", "m", type(new SqlType.EnumReference(TypeName.of("feeling")))));
    operations.put(
        "identity over NULLs",
        alter(
            "t",
            "n",
            new ColumnChange.SetGeneration(Optional.empty(), Optional.of(identity(false)))));
    operations.put(
        "drop the key of a foreign key",
        new ConstraintOperation.DropConstraint(
            table("o"), new ConstraintName("o_pkey"), Optional.empty(), false, false));
    operations.put("drop a used type", new TypeOperation.DropEnum(TypeName.of("mood"), false));
    operations.put(
        "drop a used sequence", new ObjectOperation.DropSequence(SequenceName.of("s"), false));
    operations.put(
        "drop a full schema",
        new ObjectOperation.DropNamespace(new SchemaName("app"), false, false));
    return tests(operations, RefusalJudgeTest::judgeCertain);
  }

  @TestFactory
  Stream<DynamicTest> whatAViewUsesIsSuspected() {
    Map<String, Operation> operations = new LinkedHashMap<>();
    operations.put("drop column", drop("t", "v"));
    operations.put("another type", alter("t", "v", type(TEXT)));
    return tests(
        operations,
        (operation, session) -> {
          assertThat(failures(operation)).anyMatch(it -> it.why().contains("the view seen"));
          assertThat(fails(operation, session)).isTrue();
        });
  }

  private interface Judgement {
    void judge(Operation operation, Session session);
  }

  private static Stream<DynamicTest> tests(Map<String, Operation> operations, Judgement judgement) {
    List<DynamicTest> tests = new ArrayList<>();
    operations.forEach(
        (title, operation) ->
            tests.add(DynamicTest.dynamicTest(title, () -> run(operation, judgement))));
    return tests.stream();
  }

  private static void run(Operation operation, Judgement judgement) {
    Dialect dialect = Dialects.of(DialectName.POSTGRESQL, OptionalInt.of(17));
    try (ScratchDatabase database = SharedServer.of(17).createDatabase();
        Session session = database.open()) {
      for (Statement statement : SchemaScript.of(BASE, dialect).statements()) {
        // The key that is not valid yet is added after the rows.
        if (!statement.sql().text().contains("fk_a")) {
          execute(session, statement.sql().text());
        }
      }
      execute(session, "INSERT INTO o VALUES (1), (2)");
      execute(
          session,
          "INSERT INTO t (id, a, x, n, m, q) VALUES (1, 7, 'Same', 99.5, 'sad', 99999),"
              + " (2, 8, 'Same', NULL, 'ok', 5)");
      execute(session, "INSERT INTO app.z VALUES (1), (1)");
      execute(
          session, "ALTER TABLE t ADD CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES o (id) NOT VALID");
      judgement.judge(operation, session);
    }
  }

  private static void execute(Session session, String statement) {
    assertThat(session.execute(statement)).as(statement).isInstanceOf(Outcome.Done.class);
  }

  private static List<Effect.MayFail> failures(Operation operation) {
    return Effects.of(operation, BASE, 17, Set.of()).stream()
        .filter(Effect.MayFail.class::isInstance)
        .map(Effect.MayFail.class::cast)
        .toList();
  }

  private static void judgeProbe(Operation operation, Session session) {
    boolean found = false;
    for (Effect.MayFail effect : failures(operation)) {
      assertThat(effect.certain()).isFalse();
      if (effect.probe().isPresent()) {
        found |= !session.query(effect.probe().get().text()).values().isEmpty();
      }
    }
    assertThat(found).as("a probe finds a row: %s", failures(operation)).isTrue();
    assertThat(fails(operation, session)).isTrue();
  }

  private static void judgeCertain(Operation operation, Session session) {
    assertThat(failures(operation)).anyMatch(Effect.MayFail::certain);
    assertThat(fails(operation, session)).isTrue();
  }

  private static boolean fails(Operation operation, Session session) {
    Dialect dialect = Dialects.of(DialectName.POSTGRESQL, OptionalInt.of(17));
    return dialect.lower(operation, BASE) instanceof Lowering.Statements(var statements)
        && statements.stream().anyMatch(it -> !session.execute(it.sql().text()).succeeded());
  }
}
