"""unnamed foreign keys dropped

Revision ID: 002_unnamed_foreign_keys_dropped
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_unnamed_foreign_keys_dropped"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("trip_ibfk_1", "trip", type_="foreignkey")

    # the index that was made for the foreign key would stay behind
    op.execute("DROP INDEX IF EXISTS end_id ON trip")
    op.execute("DROP INDEX IF EXISTS trip_ibfk_1 ON trip")

    op.drop_constraint("trip_ibfk_2", "trip", type_="foreignkey")

    # the index that was made for the foreign key would stay behind
    op.execute("DROP INDEX IF EXISTS home_id ON trip")
    op.execute("DROP INDEX IF EXISTS trip_ibfk_2 ON trip")

    op.drop_constraint("trip_ibfk_4", "trip", type_="foreignkey")

    # the index that was made for the foreign key would stay behind
    op.execute("DROP INDEX IF EXISTS start_id ON trip")
    op.execute("DROP INDEX IF EXISTS trip_ibfk_4 ON trip")

    op.create_foreign_key(
        "fk_trip_home_id_city", "trip", "city", ["home_id"], ["id"], ondelete="SET NULL"
    )


def downgrade() -> None:
    op.drop_constraint("fk_trip_home_id_city", "trip", type_="foreignkey")

    # the index that was made for the foreign key would stay behind
    op.execute("DROP INDEX IF EXISTS fk_trip_home_id_city ON trip")
    op.execute("DROP INDEX IF EXISTS home_id ON trip")

    op.create_foreign_key("trip_ibfk_4", "trip", "city", ["start_id"], ["id"])
    op.create_foreign_key(
        "trip_ibfk_2", "trip", "city", ["home_id"], ["id"], ondelete="CASCADE"
    )
    op.create_foreign_key("trip_ibfk_1", "trip", "city", ["end_id"], ["id"])
