"""keep data column

Revision ID: 002_keep_data_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping task.level keeps its values in limbeck_archive.task_columns, from where the
  downgrade brings them back; drop that table when nobody needs them.
- Programs that still use task.level fail from this moment on.
- Dropping task.code keeps its values in limbeck_archive.task_columns, from where the
  downgrade brings them back; drop that table when nobody needs them.
- Programs that still use task.code fail from this moment on.
- Dropping task.note keeps its values in limbeck_archive.task_columns, from where the
  downgrade brings them back; drop that table when nobody needs them.
- Programs that still use task.note fail from this moment on.
- The downgrade gives rows that have come since '' in task.code; say otherwise with
  --fill-down task.code="SQL".
- The downgrade gives rows that have come since 'low' in task.level; say otherwise with
  --fill-down task.level="SQL".

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_keep_data_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("task_code_key", "task", type_="unique")

    # what is dropped is kept in a schema that Alembic does not compare
    op.execute("CREATE SCHEMA limbeck_archive")

    # what is dropped next is kept in limbeck_archive.task_columns
    op.create_table(
        "task_columns",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        schema="limbeck_archive",
    )

    # its rows are copied
    op.execute(
        "INSERT INTO limbeck_archive.task_columns (id, level, code, note) SELECT "
        "id, level::TEXT, code, note FROM task"
    )

    op.drop_column("task", "level")
    op.drop_column("task", "code")
    op.drop_column("task", "note")
    postgresql.ENUM(name="level").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    postgresql.ENUM("low", "high", name="level").create(op.get_bind(), checkfirst=False)

    # the column comes back
    op.add_column(
        "task", sa.Column("note", sa.String(), server_default="none", nullable=True)
    )
    op.add_column("task", sa.Column("code", sa.String(), nullable=True))
    op.add_column(
        "task",
        sa.Column(
            "level",
            postgresql.ENUM("low", "high", name="level", create_type=False),
            nullable=True,
        ),
    )

    # the values that were kept come back
    op.execute(
        "UPDATE task SET level = kept.level::level, code = kept.code, note = "
        "kept.note FROM limbeck_archive.task_columns AS kept WHERE kept.id = "
        "task.id"
    )

    # rows that have come since need a value
    op.execute(
        "UPDATE task SET code = '' WHERE NOT EXISTS (SELECT 1 FROM "
        "limbeck_archive.task_columns AS kept WHERE kept.id = task.id)"
    )

    # every row has a value now
    op.alter_column("task", "code", existing_type=sa.String(), nullable=False)

    # rows that have come since need a value
    op.execute(
        "UPDATE task SET level = 'low' WHERE NOT EXISTS (SELECT 1 FROM "
        "limbeck_archive.task_columns AS kept WHERE kept.id = task.id)"
    )

    # every row has a value now
    op.alter_column(
        "task",
        "level",
        existing_type=postgresql.ENUM("low", "high", name="level", create_type=False),
        nullable=False,
    )

    op.drop_table("task_columns", schema="limbeck_archive")
    op.execute("DROP SCHEMA limbeck_archive")
    op.create_unique_constraint("task_code_key", "task", ["code"])
