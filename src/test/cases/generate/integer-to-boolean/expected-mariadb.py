"""integer to boolean

Revision ID: 002_integer_to_boolean
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The downgrade does not bring back the values of task.flag as they were: 0 becomes
  false, every other number true.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_integer_to_boolean"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "task",
        "flag",
        existing_type=sa.Integer(),
        server_default=None,
        existing_nullable=False,
    )
    op.alter_column(
        "task",
        "flag",
        existing_type=sa.Integer(),
        type_=sa.Boolean(),
        existing_nullable=False,
    )
    op.alter_column(
        "task",
        "flag",
        existing_type=sa.Boolean(),
        server_default=sa.false(),
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "task",
        "flag",
        existing_type=sa.Boolean(),
        server_default=None,
        existing_nullable=False,
    )
    op.alter_column(
        "task",
        "flag",
        existing_type=sa.Boolean(),
        type_=sa.Integer(),
        existing_nullable=False,
    )
    op.alter_column(
        "task",
        "flag",
        existing_type=sa.Integer(),
        server_default="0",
        existing_nullable=False,
    )
