"""native to non native enum

Revision ID: 002_native_to_non_native_enum
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of node.kind writes the whole table and its indexes anew; nobody reads or
  writes node meanwhile (ACCESS EXCLUSIVE).
- The new type of node.kind may stop the upgrade: values longer than 20 characters are
  refused.
- Adding the check reads the whole table; nobody reads or writes node meanwhile (ACCESS
  EXCLUSIVE).
- The check node_kind (kind IN ('A', 'B')) of node stops the upgrade when there are rows
  that break it.
- The downgrade of node.kind may stop: values that are no label of it are refused.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_native_to_non_native_enum"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "node",
        "kind",
        existing_type=postgresql.ENUM("A", "B", name="node_kind", create_type=False),
        type_=sa.Enum("A", "B", native_enum=False, length=20),
        existing_nullable=False,
    )
    op.create_check_constraint("node_kind", "node", "kind IN ('A', 'B')")
    postgresql.ENUM(name="node_kind").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    postgresql.ENUM("A", "B", name="node_kind").create(op.get_bind(), checkfirst=False)
    op.drop_constraint("node_kind", "node", type_="check")
    op.alter_column(
        "node",
        "kind",
        existing_type=sa.Enum("A", "B", native_enum=False, length=20),
        type_=postgresql.ENUM("A", "B", name="node_kind", create_type=False),
        postgresql_using="kind::text::node_kind",
        existing_nullable=False,
    )
