"""string to array

Revision ID: 002_string_to_array
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of post.tags writes the whole table and its indexes anew; nobody reads or
  writes post meanwhile (ACCESS EXCLUSIVE).
- The downgrade does not bring back the values post.tags had before they were converted.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_string_to_array"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "post",
        "tags",
        existing_type=sa.String(),
        type_=postgresql.ARRAY(sa.String()),
        postgresql_using="string_to_array(tags, ',')",
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "post",
        "tags",
        existing_type=postgresql.ARRAY(sa.String()),
        type_=sa.String(),
        postgresql_using="array_to_string(tags, ',')",
        existing_nullable=False,
    )
