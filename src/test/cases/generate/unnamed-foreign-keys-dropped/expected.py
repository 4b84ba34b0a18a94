"""unnamed foreign keys dropped

Revision ID: 002_unnamed_foreign_keys_dropped
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the foreign key reads trip; nobody writes trip or city meanwhile (SHARE ROW
  EXCLUSIVE).

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_unnamed_foreign_keys_dropped"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("trip_end_id_fkey", "trip", type_="foreignkey")
    op.drop_constraint("trip_home_id_fkey", "trip", type_="foreignkey")
    op.drop_constraint("trip_start_id_fkey", "trip", type_="foreignkey")
    op.create_foreign_key(
        "trip_home_id_fkey", "trip", "city", ["home_id"], ["id"], ondelete="SET NULL"
    )


def downgrade() -> None:
    op.drop_constraint("trip_home_id_fkey", "trip", type_="foreignkey")
    op.create_foreign_key("trip_start_id_fkey", "trip", "city", ["start_id"], ["id"])
    op.create_foreign_key(
        "trip_home_id_fkey", "trip", "city", ["home_id"], ["id"], ondelete="CASCADE"
    )
    op.create_foreign_key("trip_end_id_fkey", "trip", "city", ["end_id"], ["id"])
