"""native to non native enum

Revision ID: 002_native_to_non_native_enum
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The check node_kind (kind IN ('A', 'B')) of node stops the upgrade when there are rows
  that break it.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import mysql

# revision identifiers, used by Alembic.
revision = "002_native_to_non_native_enum"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "node",
        "kind",
        existing_type=mysql.ENUM("A", "B"),
        type_=sa.Enum("A", "B", native_enum=False, length=20),
        existing_nullable=False,
    )
    op.create_check_constraint("node_kind", "node", "kind IN ('A', 'B')")


def downgrade() -> None:
    op.drop_constraint("node_kind", "node", type_="check")
    op.alter_column(
        "node",
        "kind",
        existing_type=sa.Enum("A", "B", native_enum=False, length=20),
        type_=mysql.ENUM("A", "B"),
        existing_nullable=False,
    )
