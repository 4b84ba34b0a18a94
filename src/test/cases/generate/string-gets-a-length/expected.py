"""string gets a length

Revision ID: 002_string_gets_a_length
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of tag.name writes the whole table and its indexes anew; nobody reads or
  writes tag meanwhile (ACCESS EXCLUSIVE).
- The downgrade does not bring back the values tag.name had before they were converted.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_string_gets_a_length"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "tag",
        "name",
        existing_type=sa.String(),
        type_=sa.String(length=10),
        postgresql_using="left(name, 10)",
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "tag",
        "name",
        existing_type=sa.String(length=10),
        type_=sa.String(),
        existing_nullable=False,
    )
