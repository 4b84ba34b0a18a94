"""foreign keys enforced

Revision ID: 002_foreign_keys_enforced
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- After a downgrade it is not known any more which rows had no value in team.name.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_foreign_keys_enforced"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # with foreign keys on, SQLite would delete or refuse rows that refer to a table
    # that is made anew
    with op.get_context().autocommit_block():
        op.execute("PRAGMA foreign_keys=OFF")

    with op.batch_alter_table("team") as batch_op:
        batch_op.alter_column(
            "name",
            existing_type=sa.String(length=20),
            type_=sa.String(length=40),
            existing_nullable=True,
        )

    # rows without a value get what is stated
    op.execute("UPDATE team SET name = '?' WHERE name IS NULL")

    with op.batch_alter_table("team") as batch_op:
        batch_op.alter_column(
            "name", existing_type=sa.String(length=40), nullable=False
        )

    # foreign keys are held to again
    with op.get_context().autocommit_block():
        op.execute("PRAGMA foreign_keys=ON")


def downgrade() -> None:
    # with foreign keys on, SQLite would delete or refuse rows that refer to a table
    # that is made anew
    with op.get_context().autocommit_block():
        op.execute("PRAGMA foreign_keys=OFF")

    with op.batch_alter_table("team") as batch_op:
        batch_op.alter_column("name", existing_type=sa.String(length=40), nullable=True)
        batch_op.alter_column(
            "name",
            existing_type=sa.String(length=40),
            type_=sa.String(length=20),
            existing_nullable=True,
        )

    # foreign keys are held to again
    with op.get_context().autocommit_block():
        op.execute("PRAGMA foreign_keys=ON")
