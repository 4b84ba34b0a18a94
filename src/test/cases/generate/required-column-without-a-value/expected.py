"""required column without a value

Revision ID: 002_required_column_without_a
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the foreign key reads tasks; nobody writes tasks or users meanwhile (SHARE ROW
  EXCLUSIVE).
- The foreign key tasks_user_id_fkey (user_id) to users (id) of tasks stops the upgrade
  when there are rows that refer to nothing.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_required_column_without_a"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # nothing is to be filled in, so there must be no rows
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM tasks
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table tasks has rows, and there is no value for slug in them.';
            END IF;
        END
        $$
    """)

    op.add_column("tasks", sa.Column("slug", sa.String(length=200), nullable=False))

    # nothing is to be filled in, so there must be no rows
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM tasks
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table tasks has rows, and there is no value for user_id in them.';
            END IF;
        END
        $$
    """)

    op.add_column("tasks", sa.Column("user_id", sa.Integer(), nullable=False))
    op.create_foreign_key("tasks_user_id_fkey", "tasks", "users", ["user_id"], ["id"])


def downgrade() -> None:
    op.drop_constraint("tasks_user_id_fkey", "tasks", type_="foreignkey")
    op.drop_column("tasks", "user_id")
    op.drop_column("tasks", "slug")
