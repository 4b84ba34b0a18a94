package limbeck.render;

import static limbeck.render.RenderCases.INTEGER;
import static limbeck.render.RenderCases.TASKS;
import static limbeck.render.RenderCases.USERS;
import static limbeck.render.RenderCases.name;
import static limbeck.render.RenderCases.names;
import static limbeck.render.RenderCases.options;
import static limbeck.render.RenderCases.schema;
import static limbeck.render.RenderCases.unique;
import static limbeck.render.RenderCases.upgrade;
import static limbeck.render.RenderCases.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.revision.Origin;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.Column;
import limbeck.schema.DialectName;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;
import limbeck.text.ToolFailure;
import org.junit.jupiter.api.Test;

class ScriptRendererTest {
  private static final Column PRIORITY = Column.of("priority", varchar(20), true);

  private static Step step(limbeck.operation.Operation operation, String because) {
    return Step.of(operation, new Origin.Generated(because));
  }

  @Test
  void aColumnIsAddedFilledAndMadeRequired() {
    Schema before = schema();
    List<Step> up =
        List.of(
            step(new ColumnOperation.AddColumn(TASKS, PRIORITY, false), "Rows exist already."),
            step(
                new DataOperation.Backfill(
                    TASKS,
                    name("priority"),
                    new SqlText("'medium'"),
                    Optional.of(new SqlText("priority IS NULL"))),
                "Rows exist already."),
            step(
                new ColumnOperation.AlterColumn(
                    TASKS, name("priority"), List.of(new ColumnChange.SetNullable(false))),
                "Every row has a value now."),
            step(
                new IndexOperation.CreateIndex(
                    TASKS, Index.of("ix_tasks_priority", false, names("priority")), false, false),
                ""));
    List<Step> down =
        List.of(
            step(
                new IndexOperation.DropIndex(
                    Optional.of(TASKS),
                    Optional.empty(),
                    new limbeck.schema.IndexName("ix_tasks_priority"),
                    false,
                    false),
                ""),
            step(new ColumnOperation.DropColumn(TASKS, name("priority"), false), ""));
    RevisionDraft draft =
        RenderCases.draft(
            before,
            up,
            before,
            down,
            List.of("The downgrade drops tasks.priority and its values."));
    assertThat(ScriptRenderer.render(draft, options()))
        .isEqualTo(
            """
            \"""change something

            Revision ID: 0002
            Revises: 0001
            Create Date: 2026-01-02 03:04:05.000006

            Safety notes:

            - The downgrade drops tasks.priority and its values.

            \"""

            from typing import Sequence, Union

            from alembic import op
            import sqlalchemy as sa

            # revision identifiers, used by Alembic.
            revision: str = "0002"
            down_revision: Union[str, Sequence[str], None] = "0001"
            branch_labels: Union[str, Sequence[str], None] = None
            depends_on: Union[str, Sequence[str], None] = None


            def upgrade() -> None:
                \"""Upgrade schema.\"""
                # Rows exist already.
                op.add_column("tasks", sa.Column("priority", sa.String(length=20), nullable=True))
                op.execute("UPDATE tasks SET priority = 'medium' WHERE priority IS NULL")

                # Every row has a value now.
                op.alter_column(
                    "tasks", "priority", existing_type=sa.String(length=20), nullable=False
                )

                op.create_index(op.f("ix_tasks_priority"), "tasks", ["priority"], unique=False)


            def downgrade() -> None:
                \"""Downgrade schema.\"""
                op.drop_index(op.f("ix_tasks_priority"), table_name="tasks")
                op.drop_column("tasks", "priority")
            """);
  }

  @Test
  void theProjectsOwnTemplateIsFollowed() {
    String template =
        """
        \"""${message}

        Revision ID: ${up_revision}
        Revises: ${down_revision | comma,n}
        Create Date: ${create_date}

        \"""
        from alembic import op
        import sqlalchemy as sa
        import sqlmodel
        import acme.types
        ${imports if imports else ""}

        # revision identifiers, used by Alembic.
        revision = ${repr(up_revision)}
        down_revision = ${repr(down_revision)}
        branch_labels = ${repr(branch_labels)}
        depends_on = ${repr(depends_on)}


        def upgrade():
            ${upgrades if upgrades else "pass"}


        def downgrade():
            ${downgrades if downgrades else "pass"}
        """;
    ScriptTemplate.Parsed parsed = ScriptTemplate.parse(template);
    assertThat(parsed).isInstanceOf(ScriptTemplate.Parsed.Understood.class);
    RenderOptions options =
        new RenderOptions(
            DialectName.POSTGRESQL,
            ((ScriptTemplate.Parsed.Understood) parsed).template(),
            new TreeMap<>(),
            false,
            true,
            new PlainSpelling());
    RevisionDraft draft =
        new RevisionDraft(
            new RevisionId("c"),
            List.of(new RevisionId("a"), new RevisionId("b")),
            List.of("side"),
            List.of("x"),
            "say \"\"\"hello\"\"\" \\ bye",
            "today",
            schema(),
            List.of(step(new ColumnOperation.DropColumn(TASKS, name("title"), false), "")),
            schema(),
            List.of(),
            Optional.of("The titles are gone."),
            List.of());
    assertThat(ScriptRenderer.render(draft, options))
        .isEqualTo(
            """
            \"""say \\"\\"\\"hello\\"\\"\\" \\\\ bye

            Revision ID: c
            Revises: a, b
            Create Date: today

            \"""

            from alembic import op
            import acme.types

            # revision identifiers, used by Alembic.
            revision = "c"
            down_revision = ("a", "b")
            branch_labels = ("side",)
            depends_on = "x"


            def upgrade():
                op.drop_column("tasks", "title")


            def downgrade():
                raise NotImplementedError("The titles are gone.")
            """);
  }

  @Test
  void aTemplateWithPythonOfItsOwnIsNotGuessed() {
    assertThat(ScriptTemplate.parse("% if x:\n${upgrades}\n% endif\n"))
        .isEqualTo(new ScriptTemplate.Parsed.NotUnderstood("line 1: % if x:"));
    assertThat(ScriptTemplate.parse("${own_function(up_revision)}"))
        .isEqualTo(new ScriptTemplate.Parsed.NotUnderstood("${own_function(up_revision)}"));
    assertThat(ScriptTemplate.parse("x = 1\n"))
        .isInstanceOf(ScriptTemplate.Parsed.NotUnderstood.class);
  }

  @Test
  void namesOfAConventionAreMarked() {
    Map<String, String> convention = Map.of("uq", "uq_%(table_name)s_%(column_0_name)s");
    assertThat(
            upgrade(
                schema(),
                options(DialectName.POSTGRESQL, convention, false),
                new ConstraintOperation.AddConstraint(
                    USERS, unique("uq_users_email", "email"), Optional.empty()),
                new IndexOperation.CreateIndex(
                    USERS, Index.of("users_email_idx", false, names("email")), false, false)))
        .isEqualTo(
            """
            op.create_unique_constraint(op.f("uq_users_email"), "users", ["email"])
            op.create_index("users_email_idx", "users", ["email"], unique=False)""");
  }

  @Test
  void qualifiedNamesAreGivenByKeyword() {
    TableName table = TableName.of("crm", "people");
    Table people =
        RenderCases.table(
            table,
            List.of(RenderCases.key("id"), Column.of("boss_id", INTEGER, true)),
            List.of(
                RenderCases.primaryKey("id"),
                RenderCases.foreignKey(
                    Optional.of("fk"),
                    "boss_id",
                    table,
                    limbeck.schema.ReferentialAction.NO_ACTION)),
            List.of(Index.of("ix_people_boss", false, names("boss_id"))));
    assertThat(
            upgrade(
                Schema.EMPTY,
                options(),
                new TableOperation.CreateTable(people, false),
                new ColumnOperation.AddColumn(table, PRIORITY, false),
                new TableOperation.DropTable(table, false, false)))
        .isEqualTo(
            """
            op.create_table(
                "people",
                sa.Column("id", sa.Integer(), nullable=False),
                sa.Column("boss_id", sa.Integer(), nullable=True),
                sa.ForeignKeyConstraint(["boss_id"], ["crm.people.id"], name="fk"),
                sa.PrimaryKeyConstraint("id"),
                schema="crm",
            )
            op.create_index("ix_people_boss", "people", ["boss_id"], unique=False, schema="crm")
            op.add_column(
                "people",
                sa.Column("priority", sa.String(length=20), nullable=True),
                schema="crm",
            )
            op.drop_table("people", schema="crm")""");
  }

  @Test
  void whatAlembicCannotCountIsStated() {
    Table table =
        RenderCases.table(
            TableName.of("t"),
            List.of(Column.of("id", INTEGER, false)),
            List.of(RenderCases.primaryKey("id")),
            List.of());
    assertThat(upgrade(new TableOperation.CreateTable(table, false)))
        .contains("sa.Column(\"id\", sa.Integer(), autoincrement=False, nullable=False)");
  }

  @Test
  void changesInAnotherOrderThanAlembicsTakeSeveralCalls() {
    assertThat(
            upgrade(
                new ColumnOperation.AlterColumn(
                    TASKS,
                    name("title"),
                    List.of(
                        new ColumnChange.SetDefault(Optional.empty(), Optional.empty()),
                        new ColumnChange.SetType(
                            Optional.of(varchar(200)),
                            new SqlType.Text(Optional.empty()),
                            Optional.empty())))))
        .isEqualTo(
            """
            op.alter_column(
                "tasks", "title", existing_type=sa.String(length=200), server_default=None
            )
            op.alter_column(
                "tasks",
                "title",
                existing_type=sa.String(length=200),
                type_=sa.Text(),
                existing_nullable=False,
            )""");
  }

  @Test
  void mysqlIsToldWhatTheColumnIs() {
    assertThat(
            upgrade(
                schema(),
                options(DialectName.MYSQL, Map.of(), false),
                new ColumnOperation.AlterColumn(
                    TASKS, name("title"), List.of(new ColumnChange.Rename(name("label"))))))
        .isEqualTo(
            """
            op.alter_column(
                "tasks",
                "title",
                existing_type=sa.String(length=200),
                new_column_name="label",
                existing_nullable=False,
            )""");
  }

  @Test
  void batchBlocksHoldWhatFollowsOnOneTable() {
    assertThat(
            upgrade(
                schema(),
                options(DialectName.SQLITE, Map.of(), true),
                new ColumnOperation.AddColumn(TASKS, PRIORITY, false),
                new ColumnOperation.DropColumn(TASKS, name("title"), false),
                new ConstraintOperation.AddConstraint(
                    USERS, unique("uq_users_email", "email"), Optional.empty()),
                new TableOperation.DropTable(TASKS, false, false)))
        .isEqualTo(
            """
            with op.batch_alter_table("tasks") as batch_op:
                batch_op.add_column(sa.Column("priority", sa.String(length=20), nullable=True))
                batch_op.drop_column("title")
            with op.batch_alter_table("users") as batch_op:
                batch_op.create_unique_constraint("uq_users_email", ["email"])
            op.drop_table("tasks")""");
  }

  @Test
  void stepsOutsideTheTransactionShareABlock() {
    Step label =
        new Step(
            new TypeOperation.AddEnumLabel(
                TypeName.of("mood"), "new", Optional.empty(), Optional.empty(), false),
            new Origin.Generated(""),
            true);
    RevisionDraft draft =
        RenderCases.draft(schema(), List.of(label, label), schema(), List.of(), List.of());
    assertThat(ScriptRenderer.render(draft, options()))
        .containsOnlyOnce("with op.get_context().autocommit_block():\n        op.execute(");
  }

  @Test
  void aCheckOfRowsOutsidePostgresqlAsksTheDatabase() {
    assertThat(
            upgrade(
                schema(),
                options(DialectName.SQLITE, Map.of(), true),
                new DataOperation.RequireNoRows(USERS, new SqlText("SELECT 1"), "Stop.")))
        .isEqualTo(
            """
            if not op.get_context().as_sql:
                violation = op.get_bind().execute(sa.text("SELECT 1")).first()
                if violation is not None:
                    raise RuntimeError("Stop.")""");
  }

  @Test
  void whatCouldNotBeReadIsNotWritten() {
    Column unknown = Column.of("x", new SqlType.Unknown("made by magic()"), true);
    assertThatThrownBy(() -> upgrade(new ColumnOperation.AddColumn(TASKS, unknown, false)))
        .isInstanceOf(ToolFailure.class)
        .hasMessageContaining("made by magic()");
  }

  @Test
  void textIsEscapedAsPythonReadsIt() {
    assertThat(PythonString.literal("a\"b")).isEqualTo("'a\"b'");
    assertThat(PythonString.literal("a'b")).isEqualTo("\"a'b\"");
    assertThat(PythonString.literal("\"'\\\n\t\u0000é\u200b😀"))
        .isEqualTo("\"\\\"'\\\\\\n\\t\\x00é\\u200b😀\"");
    assertThat(SqlInPython.escaped("x = ':a' AND b::int AND '12:30' AND '\\:y'"))
        .isEqualTo("x = '\\:a' AND b::int AND '12:30' AND '\\\\:y'");
  }
}
