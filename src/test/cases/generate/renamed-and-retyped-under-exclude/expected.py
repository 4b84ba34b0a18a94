"""renamed and retyped under exclude

Revision ID: 002_renamed_and_retyped_under
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still call booking.room so, and not rooms, fail from now on.
- Programs that still call booking.during so, and not period, fail from now on.
- The new type of booking.period writes the whole table and its indexes anew; nobody
  reads or writes booking meanwhile (ACCESS EXCLUSIVE).
- Adding the constraint builds an index; nobody reads or writes booking meanwhile
  (ACCESS EXCLUSIVE).
- The exclusion constraint no_overlap of booking stops the upgrade when there are rows
  that exclude each other.
- The downgrade does not bring back the values booking.period had before they were
  converted.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_renamed_and_retyped_under"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column booking.room is stated to be rooms now
    op.alter_column("booking", "room", new_column_name="rooms")

    # column booking.during is stated to be period now
    op.alter_column("booking", "during", new_column_name="period")

    op.drop_constraint("no_overlap", "booking")
    op.add_column(
        "booking",
        sa.Column("cancelled", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.alter_column(
        "booking",
        "period",
        existing_type=postgresql.TSRANGE(),
        type_=postgresql.TSTZRANGE(),
        postgresql_using="tstzrange(lower(period), upper(period))",
        existing_nullable=False,
    )
    op.create_exclude_constraint(
        "no_overlap",
        "booking",
        ("rooms", "&&"),
        ("period", "&&"),
        where=sa.text("NOT cancelled"),
        using="gist",
        deferrable=True,
        initially="DEFERRED",
    )


def downgrade() -> None:
    op.drop_constraint("no_overlap", "booking")
    op.alter_column(
        "booking",
        "period",
        existing_type=postgresql.TSTZRANGE(),
        type_=postgresql.TSRANGE(),
        postgresql_using="tsrange(lower(period)::timestamp, upper(period)::timestamp)",
        existing_nullable=False,
    )
    op.drop_column("booking", "cancelled")
    op.create_exclude_constraint(
        "no_overlap", "booking", ("rooms", "&&"), ("period", "&&"), using="gist"
    )
    op.alter_column("booking", "period", new_column_name="during")
    op.alter_column("booking", "rooms", new_column_name="room")
