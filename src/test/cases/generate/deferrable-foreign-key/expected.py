"""deferrable foreign key

Revision ID: 002_deferrable_foreign_key
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the foreign key reads node; nobody writes node or node meanwhile (SHARE ROW
  EXCLUSIVE).

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_deferrable_foreign_key"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("node_parent_id_fkey", "node", type_="foreignkey")
    op.create_foreign_key(
        "node_parent_id_fkey",
        "node",
        "node",
        ["parent_id"],
        ["id"],
        onupdate="CASCADE",
        deferrable=True,
        initially="DEFERRED",
    )


def downgrade() -> None:
    op.drop_constraint("node_parent_id_fkey", "node", type_="foreignkey")
    op.create_foreign_key("node_parent_id_fkey", "node", "node", ["parent_id"], ["id"])
