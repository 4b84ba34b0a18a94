package limbeck.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import limbeck.dialect.Dialects;
import limbeck.dialect.Lowering;
import limbeck.dialect.ServerNote;
import limbeck.judge.PythonJudge;
import limbeck.operation.Apply;
import limbeck.operation.Operation;
import limbeck.read.ReadScript;
import limbeck.revision.Revision;
import limbeck.revision.Step;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What SQLite is said to do for an operation is what it does when real Alembic runs it: which pages
 * of the file are written, and whether the rows are gone through.
 */
@Tag("oracle")
class CopyFactsTest {
  private static final int ROWS = 20_000;

  private static final String HEAD =
      "import sqlalchemy as sa\nfrom alembic import op\nrevision = \"a\"\n"
          + "down_revision = None\n\n\ndef upgrade():\n    ";

  private static final String BASE =
      """
      op.create_table("o", sa.Column("id", sa.Integer(), primary_key=True))
      op.create_table(
          "t",
          sa.Column("id", sa.Integer(), primary_key=True),
          sa.Column("a", sa.String(10), nullable=False),
          sa.Column("b", sa.String(20)),
          sa.Column("n", sa.Integer()),
          sa.Column("p", sa.Integer()),
          sa.ForeignKeyConstraint(["p"], ["o.id"], name="fk"),
          sa.CheckConstraint("n > 0", name="ck"),
      )
      op.create_index("ix", "t", ["n"])
      """;

  private static final String BATCH = "with op.batch_alter_table('t') as batch_op:\n    batch_op.";

  private static final List<String> FORMS =
      List.of(
          "op.add_column('t', sa.Column('z', sa.Integer()))",
          "op.add_column('t', sa.Column('z', sa.Integer(), server_default='3', nullable=False))",
          "op.add_column('t', sa.Column('z', sa.Integer(), sa.Computed('n + 1', persisted=False)))",
          "op.drop_column('t', 'b')",
          "op.alter_column('t', 'b', new_column_name='c')",
          "op.rename_table('t', 't2')",
          "op.create_index('i', 't', ['a'])",
          "op.create_index('i', 't', ['a', 'id'], unique=True)",
          BATCH + "add_column(sa.Column('z', sa.Integer()))",
          BATCH + "create_index('i', ['a'])",
          BATCH + "drop_column('b')",
          "with op.batch_alter_table('t', recreate='never') as batch_op:\n    batch_op.drop_column('b')",
          "with op.batch_alter_table('t', recreate='always') as batch_op:\n"
              + "    batch_op.add_column(sa.Column('z', sa.Integer()))",
          BATCH + "alter_column('b', new_column_name='c')",
          BATCH + "alter_column('b', nullable=False, existing_type=sa.String(20))",
          BATCH + "alter_column('n', type_=sa.BigInteger(), existing_type=sa.Integer())",
          BATCH + "alter_column('n', server_default='5', existing_type=sa.Integer())",
          BATCH + "create_unique_constraint('u', ['id', 'a'])",
          BATCH + "create_check_constraint('c2', 'n > 0')",
          BATCH + "create_foreign_key('f2', 'o', ['n'], ['id'])",
          BATCH + "drop_constraint('fk', type_='foreignkey')");

  /** What an operation costs. */
  private enum Work {
    IN_PLACE,
    READS,
    REWRITES,
    COPIES
  }

  @Test
  void foretoldAsDone() {
    List<String> base = new ArrayList<>();
    Schema schema = Schema.EMPTY;
    for (Operation operation : operations(BASE.strip(), Schema.EMPTY)) {
      base.addAll(sql(operation, schema));
      schema = Apply.after(operation, schema);
    }
    List<String> rows =
        List.of(
            "INSERT INTO o VALUES (1)",
            "WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < "
                + ROWS
                + ") INSERT INTO t SELECT i, 'some text', 'more text', i, 1 FROM s");
    List<String> foretold = new ArrayList<>();
    for (String form : FORMS) {
      foretold.add(form + ": " + work(notes(form, schema)));
    }
    List<?> measured =
        (List<?>)
            Objects.requireNonNull(
                PythonJudge.shared()
                    .ask("sqlite_work", Map.of("base", base, "rows", rows, "forms", FORMS)));
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < measured.size(); i++) {
      seen.add(FORMS.get(i) + ": " + work((Map<?, ?>) Objects.requireNonNull(measured.get(i))));
    }
    assertThat(foretold).as("what SQLite did: %s", measured).isEqualTo(seen);
  }

  private static List<String> notes(String form, Schema schema) {
    Revision revision = ReadScript.script(script(form), DialectName.SQLITE, schema);
    Reviewer.Report report =
        new Reviewer(List.of(), DialectName.SQLITE)
            .run(List.of(new Reviewer.Request(revision, schema, true, Surroundings.NONE)));
    assertThat(report.steps()).as(form).isNotEmpty();
    return report.steps().stream()
        .flatMap(it -> it.notes().stream())
        .map(ServerNote::what)
        .toList();
  }

  private static Work work(List<String> notes) {
    if (notes.stream().anyMatch(it -> it.startsWith("the table is copied"))) {
      return Work.COPIES;
    }
    if (notes.stream().anyMatch(it -> it.startsWith("all rows are written anew"))) {
      return Work.REWRITES;
    }
    return notes.isEmpty() ? Work.IN_PLACE : Work.READS;
  }

  private static Work work(Map<?, ?> seen) {
    // Less than half of the file is an index; what is copied leaves the old pages and fills as
    // many.
    int many = number(seen, "there") / 3;
    if (number(seen, "new") > many && number(seen, "old") > many) {
      return Work.COPIES;
    }
    if (number(seen, "old") > many) {
      return Work.REWRITES;
    }
    return number(seen, "steps") > ROWS ? Work.READS : Work.IN_PLACE;
  }

  private static int number(Map<?, ?> seen, String name) {
    return ((Number) Objects.requireNonNull(seen.get(name))).intValue();
  }

  private static List<Operation> operations(String body, Schema before) {
    return ReadScript.script(script(body), DialectName.SQLITE, before).upgrade().stream()
        .map(Step::operation)
        .toList();
  }

  private static String script(String body) {
    return HEAD + body.replace("\n", "\n    ") + "\n";
  }

  private static List<String> sql(Operation operation, Schema before) {
    return switch (Dialects.of(DialectName.SQLITE).lower(operation, before)) {
      case Lowering.Statements(var statements) ->
          statements.stream().map(it -> it.sql().text()).toList();
      case Lowering.Unsupported(String reason) -> throw new AssertionError(reason);
    };
  }
}
