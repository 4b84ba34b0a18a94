"""enum label in index

Revision ID: 002_enum_label_in_index
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of hero.state writes the whole table and its indexes anew; nobody reads
  or writes hero meanwhile (ACCESS EXCLUSIVE).
- The downgrade does not bring back the values hero.state had before they were
  converted.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_enum_label_in_index"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_c", table_name="hero")

    # enum type state has lost C; PostgreSQL can neither remove nor move a label, so the
    # type is exchanged
    op.execute("ALTER TYPE state RENAME TO state_old")
    postgresql.ENUM("B", "A", name="state").create(op.get_bind(), checkfirst=False)
    op.alter_column(
        "hero",
        "state",
        existing_type=postgresql.ENUM(
            "A", "B", "C", name="state_old", create_type=False
        ),
        type_=postgresql.ENUM("B", "A", name="state", create_type=False),
        postgresql_using="(CASE state::text WHEN 'C' THEN 'A' ELSE state::text END)::state",
        existing_nullable=False,
    )
    postgresql.ENUM(name="state_old").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    postgresql.ENUM("A", "B", "C", name="state_old").create(
        op.get_bind(), checkfirst=False
    )
    op.alter_column(
        "hero",
        "state",
        existing_type=postgresql.ENUM("B", "A", name="state", create_type=False),
        type_=postgresql.ENUM("A", "B", "C", name="state_old", create_type=False),
        postgresql_using="state::text::state_old",
        existing_nullable=False,
    )
    postgresql.ENUM(name="state").drop(op.get_bind(), checkfirst=False)
    op.execute("ALTER TYPE state_old RENAME TO state")
    op.create_index(
        "ix_c", "hero", ["id"], unique=False, postgresql_where=sa.text("state = 'C'")
    )
