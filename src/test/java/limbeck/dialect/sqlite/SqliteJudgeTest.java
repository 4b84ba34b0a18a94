package limbeck.dialect.sqlite;

import static limbeck.dialect.Make.BIGINT;
import static limbeck.dialect.Make.DATETIME;
import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.TEXT;
import static limbeck.dialect.Make.add;
import static limbeck.dialect.Make.alter;
import static limbeck.dialect.Make.check;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.computed;
import static limbeck.dialect.Make.creation;
import static limbeck.dialect.Make.drop;
import static limbeck.dialect.Make.dropConstraint;
import static limbeck.dialect.Make.dropIndex;
import static limbeck.dialect.Make.expression;
import static limbeck.dialect.Make.fill;
import static limbeck.dialect.Make.filled;
import static limbeck.dialect.Make.foreign;
import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.key;
import static limbeck.dialect.Make.literal;
import static limbeck.dialect.Make.over;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.rename;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.type;
import static limbeck.dialect.Make.unfill;
import static limbeck.dialect.Make.unique;
import static limbeck.dialect.Make.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.Lowering;
import limbeck.dialect.SchemaScript;
import limbeck.judge.PythonJudge;
import limbeck.operation.Apply;
import limbeck.operation.ColumnChange;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.ColumnName;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Operations executed by SQLite on tables with rows: what it holds after them must be what it holds
 * when the schema after is created from nothing, and the rows must be there.
 */
@Tag("oracle")
class SqliteJudgeTest {
  private static final Dialect SQLITE = Dialects.of(DialectName.SQLITE);

  private static final Schema BASE =
      Schema.of(
          List.of(
              table("o", key("id", INTEGER), primary("", "id")),
              table(
                  "t",
                  key("id", INTEGER),
                  filled("a", varchar(10), literal("x")),
                  column("order", INTEGER),
                  column("p", INTEGER),
                  column("m", new SqlType.EnumReference(TypeName.of("mood"))),
                  column("w", INTEGER)
                      .withGeneration(Optional.of(computed("p + 1", Optional.of(false)))),
                  primary("", "id"),
                  unique("uq_a", "a"),
                  check("ck_order", "\"order\" > 0"),
                  foreign("fk_p", "p", "o", "id"),
                  index("ix_order", "order"),
                  index("ix_lower", over("lower(a)")))),
          List.of(new EnumType(TypeName.of("mood"), List.of("sad", "ok"))));

  @TempDir private static Path folder;
  private static int databases;

  @TestFactory
  Stream<DynamicTest> migratedAndCreatedAreTheSame() {
    List<DynamicTest> tests = new ArrayList<>();
    operations()
        .forEach(
            (title, operation) ->
                tests.add(DynamicTest.dynamicTest(title, () -> judge(operation))));
    return tests.stream();
  }

  private static void judge(Operation operation) {
    PythonJudge judge = PythonJudge.shared();
    String migrated = url();
    SchemaScript.of(BASE, SQLITE)
        .statements()
        .forEach(it -> judge.query(migrated, it.sql().text()));
    judge.query(migrated, "INSERT INTO o VALUES (1)");
    judge.query(
        migrated,
        "INSERT INTO t (id, a, \"order\", p, m) VALUES (1, '7', 5, 1, 'ok'), (2, 'b', 6, 1, 'sad')");
    assertThat(SQLITE.lower(operation, BASE)).isInstanceOf(Lowering.Statements.class);
    if (SQLITE.lower(operation, BASE) instanceof Lowering.Statements(var statements)) {
      statements.forEach(it -> judge.query(migrated, it.sql().text()));
    }
    Schema after = Apply.apply(operation, BASE, DefaultNames.none()).schema();
    String created = url();
    SchemaScript.of(after, SQLITE)
        .statements()
        .forEach(it -> judge.query(created, it.sql().text()));
    for (var table : after.tables().keySet()) {
      for (String pragma : List.of("table_xinfo", "foreign_key_list")) {
        String query =
            "SELECT * FROM pragma_%s('%s') ORDER BY 2, 1".formatted(pragma, table.name());
        assertThat(judge.query(migrated, query)).as(query).isEqualTo(judge.query(created, query));
      }
      String indexes =
          "SELECT l.name, l.\"unique\", l.origin, l.partial, replace(m.sql, '\"', '')"
              + " FROM pragma_index_list('%s') l JOIN sqlite_master m ON m.name = l.name ORDER BY 1"
                  .formatted(table.name());
      assertThat(judge.query(migrated, indexes)).isEqualTo(judge.query(created, indexes));
    }
    if (after.table(table("t")).isPresent()) {
      assertThat(judge.query(migrated, "SELECT count(*) FROM t")).isEqualTo(List.of(List.of("2")));
    }
  }

  private static String url() {
    return "sqlite:///" + folder.resolve("db" + databases++ + ".sqlite").toAbsolutePath();
  }

  private static Map<String, Operation> operations() {
    Map<String, Operation> all = new LinkedHashMap<>();
    all.put("create table", creation("new", column("x", INTEGER), unique("", "x")));
    all.put("drop table", new TableOperation.DropTable(table("t"), false, true));
    all.put("add column", add("t", column("new", INTEGER)));
    all.put(
        "add column, constant", add("t", filled("new", TEXT, literal("y")).withNullable(false)));
    all.put(
        "add column, now",
        add("t", filled("new", DATETIME, new Default.Now()).withNullable(false)));
    all.put("add column, expression", add("t", filled("new", TEXT, expression("lower('X')"))));
    all.put(
        "add column, stored",
        add(
            "t",
            column("new", INTEGER)
                .withGeneration(Optional.of(computed("p * 2", Optional.of(true))))));
    all.put(
        "add column, virtual",
        add(
            "t",
            column("new", INTEGER)
                .withGeneration(Optional.of(computed("p * 2", Optional.of(false))))));
    all.put("drop column", drop("t", "m"));
    all.put("drop indexed column", drop("t", "order"));
    all.put("drop unique column", drop("t", "a"));
    all.put("rename column", alter("t", "order", rename("place")));
    all.put("type", alter("t", "order", type(BIGINT)));
    all.put("type, cast", alter("t", "order", type(TEXT)));
    all.put(
        "several",
        alter("t", "a", type(TEXT), new ColumnChange.SetNullable(false), unfill(), rename("b")));
    all.put("default", alter("t", "p", fill(expression("1 + 1"))));
    all.put("key", add("t", foreign("fk_new", "order", "o", "id")));
    all.put("own key", add("t", foreign("fk_own", "order", "t", "id")));
    all.put("unique", add("t", unique("", "order", "p")));
    all.put("check", add("t", check("ck_new", "p > 0")));
    all.put("drop constraint", dropConstraint("t", "fk_p", ConstraintOperation.Kind.FOREIGN_KEY));
    all.put(
        "rename constraint",
        new ConstraintOperation.RenameConstraint(
            table("t"), new ConstraintName("uq_a"), new ConstraintName("uq_b")));
    all.put("index", creation("t", index("ix_new", "p", "order")));
    all.put("drop index", dropIndex("t", "ix_order"));
    all.put(
        "rename index",
        new IndexOperation.RenameIndex(
            table("t"), new IndexName("ix_order"), new IndexName("ix_place")));
    all.put("rename label", new TypeOperation.RenameEnumLabel(TypeName.of("mood"), "ok", "yes"));
    all.put(
        "drop if there",
        new limbeck.operation.ColumnOperation.DropColumn(table("t"), new ColumnName("none"), true));
    return all;
  }
}
