"""json to jsonb

Revision ID: 002_json_to_jsonb
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of event.payload writes the whole table and its indexes anew; nobody
  reads or writes event meanwhile (ACCESS EXCLUSIVE).
- The new type of event.payload changes values: white space, the order of keys and
  repeated keys are lost.
- The downgrade does not bring back the values of event.payload as they were: white
  space, the order of keys and repeated keys are lost.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_json_to_jsonb"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "event",
        "payload",
        existing_type=sa.JSON(),
        type_=postgresql.JSONB(),
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "event",
        "payload",
        existing_type=postgresql.JSONB(),
        type_=sa.JSON(),
        existing_nullable=False,
    )
