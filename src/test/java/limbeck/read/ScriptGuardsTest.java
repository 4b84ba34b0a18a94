package limbeck.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import limbeck.operation.Apply;
import limbeck.revision.Step;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What scripts ask about the database is answered from the schema as it is at that point. */
class ScriptGuardsTest {
  private static final String BEFORE =
      """
      op.create_table("t",
          sa.Column("id", sa.Integer(), primary_key=True),
          sa.Column("title", sa.String(255), nullable=False, unique=True),
          sa.Column("made", sa.DateTime(timezone=True)),
          sa.Column("mood", sa.Enum("sad", "glad", name="mood")))
      op.create_index("ix_made", "t", ["made"])
      """;

  private static List<Step> run(String lines, Schema before) {
    return ReadScript.body(lines, DialectName.POSTGRESQL, before, Map.of());
  }

  private static Schema before() {
    Schema schema = Schema.EMPTY;
    for (Step step : run(BEFORE, Schema.EMPTY)) {
      schema = Apply.after(step.operation(), schema);
    }
    return schema;
  }

  /** A guard, as an expression that holds in the schema before. */
  private static DynamicTest holds(String guard) {
    return DynamicTest.dynamicTest(
        guard,
        () -> {
          String lines =
              """
              bind = op.get_bind()
              insp = sa.inspect(bind)
              cols = {c["name"]: c for c in insp.get_columns("t")}
              meta = sa.MetaData()
              meta.reflect(bind=bind)
              t = sa.Table("t", sa.MetaData(), autoload_with=bind)
              def rows(sql, **values):
                  return bind.execute(sa.text(sql), values)
              if %s:
                  op.execute("SELECT 'yes'")
              else:
                  op.execute("SELECT 'no'")
              """
                  .formatted(guard);
          Schema before = before();
          assertThat(ReadScript.sql(run(lines, before), DialectName.POSTGRESQL, before))
              .endsWith("SELECT 'yes';\n")
              .doesNotContain("opaque");
        });
  }

  @TestFactory
  Stream<DynamicTest> guardsAreAnswered() {
    List<String> guards = new ArrayList<>();
    guards.add("insp.has_table('t') and not insp.has_table('u')");
    guards.add("'alembic_version' in insp.get_table_names()");
    guards.add("isinstance(cols['title']['type'], sa.String)");
    guards.add("isinstance(cols['title']['type'], (sa.Text, sa.VARCHAR))");
    guards.add("not isinstance(cols['title']['type'], sa.Text)");
    guards.add("not isinstance(cols['id']['type'], postgresql.UUID)");
    guards.add("str(cols['title']['type']) == 'VARCHAR(255)'");
    guards.add("cols['title']['type'].length == 255");
    guards.add("cols['made']['type'].timezone");
    guards.add("'INT' in str(cols['id']['type']).upper()");
    guards.add("insp.get_pk_constraint('t')['constrained_columns'] == ['id']");
    guards.add("[e['labels'] for e in insp.get_enums()] == [['sad', 'glad']]");
    guards.add("'title' in t.c and 'nothing' not in t.columns");
    guards.add("'made' in t.columns.keys()");
    guards.add("[c.name for c in t.columns] == ['id', 'title', 'made', 'mood']");
    guards.add("'t' in meta.tables and 'u' not in meta.tables");
    guards.add("'id' in meta.tables['t'].c");
    guards.add("[i.name for i in meta.tables['t'].indexes] == ['ix_made']");
    guards.add("rows('SELECT to_regclass(\\'public.t\\')').scalar() is not None");
    guards.add("rows('SELECT to_regclass(\\'u\\')').scalar() is None");
    guards.add(
        "rows('SELECT data_type FROM information_schema.columns WHERE table_name = :t"
            + " AND column_name = :c', t='t', c='title').scalar() == 'character varying'");
    guards.add(
        "[r[0] for r in rows('SELECT indexname FROM pg_indexes WHERE tablename = :t', t='t')]"
            + ".count('ix_made') == 1");
    guards.add(
        "rows('SELECT 1 FROM information_schema.columns WHERE table_name = \\'t\\' AND"
            + " column_name NOT IN (\\'id\\', \\'title\\', \\'made\\', \\'mood\\')').first() is"
            + " None");
    guards.add(
        "rows('SELECT 1 FROM pg_constraint WHERE conname = \\'t_pkey\\' AND contype ="
            + " \\'p\\'').first() is not None");
    guards.add(
        "rows('SELECT schema_name FROM information_schema.schemata WHERE schema_name <>"
            + " \\'public\\' AND schema_name = \\'extra\\'').first() is None");
    return guards.stream().map(ScriptGuardsTest::holds);
  }

  @Test
  void whatCannotBeAnsweredIsNotGuessed() {
    for (String guard :
        List.of(
            "bind.execute(sa.text('SELECT count(*) FROM t')).scalar() > 0",
            "isinstance(sa.inspect(bind).get_columns('t')[0]['type'], Custom)",
            "bind.execute(sa.text('SELECT udt_name FROM information_schema.columns"
                + " WHERE table_name = \\'t\\'')).scalar() == 'int4'")) {
      List<Step> steps =
          run(
              "bind = op.get_bind()\nif " + guard + ":\n    op.drop_column('t', 'title')\n",
              before());
      assertThat(ReadScript.sql(steps, DialectName.POSTGRESQL, before()))
          .as(guard)
          .contains("-- opaque: op.drop_column");
    }
  }

  @Test
  void onSqliteABatchLosesDirectionsAndNamesTheUnnamed() {
    String lines =
        """
        op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer()),
            sa.Column("o_id", sa.Integer(), sa.ForeignKey("t.a")))
        op.create_index("ix", "t", [sa.text("a DESC"), "b"])
        with op.batch_alter_table("t", naming_convention={"fk": "fk_%(table_name)s"}) as batch_op:
            batch_op.drop_column("b")
        """
            .replace("\"b\"])", "\"a\"])");
    String sql =
        ReadScript.sql(
            ReadScript.body(lines, DialectName.SQLITE, Schema.EMPTY, Map.of()),
            DialectName.SQLITE,
            Schema.EMPTY);
    assertThat(sql).contains("DROP INDEX ix").contains("CREATE INDEX ix ON t (a, a)");
  }
}
