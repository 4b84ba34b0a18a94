package limbeck.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import limbeck.judge.MariaServer;
import limbeck.judge.PythonJudge;
import limbeck.operation.Apply;
import limbeck.operation.DefaultNames;
import limbeck.revision.Step;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What unnamed constraints are called on MariaDB: the same as real Alembic makes it call them. */
@Tag("oracle")
class InnodbNamesOracleTest {
  private static final DefaultNames NAMES = DefaultNames.ofHistory(DialectName.MARIADB);

  private static final String TABLES =
      """
      op.create_table("p", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("z", sa.Integer(), unique=True))
      op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
          sa.Column("a", sa.Integer(), sa.ForeignKey("p.id")),
          sa.Column("f", sa.Boolean(create_constraint=True)),
          sa.Column("d", sa.Integer(), sa.CheckConstraint("d > 0")),
          sa.ForeignKeyConstraint(["b"], ["p.id"]),
          sa.CheckConstraint("a > 0"),
          sa.Column("b", sa.Integer()),
          sa.Column("e", sa.Integer(), sa.ForeignKey("p.id")),
          sa.ForeignKeyConstraint(["d"], ["p.id"]),
          sa.CheckConstraint("b > 0"))
      """;

  /** One script a line. */
  private static final String MORE =
      """
      pass
      op.create_foreign_key(None, 't', 'p', ['id'], ['id'])
      op.add_column('t', sa.Column('x', sa.Integer(), sa.ForeignKey('p.id')))
      op.drop_constraint('t_ibfk_2', 't', type_='foreignkey'); op.create_foreign_key(None, 't', 'p', ['id'], ['id'])
      op.drop_constraint('t_ibfk_4', 't', type_='foreignkey'); op.create_foreign_key(None, 't', 'p', ['id'], ['id'])
      op.create_foreign_key('t_ibfk_9', 't', 'p', ['id'], ['id']); op.create_foreign_key(None, 't', 'p', ['a'], ['z'])
      op.rename_table('t', 'u'); op.create_foreign_key(None, 'u', 'p', ['id'], ['id'])
      op.create_foreign_key('t_ibfk_own', 't', 'p', ['id'], ['id']); op.rename_table('t', 'u')
      op.create_table('c', sa.Column('a', sa.Integer(), sa.ForeignKey('p.id'))); op.rename_table('c', 'u'); op.create_foreign_key(None, 'u', 'p', ['a'], ['z'])
      op.create_table('c', sa.Column('a', sa.Integer(), sa.ForeignKey('p.id')), sa.Column('b', sa.Integer()), sa.ForeignKeyConstraint(['b'], ['p.id'], name='c_ibfk_7'), sa.CheckConstraint('a > 0', name='CONSTRAINT_1'), sa.CheckConstraint('a > 1'), sa.CheckConstraint('a > 2'))
      """;

  @Test
  void namesAreMariadbs() {
    Optional<MariaServer> server = MariaServer.shared();
    assumeTrue(server.isPresent(), "no MariaDB");
    List<String> scripts = MORE.lines().map(it -> TABLES + it).toList();
    List<?> judged =
        (List<?>)
            Objects.requireNonNull(
                PythonJudge.shared()
                    .ask(
                        "mariadb_names",
                        Map.of("server", server.orElseThrow().url(), "scripts", scripts)));
    for (int i = 0; i < scripts.size(); i++) {
      assertThat(names(scripts.get(i))).as("%s", scripts.get(i)).isEqualTo(judged.get(i));
    }
  }

  private static List<String> names(String script) {
    Schema schema = Schema.EMPTY;
    for (Step step : ReadScript.body(script, DialectName.MARIADB, Schema.EMPTY, Map.of())) {
      schema = Apply.apply(step.operation(), schema, NAMES).schema();
    }
    List<String> result = new ArrayList<>();
    for (Table table : schema.tables().values()) {
      for (Constraint constraint : table.constraints()) {
        String name =
            NAMES.nameOf(constraint, table).map(ConstraintName::text).orElse("(not known)");
        switch (constraint) {
          case Constraint.ForeignKey it ->
              it.columns().stream()
                  .map(ColumnName::text)
                  .forEach(column -> result.add(table.name() + "." + name + ": " + column));
          case Constraint.Check it when it.condition().text().equals("d > 0") -> {
            // It stands in its column, and MariaDB calls it so.
          }
          case Constraint.Check it ->
              result.add(
                  table.name()
                      + "."
                      + name
                      + ": "
                      + it.condition().text().replace(" ", "").toLowerCase(Locale.ROOT));
          case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> {
            // Their names come from their columns.
          }
        }
      }
    }
    return result.stream().sorted().toList();
  }
}
