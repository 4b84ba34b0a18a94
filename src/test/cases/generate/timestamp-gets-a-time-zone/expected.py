"""timestamp gets a time zone

Revision ID: 002_timestamp_gets_a_time_zone
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of event.at writes the whole table and its indexes anew; nobody reads or
  writes event meanwhile (ACCESS EXCLUSIVE).
- The downgrade does not bring back the values event.at had before they were converted.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_timestamp_gets_a_time_zone"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "event",
        "at",
        existing_type=sa.DateTime(),
        type_=sa.DateTime(timezone=True),
        postgresql_using="at AT TIME ZONE 'UTC'",
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "event",
        "at",
        existing_type=sa.DateTime(timezone=True),
        type_=sa.DateTime(),
        postgresql_using="at AT TIME ZONE 'UTC'",
        existing_nullable=False,
    )
