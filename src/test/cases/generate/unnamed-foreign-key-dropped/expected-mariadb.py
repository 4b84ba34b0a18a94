"""unnamed foreign key dropped

Revision ID: 002_unnamed_foreign_key_dropped
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_unnamed_foreign_key_dropped"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("purchase_ibfk_1", "purchase", type_="foreignkey")

    # the index that was made for the foreign key would stay behind
    op.execute("DROP INDEX IF EXISTS customer_id ON purchase")


def downgrade() -> None:
    op.create_foreign_key(None, "purchase", "customer", ["customer_id"], ["id"])
