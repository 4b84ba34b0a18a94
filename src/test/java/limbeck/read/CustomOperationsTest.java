package limbeck.read;

import static org.assertj.core.api.Assertions.assertThat;

import limbeck.revision.Revision;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import org.junit.jupiter.api.Test;

/**
 * Operations that Alembic does not have by itself. Each of these scripts was run online on
 * PostgreSQL 16 with the real packages (Alembic 1.20.1, alembic_utils 0.8.8,
 * alembic-postgresql-enum 1.11.0; all but the asynchronous part), and the catalog was the one that
 * is foretold.
 */
class CustomOperationsTest {
  private static String sql(String script, DialectName dialect) {
    Revision revision = ReadScript.script(script, dialect, Schema.EMPTY);
    return ReadScript.sql(revision.upgrade(), dialect, Schema.EMPTY).replaceAll("\\s*\n\\s*", "\n");
  }

  @Test
  void registeredOperationsFunctionsOnAConnectionAndOperationObjects() {
    assertThat(
            sql(
                """
          from alembic import op
          import sqlalchemy as sa
          from alembic.operations import Operations, MigrateOperation, ops
          revision = "a1"
          down_revision = None

          @Operations.register_operation("create_view")
          @Operations.register_operation("make_view", "create_view")
          class CreateViewOp(MigrateOperation):
              def __init__(self, name, select, schema=None):
                  self.name = name
                  self.select = select
                  self.schema = schema
              @classmethod
              def create_view(cls, operations, name, select, **kw):
                  return operations.invoke(cls(name, select, **kw))
              def reverse(self):
                  return None

          @Operations.implementation_for(CreateViewOp)
          def create_view(operations, operation):
              if operations.get_bind().dialect.name == "postgresql":
                  operations.execute("CREATE VIEW %s AS %s" % (operation.name, operation.select))
              operations.create_index("ix_" + operation.name, "t", ["b"])

          async def work(connection, n):
              await connection.execute(sa.text(f"CREATE TABLE w{n} (id int)"))
              await connection.run_sync(lambda c: c.execute(sa.text("CREATE TABLE s (id int)")))

          def upgrade():
              op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("b", sa.Integer()))
              op.create_view("v", "SELECT id FROM t")
              op.make_view("v2", select="SELECT b FROM t")
              op.run_async(work, 3)
              op.invoke(ops.AddColumnOp("t", sa.Column("c", sa.Integer())))
              op.invoke(ops.CreateTableOp("u", [sa.Column("id", sa.Integer())]))
              op.invoke(ops.AlterColumnOp("t", "c", modify_nullable=False))
              op.invoke(ops.DropTableOp("u"))
          def downgrade():
              pass
          """,
                DialectName.POSTGRESQL))
        .isEqualTo(
            """
            CREATE TABLE t (
            id SERIAL NOT NULL,
            b INTEGER,
            PRIMARY KEY (id)
            );
            CREATE VIEW v AS SELECT id FROM t;
            CREATE INDEX ix_v ON t (b);
            CREATE VIEW v2 AS SELECT b FROM t;
            CREATE INDEX ix_v2 ON t (b);
            CREATE TABLE w3 (
            id INTEGER
            );
            CREATE TABLE s (
            id INTEGER
            );
            ALTER TABLE t ADD COLUMN c INTEGER;
            CREATE TABLE u (
            id INTEGER
            );
            ALTER TABLE t ALTER COLUMN c SET NOT NULL;
            DROP TABLE u;
            """);
  }

  @Test
  void entitiesOfAlembicUtils() {
    assertThat(
            sql(
                """
          from alembic import op
          import sqlalchemy as sa
          from alembic_utils.pg_function import PGFunction
          from alembic_utils.pg_trigger import PGTrigger
          from alembic_utils.pg_view import PGView
          from alembic_utils.pg_materialized_view import PGMaterializedView
          from alembic_utils.pg_extension import PGExtension
          from alembic_utils.pg_policy import PGPolicy
          from alembic_utils.pg_grant_table import PGGrantTable, PGGrantTableChoice
          from sqlalchemy import text as sql_text
          revision = "b1"
          down_revision = None
          f = PGFunction(schema="public", signature="up(text)", definition="returns text language sql as $$ select upper($1) $$")
          f2 = PGFunction(schema="public", signature="touch()", definition="returns trigger language plpgsql as $$ begin return new; end $$")
          t = PGTrigger(schema="public", signature="tr", on_entity="public.t", is_constraint=False, definition="before insert on public.t for each row execute function public.touch()")
          v = PGView(schema="public", signature="v", definition="select id from t")
          v2 = PGView(schema="public", signature="v", definition="select id, a from t")
          mv = PGMaterializedView(schema="public", signature="mv", definition="select id from t", with_data=True)
          mv2 = PGMaterializedView(schema="public", signature="mv", definition="select a from t", with_data=False)
          e = PGExtension(schema="public", signature="pgcrypto")
          p = PGPolicy(schema="public", signature="pol", on_entity="t", definition="for all to public using (true)")
          g = PGGrantTable(schema="public", table="t", columns=["id"], role="postgres", grant=PGGrantTableChoice.SELECT, with_grant_option=False)
          def upgrade():
              op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Text()))
              op.create_entity(f)
              op.create_entity(f2)
              op.create_entity(t)
              op.create_entity(v)
              op.replace_entity(v2)
              op.create_entity(mv)
              op.replace_entity(mv2)
              op.create_entity(e)
              op.create_entity(p)
              op.create_entity(g)
              op.drop_entity(g)
              op.drop_entity(p)
              op.drop_entity(e)
              op.drop_entity(mv2)
              op.drop_entity(v2)
              op.drop_entity(t)
              op.replace_entity(PGFunction(schema="public", signature="up(text)", definition="returns text language sql as $$ select lower($1) $$"))
              op.drop_entity(f2)
              op.drop_entity(f)
          def downgrade():
              pass
          """,
                DialectName.POSTGRESQL))
        .isEqualTo(
            """
            CREATE TABLE t (
            id SERIAL NOT NULL,
            a TEXT,
            PRIMARY KEY (id)
            );
            CREATE FUNCTION up(text) returns text language sql as $$ select upper($1) $$;
            CREATE FUNCTION touch() returns trigger language plpgsql as $$ begin return new; end $$;
            CREATE TRIGGER tr before insert on public.t for each row execute function public.touch();
            CREATE VIEW v AS select id from t;
            CREATE OR REPLACE VIEW v AS select id, a from t;
            CREATE MATERIALIZED VIEW mv AS select id from t;
            DROP MATERIALIZED VIEW IF EXISTS mv;
            CREATE MATERIALIZED VIEW mv AS select a from t WITH NO DATA;
            CREATE EXTENSION pgcrypto;
            CREATE POLICY pol ON t for all to public using (true);
            GRANT SELECT (id) ON public.t TO postgres;
            REVOKE SELECT ON public.t FROM postgres;
            DROP POLICY pol ON t;
            DROP EXTENSION pgcrypto;
            DROP MATERIALIZED VIEW mv;
            DROP VIEW v;
            DROP TRIGGER tr ON t;
            CREATE OR REPLACE FUNCTION up(text) returns text language sql as $$ select lower($1) $$;
            DROP FUNCTION touch();
            DROP FUNCTION up(text);
            """);
  }

  @Test
  void labelsSynchronisedByAlembicPostgresqlEnum() {
    assertThat(
            sql(
                """
          from alembic import op
          import sqlalchemy as sa
          from sqlalchemy.dialects import postgresql
          from alembic_postgresql_enum import TableReference, ColumnType
          revision = "c1"
          down_revision = None
          def upgrade():
              sa.Enum("a", "b", name="mood").create(op.get_bind())
              op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("m", postgresql.ENUM("a", "b", name="mood", create_type=False), server_default="a"), sa.Column("ms", postgresql.ARRAY(postgresql.ENUM("a", "b", name="mood", create_type=False))))
              op.sync_enum_values(
                  enum_schema="public", enum_name="mood", new_values=["a", "bb", "c"],
                  affected_columns=[TableReference(table_schema="public", table_name="t", column_name="m", existing_server_default="'a'::mood"), TableReference(table_schema="public", table_name="t", column_name="ms", column_type=ColumnType.ARRAY)],
                  enum_values_to_rename=[("b", "bb")],
              )
          def downgrade():
              pass
          """,
                DialectName.POSTGRESQL))
        .isEqualTo(
            """
            CREATE TYPE mood AS ENUM ('a', 'b');
            CREATE TABLE t (
            id SERIAL NOT NULL,
            m mood DEFAULT 'a',
            ms mood[],
            PRIMARY KEY (id)
            );
            ALTER TYPE mood RENAME TO mood_old;
            CREATE TYPE mood AS ENUM ('a', 'bb', 'c');
            ALTER TABLE t ALTER COLUMN m DROP DEFAULT;
            ALTER TABLE t ALTER COLUMN m TYPE mood USING CASE WHEN m::text = 'b' THEN 'bb'::mood ELSE m::text::mood END;
            ALTER TABLE t ALTER COLUMN m SET DEFAULT 'a';
            ALTER TABLE t ALTER COLUMN ms TYPE mood[] USING array_replace(ms::text[], 'b', 'bb')::mood[];
            DROP TYPE mood_old;
            """);
  }

  @Test
  void labelsAddedAndIndexesMadeAnew() {
    assertThat(
            sql(
                """
          from alembic import op
          import sqlalchemy as sa
          import alembic_postgresql_enum
          from alembic_postgresql_enum.sql_commands.indexes import TableIndex
          from alembic_postgresql_enum import TableReference
          revision = "c2"
          down_revision = "c1"
          def upgrade():
              op.add_enum_value("public", "mood", "d", "a")
              op.add_enum_value(enum_schema="public", enum_name="mood", new_value="e")
              op.create_table("u", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("m", sa.Enum("x", "y", name="kind"), server_default="y"))
              op.create_index("ix_u_m", "u", ["id"], postgresql_where=sa.text("m = 'y'"))
              op.sync_enum_values("public", "kind", ["x", "z"], [("u", "m")], [("y", "z")], [TableIndex(name="public.ix_u_m", definition="CREATE INDEX ix_u_m ON public.u USING btree (id) WHERE (m = 'y'::kind)")])
          def downgrade():
              pass
          """,
                DialectName.POSTGRESQL))
        .isEqualTo(
            """
            ALTER TYPE mood ADD VALUE 'd' AFTER 'a';
            ALTER TYPE mood ADD VALUE 'e';
            CREATE TYPE kind AS ENUM ('x', 'y');
            CREATE TABLE u (
            id SERIAL NOT NULL,
            m kind DEFAULT 'y',
            PRIMARY KEY (id)
            );
            CREATE INDEX ix_u_m ON u (id) WHERE m = 'y';
            ALTER TYPE kind RENAME TO kind_old;
            CREATE TYPE kind AS ENUM ('x', 'z');
            DROP INDEX IF EXISTS ix_u_m;
            ALTER TABLE u ALTER COLUMN m DROP DEFAULT;
            ALTER TABLE u ALTER COLUMN m TYPE kind USING CASE WHEN m::text = 'y' THEN 'z'::kind ELSE m::text::kind END;
            ALTER TABLE u ALTER COLUMN m SET DEFAULT 'z';
            DROP TYPE kind_old;
            CREATE INDEX ix_u_m ON u (id) WHERE m = 'z'::kind;
            """);
  }

  @Test
  void onAnotherDatabaseLabelsAreNotSynchronised() {
    assertThat(
            sql(
                """
                from alembic import op
                revision = "a"
                down_revision = None
                def upgrade():
                    op.sync_enum_values("public", "mood", ["a"], [("t", "m")])
                """,
                DialectName.SQLITE))
        .isEmpty();
  }

  @Test
  void anOperationThatNobodyRegisteredIsSaidToBeUnknown() {
    assertThat(
            sql(
                """
                from alembic import op
                from somewhere import Thing
                revision = "a"
                down_revision = None
                def upgrade():
                    op.invoke(Thing())
                    op.frobnicate("t")
                """,
                DialectName.POSTGRESQL))
        .contains("what the operation does that is invoked cannot be told")
        .contains("op.frobnicate is no directive");
  }
}
