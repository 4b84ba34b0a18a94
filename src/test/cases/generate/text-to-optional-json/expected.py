"""text to optional json

Revision ID: 002_text_to_optional_json
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that read parcel.note may meet NULL from now on.
- The new type of parcel.note writes the whole table and its indexes anew; nobody reads
  or writes parcel meanwhile (ACCESS EXCLUSIVE).
- The downgrade does not bring back the values parcel.note had before they were
  converted.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_text_to_optional_json"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column("parcel", "note", existing_type=sa.String(), nullable=True)
    op.alter_column(
        "parcel",
        "note",
        existing_type=sa.String(),
        type_=postgresql.JSONB(),
        postgresql_using="to_jsonb(note)",
        existing_nullable=True,
    )


def downgrade() -> None:
    op.alter_column(
        "parcel",
        "note",
        existing_type=postgresql.JSONB(),
        type_=sa.String(),
        postgresql_using="note #>> '{}'",
        existing_nullable=True,
    )

    # rows that came without a value meanwhile need one
    op.execute("UPDATE parcel SET note = 'none' WHERE note IS NULL")

    op.alter_column("parcel", "note", existing_type=sa.String(), nullable=False)
