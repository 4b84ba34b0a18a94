"""text to jsonb

Revision ID: 002_text_to_jsonb
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of event.payload writes the whole table and its indexes anew; nobody
  reads or writes event meanwhile (ACCESS EXCLUSIVE).
- The downgrade does not bring back the values event.payload had before they were
  converted.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_text_to_jsonb"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "event",
        "payload",
        existing_type=sa.Text(),
        type_=postgresql.JSONB(),
        postgresql_using="payload::jsonb",
        existing_nullable=True,
    )


def downgrade() -> None:
    op.alter_column(
        "event",
        "payload",
        existing_type=postgresql.JSONB(),
        type_=sa.Text(),
        existing_nullable=True,
    )
