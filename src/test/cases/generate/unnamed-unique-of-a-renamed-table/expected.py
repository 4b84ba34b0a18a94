"""unnamed unique of a renamed table

Revision ID: 002_unnamed_unique_of_a_renamed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still use table trip fail from this moment on.
- Programs that still call journey.code so, and not number, fail from now on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_unnamed_unique_of_a_renamed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # table trip is stated to be journey now
    op.rename_table("trip", "journey")

    # the sequence of journey.id follows its table
    op.execute("ALTER SEQUENCE IF EXISTS trip_id_seq RENAME TO journey_id_seq")

    # column journey.code is stated to be number now
    op.alter_column("journey", "code", new_column_name="number")

    op.execute("ALTER TABLE journey RENAME CONSTRAINT trip_pkey TO journey_pkey")
    op.execute(
        "ALTER TABLE journey RENAME CONSTRAINT trip_code_year_key TO "
        "journey_number_year_key"
    )


def downgrade() -> None:
    op.execute(
        "ALTER TABLE journey RENAME CONSTRAINT journey_number_year_key TO "
        "trip_code_year_key"
    )
    op.execute("ALTER TABLE journey RENAME CONSTRAINT journey_pkey TO trip_pkey")
    op.alter_column("journey", "number", new_column_name="code")
    op.execute("ALTER SEQUENCE IF EXISTS journey_id_seq RENAME TO trip_id_seq")
    op.rename_table("journey", "trip")
