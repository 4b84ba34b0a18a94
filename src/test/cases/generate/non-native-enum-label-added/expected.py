"""non native enum label added

Revision ID: 002_non_native_enum_label_added
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the check reads the whole table; nobody reads or writes node meanwhile (ACCESS
  EXCLUSIVE).
- The check node_kind (kind IN ('A', 'B', 'C')) of node stops the upgrade when there are
  rows that break it.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_non_native_enum_label_added"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("node_kind", "node", type_="check")
    op.create_check_constraint("node_kind", "node", "kind IN ('A', 'B', 'C')")


def downgrade() -> None:
    op.drop_constraint("node_kind", "node", type_="check")
    op.create_check_constraint("node_kind", "node", "kind IN ('A', 'B')")
