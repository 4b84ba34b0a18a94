package limbeck.dialect.postgresql;

import static limbeck.dialect.Make.BIGINT;
import static limbeck.dialect.Make.BOOLEAN;
import static limbeck.dialect.Make.DATETIME;
import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.TEXT;
import static limbeck.dialect.Make.add;
import static limbeck.dialect.Make.alter;
import static limbeck.dialect.Make.check;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.comment;
import static limbeck.dialect.Make.computed;
import static limbeck.dialect.Make.creation;
import static limbeck.dialect.Make.drop;
import static limbeck.dialect.Make.dropConstraint;
import static limbeck.dialect.Make.dropIndex;
import static limbeck.dialect.Make.expression;
import static limbeck.dialect.Make.fill;
import static limbeck.dialect.Make.filled;
import static limbeck.dialect.Make.foreign;
import static limbeck.dialect.Make.identity;
import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.key;
import static limbeck.dialect.Make.literal;
import static limbeck.dialect.Make.over;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.rename;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.starting;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.type;
import static limbeck.dialect.Make.unfill;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.Lowering;
import limbeck.dialect.SchemaScript;
import limbeck.dialect.Statement;
import limbeck.operation.Apply;
import limbeck.operation.ApplyResult;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
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

/** Every operation, lowered and executed by a server, yields the schema that Apply predicts. */
@Tag("postgres")
class OperationJudgeTest {
  private static final SqlType MOOD = new SqlType.EnumReference(TypeName.of("mood"));

  private static final Schema BASE =
      Schema.of(
              List.of(
                  table("o", required("id", INTEGER), primary("o_pkey", "id")),
                  table(
                      "t",
                      key("id", INTEGER),
                      column("a", INTEGER),
                      column("v", varchar(20)),
                      column("m", MOOD),
                      filled("f", BOOLEAN, new Default.BooleanConstant(false)),
                      column("w", INTEGER)
                          .withGeneration(Optional.of(computed("a * 2", Optional.of(true)))),
                      required("i", INTEGER).withGeneration(Optional.of(identity(false))),
                      required("n", INTEGER),
                      primary("t_pkey", "id"),
                      unique("uq_v", "v"),
                      check("ck_n", "n > 0"),
                      foreign("fk_n", "n", "o", "id"),
                      index("ix_v", "v"),
                      uniqueIndex("ix_n", "n"))),
              List.of(new EnumType(TypeName.of("mood"), List.of("sad", "ok"))))
          .with(new Sequence(SequenceName.of("s"), Optional.empty(), SequenceOptions.NONE))
          .withNamespaces(new TreeSet<>(List.of(new SchemaName("app"))));

  @TestFactory
  Stream<DynamicTest> theServerDoesWhatApplyPredicts() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int major : List.of(13, 18)) {
      scripts()
          .forEach(
              (title, script) ->
                  tests.add(
                      DynamicTest.dynamicTest(major + ": " + title, () -> judge(major, script))));
    }
    return tests.stream();
  }

  private static void judge(int major, List<Operation> script) {
    Dialect dialect = Dialects.of(DialectName.POSTGRESQL, OptionalInt.of(major));
    try (ScratchDatabase database = SharedServer.of(major).createDatabase();
        Session session = database.open()) {
      SchemaScript.of(BASE, dialect).statements().forEach(it -> run(session, it));
      Schema schema = BASE;
      for (Operation operation : script) {
        Lowering lowering = dialect.lower(operation, schema);
        assertThat(lowering).isInstanceOf(Lowering.Statements.class);
        if (lowering instanceof Lowering.Statements(var statements)) {
          statements.forEach(it -> run(session, it));
        }
        ApplyResult applied = Apply.apply(operation, schema);
        assertThat(applied.problems()).isEmpty();
        schema = applied.schema();
      }
      Schema read = Inspector.inspect(session, Scope.everything()).schema();
      assertThat(lines(dialect.normalize(read))).isEqualTo(lines(dialect.normalize(schema)));
    }
  }

  private static String lines(Schema schema) {
    return schema
        .toString()
        .replaceAll("(Column|Index|Check|Unique|PrimaryKey|ForeignKey|Table)\\[name", "\n$0");
  }

  private static void run(Session session, Statement statement) {
    Outcome outcome = session.execute(statement.sql().text());
    assertThat(outcome).as(statement.sql().text()).isInstanceOf(Outcome.Done.class);
  }

  private static Map<String, List<Operation>> scripts() {
    Map<String, List<Operation>> scripts = new LinkedHashMap<>();
    tables(scripts);
    columns(scripts);
    constraints(scripts);
    indexes(scripts);
    objects(scripts);
    rows(scripts);
    return scripts;
  }

  private static void tables(Map<String, List<Operation>> scripts) {
    scripts.put("create table", List.of(creation("x", key("id", BIGINT), primary("", "id"))));
    scripts.put(
        "create table twice",
        List.of(
            new TableOperation.CreateTable(table("o", column("z", INTEGER)), true),
            new TableOperation.CreateTable(table("new", column("z", INTEGER)), true)));
    scripts.put(
        "drop table",
        List.of(
            new TableOperation.DropTable(table("t"), false, false),
            new TableOperation.DropTable(table("none"), true, false)));
    scripts.put(
        "drop table with what refers to it",
        List.of(new TableOperation.DropTable(table("o"), false, true)));
    scripts.put(
        "rename table", List.of(new TableOperation.RenameTable(table("t"), table("renamed"))));
    scripts.put("move table", List.of(new TableOperation.RenameTable(table("o"), table("app.o2"))));
    scripts.put(
        "comment on table",
        List.of(
            new TableOperation.SetTableComment(table("o"), Optional.empty(), Optional.of("it's"))));
  }

  private static void columns(Map<String, List<Operation>> scripts) {
    scripts.put(
        "add columns",
        List.of(
            add("t", column("x1", DATETIME).withComment(Optional.of("c"))),
            add("t", filled("x2", varchar(5), literal("x")).withNullable(false)),
            add("t", filled("x3", MOOD, literal("ok"))),
            add("t", key("x4", BIGINT)),
            new ColumnOperation.AddColumn(table("t"), column("a", BIGINT), true)));
    scripts.put(
        "drop columns",
        List.of(
            drop("t", "w"),
            drop("t", "v"),
            drop("t", "n"),
            new ColumnOperation.DropColumn(table("t"), new ColumnName("none"), true)));
    scripts.put(
        "alter column",
        List.of(
            alter(
                "t",
                "v",
                type(TEXT),
                new ColumnChange.SetNullable(false),
                fill(literal("y")),
                comment("c"),
                rename("renamed"))));
    scripts.put(
        "alter type with an expression",
        List.of(
            alter(
                "t",
                "v",
                new ColumnChange.SetType(
                    Optional.of(varchar(20)), INTEGER, Optional.of(new SqlText("v::integer"))))));
    scripts.put(
        "defaults",
        List.of(
            alter("t", "f", unfill()),
            alter("t", "a", fill(expression("1 + 2"))),
            alter("t", "n", fill(new Default.NextValue(SequenceName.of("s"))))));
    scripts.put(
        "nullable",
        List.of(
            alter("t", "n", new ColumnChange.SetNullable(true)),
            alter("t", "a", new ColumnChange.SetNullable(false))));
    scripts.put("stop counting", List.of(alter("t", "id", counting(false))));
    scripts.put("start counting", List.of(alter("t", "n", counting(true))));
    scripts.put(
        "counting renamed",
        List.of(
            new TableOperation.RenameTable(table("t"), table("r")),
            alter("r", "id", rename("key")),
            alter("r", "key", counting(false)),
            alter("r", "key", counting(true))));
    scripts.put(
        "identity",
        List.of(
            alter("t", "n", generation(Optional.empty(), Optional.of(identity(true)))),
            alter(
                "t",
                "i",
                generation(
                    Optional.of(identity(false)),
                    Optional.of(new Generation.Identity(true, starting(10)))))));
    scripts.put(
        "no identity",
        List.of(alter("t", "i", generation(Optional.of(identity(false)), Optional.empty()))));
    scripts.put(
        "no expression",
        List.of(
            alter(
                "t",
                "w",
                generation(Optional.of(computed("a * 2", Optional.of(true))), Optional.empty()))));
  }

  private static ColumnChange counting(boolean counts) {
    return new ColumnChange.SetAutoincrement(counts);
  }

  private static ColumnChange generation(Optional<Generation> from, Optional<Generation> to) {
    return new ColumnChange.SetGeneration(from, to);
  }

  private static void constraints(Map<String, List<Operation>> scripts) {
    Constraint.ForeignKey later = foreign("fk_a", "a", "o", "id").withValidated(false);
    scripts.put(
        "add constraints",
        List.of(
            add("t", unique("uq_a", "a", "n")),
            add("t", unique("", "a")),
            add("t", check("", "a > 0")),
            add("t", foreign("", "a", "o", "id"))));
    scripts.put(
        "validate later",
        List.of(
            add("t", later),
            new ConstraintOperation.ValidateConstraint(table("t"), new ConstraintName("fk_a"))));
    scripts.put("not valid", List.of(add("t", later)));
    scripts.put(
        "drop constraints",
        List.of(
            dropConstraint("t", "uq_v", ConstraintOperation.Kind.UNIQUE),
            dropConstraint("t", "ck_n", ConstraintOperation.Kind.CHECK),
            dropConstraint("t", "fk_n", ConstraintOperation.Kind.FOREIGN_KEY),
            dropConstraint("t", "t_pkey", ConstraintOperation.Kind.PRIMARY_KEY),
            new ConstraintOperation.DropConstraint(
                table("t"), new ConstraintName("none"), Optional.empty(), true, false)));
    scripts.put(
        "drop key with what refers to it",
        List.of(
            new ConstraintOperation.DropConstraint(
                table("o"), new ConstraintName("o_pkey"), Optional.empty(), false, true)));
    scripts.put(
        "rename constraint",
        List.of(
            new ConstraintOperation.RenameConstraint(
                table("t"), new ConstraintName("uq_v"), new ConstraintName("Other"))));
    scripts.put(
        "constraint from an index",
        List.of(
            new ConstraintOperation.AddConstraint(
                table("t"), unique("uq_n", "n"), Optional.of(new IndexName("ix_n")))));
  }

  private static void indexes(Map<String, List<Operation>> scripts) {
    scripts.put(
        "indexes",
        List.of(
            createIndex("t", index("ix_new", over("lower(v)")), false),
            createIndex("t", index("ix_quiet", "a"), true),
            dropIndex("t", "ix_v"),
            new IndexOperation.DropIndex(
                Optional.of(table("t")), Optional.empty(), new IndexName("ix_n"), true, true),
            new IndexOperation.RenameIndex(
                table("t"), new IndexName("ix_new"), new IndexName("Renamed"))));
  }

  private static Operation createIndex(String table, Index index, boolean concurrently) {
    return new IndexOperation.CreateIndex(table(table), index, concurrently, false);
  }

  private static void objects(Map<String, List<Operation>> scripts) {
    TypeName mood = TypeName.of("mood");
    SequenceOptions faster =
        new SequenceOptions(
            Optional.of(7L),
            Optional.of(3L),
            Optional.of(-5L),
            Optional.of(900L),
            Optional.of(true),
            Optional.of(5L));
    scripts.put(
        "enums",
        List.of(
            new TypeOperation.CreateEnum(
                new EnumType(TypeName.of("app", "Kind"), List.of("x")), false),
            new TypeOperation.AddEnumLabel(mood, "last", Optional.empty(), Optional.empty(), false),
            new TypeOperation.AddEnumLabel(
                mood, "first", Optional.of("sad"), Optional.empty(), false),
            new TypeOperation.AddEnumLabel(
                mood, "middle", Optional.empty(), Optional.of("sad"), true),
            new TypeOperation.AddEnumLabel(mood, "ok", Optional.empty(), Optional.empty(), true),
            new TypeOperation.RenameEnumLabel(mood, "ok", "it's ok"),
            new TypeOperation.DropEnum(TypeName.of("app", "Kind"), false),
            new TypeOperation.DropEnum(TypeName.of("none"), true)));
    scripts.put(
        "rename type", List.of(new TypeOperation.RenameType(mood, TypeName.of("app", "feeling"))));
    scripts.put(
        "sequences",
        List.of(
            new ObjectOperation.CreateSequence(
                new Sequence(SequenceName.of("s2"), Optional.of(INTEGER), faster), false),
            new ObjectOperation.AlterSequence(SequenceName.of("s"), SequenceOptions.NONE, faster),
            new ObjectOperation.AlterSequence(SequenceName.of("s2"), faster, SequenceOptions.NONE),
            new ObjectOperation.RenameSequence(SequenceName.of("s"), SequenceName.of("app", "S3")),
            new ObjectOperation.DropSequence(SequenceName.of("s2"), false)));
    scripts.put(
        "schemas",
        List.of(
            new ObjectOperation.CreateNamespace(new SchemaName("New"), false),
            new ObjectOperation.CreateNamespace(new SchemaName("app"), true),
            new ObjectOperation.DropNamespace(new SchemaName("New"), false, true)));
    scripts.put(
        "extension",
        List.of(
            new ObjectOperation.CreateObject(
                new CarriedObject(
                    CarriedObject.Kind.EXTENSION, ObjectName.of("citext"), new SqlText("citext")),
                true)));
  }

  private static void rows(Map<String, List<Operation>> scripts) {
    SortedMap<ColumnName, SqlText> row = new TreeMap<>();
    row.put(new ColumnName("id"), new SqlText("1"));
    scripts.put(
        "rows",
        List.of(
            new DataOperation.InsertRows(table("o"), List.of(row)),
            new DataOperation.RequireNoRows(
                table("o"), new SqlText("SELECT 1 FROM o WHERE id > 1"), "it's $$ too \\ many"),
            new DataOperation.Backfill(
                table("o"),
                new ColumnName("id"),
                new SqlText("id + 1"),
                Optional.of(new SqlText("id = 1"))),
            new DataOperation.ExecuteSql(
                new SqlText("DELETE FROM o"), new TreeSet<>(), new TreeSet<>())));
  }
}
