package limbeck.dialect;

import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.foreign;
import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.over;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TypeOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.ColumnName;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Alembic has no form for, and whole schemas. */
class LoweringTest {
  private static final Dialect POSTGRESQL = Dialects.of(DialectName.POSTGRESQL);

  private static List<String> lowered(DialectName dialect, Operation operation, Schema before) {
    return switch (Dialects.of(dialect).lower(operation, before)) {
      case Lowering.Statements(var statements) ->
          statements.stream().map(it -> it.sql().text()).toList();
      case Lowering.Unsupported(String reason) -> List.of("-- " + reason);
    };
  }

  private static boolean transactional(Operation operation) {
    return POSTGRESQL.lower(operation, Schema.EMPTY) instanceof Lowering.Statements(var statements)
        && statements.stream().allMatch(Statement::transactional);
  }

  private static Operation execute(String sql) {
    return new DataOperation.ExecuteSql(new SqlText(sql), new TreeSet<>(), new TreeSet<>());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE t SET a = 1 | true",
        "VACUUM t | false",
        "/* a */ CREATE UNIQUE INDEX CONCURRENTLY ix ON t (a) | false",
        "/* x */ DROP INDEX CONCURRENTLY ix | false",
        "CREATE INDEX ix ON t (a) | true",
        "REINDEX TABLE CONCURRENTLY t | false",
        "ALTER TABLE p DETACH PARTITION q CONCURRENTLY | false",
        "ALTER TABLE p DETACH PARTITION q | true",
        "ALTER TYPE mood ADD VALUE 'x' | true",
        "SELECT 'VACUUM' | true",
      })
  void someStatementsRunOutsideOfTransactions(String sql, boolean inside) {
    assertThat(transactional(execute(sql))).isEqualTo(inside);
  }

  @Test
  void concurrentBuildsRunOutsideOfTransactions() {
    assertThat(
            transactional(
                new IndexOperation.CreateIndex(table("t"), index("ix", "a"), true, false)))
        .isFalse();
  }

  @Test
  void whatSqlIsGivenIsSentAsItIs() {
    assertThat(lowered(DialectName.POSTGRESQL, execute("SELECT\t'100%' ;"), Schema.EMPTY))
        .containsExactly("SELECT\t'100%' ;");
  }

  @Test
  void aCheckOfRowsStopsTheScript() {
    Operation require =
        new DataOperation.RequireNoRows(
            table("t"), new SqlText("SELECT $$x$$ FROM t"), "it's 100% wrong");
    assertThat(lowered(DialectName.POSTGRESQL, require, Schema.EMPTY))
        .containsExactly(
            """
            DO $block1$
            BEGIN
                IF EXISTS (
            SELECT $$x$$ FROM t
                ) THEN
                    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'it''s 100% wrong';
                END IF;
            END
            $block1$""");
    assertThat(lowered(DialectName.SQLITE, require, Schema.EMPTY).getFirst()).startsWith("-- ");
  }

  @Test
  void rowsAreFilled() {
    Operation fill =
        new DataOperation.Backfill(
            table("s.t"),
            new ColumnName("order"),
            new SqlText("a + 1"),
            Optional.of(new SqlText("\"order\" IS NULL")));
    assertThat(lowered(DialectName.POSTGRESQL, fill, Schema.EMPTY))
        .containsExactly("UPDATE s.t SET \"order\" = a + 1 WHERE \"order\" IS NULL");
  }

  @Test
  void labelsOfMysqlAreColumnsToModify() {
    EnumType mood = new EnumType(TypeName.of("mood"), List.of("a", "c"));
    Schema before =
        Schema.of(
            List.of(table("t", required("m", new SqlType.EnumReference(mood.name())))),
            List.of(mood));
    Operation add =
        new TypeOperation.AddEnumLabel(mood.name(), "b", Optional.of("c"), Optional.empty(), false);
    assertThat(lowered(DialectName.MYSQL, add, before))
        .containsExactly("ALTER TABLE t MODIFY m ENUM('a','b','c') NOT NULL");
    assertThat(lowered(DialectName.SQLITE, add, before)).isEmpty();
    assertThat(
            lowered(
                DialectName.MARIADB,
                new TypeOperation.RenameEnumLabel(mood.name(), "c", "d"),
                before))
        .containsExactly(
            "ALTER TABLE t MODIFY m ENUM('a','c','d') NOT NULL",
            "UPDATE t SET m = 'd' WHERE m = 'c'",
            "ALTER TABLE t MODIFY m ENUM('a','d') NOT NULL");
  }

  @Test
  void objectsAreReplacedWhereAsked() {
    CarriedObject view =
        new CarriedObject(
            CarriedObject.Kind.VIEW, ObjectName.of("v"), new SqlText("CREATE VIEW v AS SELECT 1"));
    assertThat(
            lowered(
                DialectName.POSTGRESQL, new ObjectOperation.CreateObject(view, true), Schema.EMPTY))
        .containsExactly("CREATE OR REPLACE VIEW v AS SELECT 1");
    CarriedObject extension =
        new CarriedObject(
            CarriedObject.Kind.EXTENSION, ObjectName.of("uuid-ossp"), new SqlText("uuid-ossp"));
    assertThat(
            lowered(
                DialectName.POSTGRESQL,
                new ObjectOperation.CreateObject(extension, true),
                Schema.EMPTY))
        .containsExactly("CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\"");
  }

  @Test
  void whatIsNotUnderstoodIsNotSpelled() {
    Operation opaque = new Opaque("op.run()", "a function is called", new TreeSet<>(), true);
    for (DialectName dialect : DialectName.values()) {
      assertThat(lowered(dialect, opaque, Schema.EMPTY)).containsExactly("-- a function is called");
      assertThat(Dialects.of(dialect).spell(new SqlType.Unknown("x"))).isEqualTo("UNKNOWN");
    }
  }

  @Test
  void tablesComeAfterThoseTheyReferTo() {
    Schema schema =
        Schema.of(
            List.of(
                table("a", column("b", INTEGER), foreign("fk_b", "b", "b", "id")),
                table(
                    "b",
                    required("id", INTEGER),
                    column("c", INTEGER),
                    primary("", "id"),
                    foreign("fk_c", "c", "c", "id")),
                table(
                    "c",
                    required("id", INTEGER),
                    column("b", INTEGER),
                    primary("", "id"),
                    foreign("fk_b", "b", "b", "id"))),
            List.of());
    assertThat(SchemaScript.of(schema, POSTGRESQL).text())
        .isEqualTo(
            """
            CREATE TABLE b (
                id INTEGER NOT NULL,\s
                c INTEGER,\s
                PRIMARY KEY (id)
            );

            CREATE TABLE a (
                b INTEGER,\s
                CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES b (id)
            );

            CREATE TABLE c (
                id INTEGER NOT NULL,\s
                b INTEGER,\s
                PRIMARY KEY (id),\s
                CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES b (id)
            );

            ALTER TABLE b ADD CONSTRAINT fk_c FOREIGN KEY(c) REFERENCES c (id);
            """);
    assertThat(SchemaScript.of(schema, Dialects.of(DialectName.SQLITE)).text())
        .doesNotContain("ALTER TABLE");
  }

  @Test
  void aFunctionThatATableCallsComesFirst() {
    CarriedObject early = function("slug");
    CarriedObject late = function("report");
    Schema schema =
        Schema.of(
                List.of(table("t", column("a", INTEGER), index("ix", over("slug(a)")))), List.of())
            .with(early)
            .with(late);
    List<String> statements =
        SchemaScript.of(schema, POSTGRESQL).statements().stream()
            .map(it -> it.sql().text())
            .toList();
    assertThat(statements).startsWith(early.definition().text());
    assertThat(statements).endsWith(late.definition().text());
  }

  private static CarriedObject function(String name) {
    return new CarriedObject(
        CarriedObject.Kind.FUNCTION,
        ObjectName.of(name),
        new SqlText(
            "CREATE FUNCTION " + name + "(a integer) RETURNS integer LANGUAGE sql AS 'SELECT a'"));
  }

  @Test
  void whatADatabaseCannotDoIsSaid() {
    Schema schema =
        Schema.of(List.of(table("t", column("a", new SqlType.ArrayOf(INTEGER, 1)))), List.of());
    assertThat(SchemaScript.of(schema, Dialects.of(DialectName.MYSQL)).omitted())
        .containsExactly("mysql has no array types");
  }
}
