package limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import limbeck.dialect.Dialects;
import limbeck.dialect.Lowering;
import limbeck.judge.MariaServer;
import limbeck.judge.PythonJudge;
import limbeck.operation.Apply;
import limbeck.operation.Operation;
import limbeck.read.ReadScript;
import limbeck.revision.Step;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What MariaDB is said to do with a statement is what it does: the cheapest algorithm and the
 * weakest lock that it accepts, found by asking for them.
 */
@Tag("oracle")
class AlgorithmFactsTest {
  private static final String HEAD =
      "import sqlalchemy as sa\nfrom alembic import op\nrevision = \"a\"\n"
          + "down_revision = None\n\n\ndef upgrade():\n    ";

  private static final String BASE =
      """
      op.create_table("o", sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False))
      op.create_table(
          "t",
          sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
          sa.Column("c", sa.Integer()),
          sa.Column("n", sa.Integer(), nullable=False),
          sa.Column("v", sa.String(20)),
          sa.Column("w", sa.String(100)),
          sa.Column("d", sa.Integer(), server_default="1"),
          sa.Column("r", sa.Integer()),
          sa.Column("p", sa.Integer()),
          sa.Column("q", sa.Integer()),
          sa.Column("e", sa.Enum("a", "b", name="e")),
          sa.Column("o_id", sa.Integer()),
          sa.UniqueConstraint("n", name="uq"),
          sa.CheckConstraint("c < 1000", name="ck"),
          sa.ForeignKeyConstraint(["o_id"], ["o.id"], name="fk"),
      )
      op.create_index("ix", "t", ["q"])
      op.create_index("ix2", "t", ["p", "d"])
      op.create_table("k", sa.Column("id", sa.Integer(), nullable=False), sa.Column("c", sa.Integer()))
      """;

  private static final List<String> ROWS =
      List.of(
          "INSERT INTO o SELECT seq FROM seq_1_to_50",
          "INSERT INTO t SELECT seq, seq, seq, 'x', 'x', 1, 1, 1, 1, 'a', 1 FROM seq_1_to_200",
          "INSERT INTO k SELECT seq, seq FROM seq_1_to_200");

  private static final List<String> FORMS =
      List.of(
          "op.add_column('t', sa.Column('z', sa.Integer()))",
          "op.add_column('t', sa.Column('z', sa.Integer(), server_default='3', nullable=False))",
          "op.add_column('t', sa.Column('z', sa.DateTime(), server_default=sa.func.now()))",
          "op.add_column('t', sa.Column('z', sa.String(40), server_default=sa.text('(uuid())')))",
          "op.add_column('t', sa.Column('z', sa.Integer(), sa.Computed('c + 1', persisted=True)))",
          "op.add_column('t', sa.Column('z', sa.Integer(), sa.Computed('c + 1', persisted=False)))",
          "op.drop_column('t', 'w')",
          "op.drop_column('t', 'q')",
          "op.drop_column('t', 'p')",
          "op.alter_column('t', 'r', new_column_name='r2', existing_type=sa.Integer())",
          "op.alter_column('t', 'r', new_column_name='r2', existing_type=sa.Integer(),"
              + " type_=sa.BigInteger())",
          "op.alter_column('t', 'r', server_default='5', existing_type=sa.Integer())",
          "op.alter_column('t', 'd', server_default=None, existing_type=sa.Integer())",
          "op.alter_column('t', 'r', comment='x', existing_type=sa.Integer())",
          "op.alter_column('t', 'r', nullable=False, existing_type=sa.Integer())",
          "op.alter_column('t', 'n', nullable=True, existing_type=sa.Integer())",
          "op.alter_column('t', 'v', type_=sa.String(60), existing_type=sa.String(20))",
          "op.alter_column('t', 'v', type_=sa.String(300), existing_type=sa.String(20))",
          "op.alter_column('t', 'w', type_=sa.String(300), existing_type=sa.String(100))",
          "op.alter_column('t', 'v', type_=sa.String(60), nullable=False,"
              + " existing_type=sa.String(20))",
          "op.alter_column('t', 'v', type_=sa.String(10), existing_type=sa.String(20))",
          "op.alter_column('t', 'v', type_=sa.Text(), existing_type=sa.String(20))",
          "op.alter_column('t', 'r', type_=sa.BigInteger(), existing_type=sa.Integer())",
          "op.create_index('i', 't', ['r'])",
          "op.create_index('i', 't', ['id', 'r'], unique=True)",
          "op.create_unique_constraint('u', 't', ['id', 'r'])",
          "op.drop_index('ix', table_name='t')",
          "op.drop_constraint('uq', 't', type_='unique')",
          "op.create_primary_key('pk', 'k', ['id'])",
          "op.drop_constraint('PRIMARY', 't', type_='primary')",
          "op.create_foreign_key('f', 't', 'o', ['r'], ['id'])",
          "op.drop_constraint('fk', 't', type_='foreignkey')",
          "op.create_check_constraint('ck2', 't', 'r > 0')",
          "op.drop_constraint('ck', 't', type_='check')",
          "op.rename_table('k', 'k2')");

  /** A statement and what is said of it. */
  private record Foretold(String form, String sql, AlgorithmFacts.Fact fact) {
    String line() {
      return line(form, fact.algorithm().name(), fact.lock());
    }

    static String line(String form, String algorithm, String lock) {
      String same = algorithm.equals("REBUILD") ? "INPLACE" : algorithm;
      return form + ": " + same + ", " + lock.toUpperCase(Locale.ROOT);
    }
  }

  @Test
  void foretoldAsAccepted() {
    Optional<MariaServer> server = MariaServer.shared();
    assumeTrue(server.isPresent());
    List<String> base = new ArrayList<>();
    Schema schema = Schema.EMPTY;
    for (Operation operation : operations(BASE.strip().replace("\n", "\n    "), Schema.EMPTY)) {
      base.addAll(sql(operation, schema));
      schema = Apply.after(operation, schema);
    }
    base.addAll(ROWS);
    List<Foretold> foretold = new ArrayList<>();
    for (String form : FORMS) {
      List<Operation> operations = operations(form, schema);
      assertThat(operations).as(form).hasSize(1);
      List<String> sql = sql(operations.getFirst(), schema);
      assertThat(sql).as(form).hasSize(1);
      AlgorithmFacts.Fact fact =
          AlgorithmFacts.fact(operations.getFirst(), schema, DialectName.MARIADB).orElseThrow();
      foretold.add(new Foretold(form, sql.getFirst(), fact));
    }
    List<?> measured =
        (List<?>)
            Objects.requireNonNull(
                PythonJudge.shared()
                    .ask(
                        "mariadb_algorithms",
                        Map.of(
                            "server",
                            server.get().url(),
                            "base",
                            base,
                            "forms",
                            foretold.stream().map(Foretold::sql).toList())));
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < measured.size(); i++) {
      List<?> pair = (List<?>) Objects.requireNonNull(measured.get(i));
      seen.add(
          Foretold.line(
              foretold.get(i).form(),
              String.valueOf(pair.getFirst()),
              String.valueOf(pair.getLast())));
    }
    assertThat(foretold.stream().map(Foretold::line).toList()).isEqualTo(seen);
  }

  private static List<Operation> operations(String body, Schema before) {
    return ReadScript.script(HEAD + body + "\n", DialectName.MARIADB, before).upgrade().stream()
        .map(Step::operation)
        .toList();
  }

  private static List<String> sql(Operation operation, Schema before) {
    return switch (Dialects.of(DialectName.MARIADB).lower(operation, before)) {
      case Lowering.Statements(var statements) ->
          statements.stream().map(it -> it.sql().text()).toList();
      case Lowering.Unsupported(String reason) -> throw new AssertionError(reason);
    };
  }
}
