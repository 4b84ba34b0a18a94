"""enum array label removed

Revision ID: 002_enum_array_label_removed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of shift.days writes the whole table and its indexes anew; nobody reads
  or writes shift meanwhile (ACCESS EXCLUSIVE).
- The downgrade does not bring back the values shift.days had before they were
  converted.

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_enum_array_label_removed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # enum type day has lost MON; PostgreSQL can neither remove nor move a label, so the
    # type is exchanged
    op.execute("ALTER TYPE day RENAME TO day_old")
    postgresql.ENUM("SAT", "SUN", name="day").create(op.get_bind(), checkfirst=False)
    op.alter_column(
        "shift",
        "days",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM("SAT", "SUN", "MON", name="day_old", create_type=False)
        ),
        type_=postgresql.ARRAY(
            postgresql.ENUM("SAT", "SUN", name="day", create_type=False)
        ),
        postgresql_using="array_replace(days::text[], 'MON', 'SUN')::day[]",
        existing_nullable=False,
    )
    postgresql.ENUM(name="day_old").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    postgresql.ENUM("SAT", "SUN", "MON", name="day_old").create(
        op.get_bind(), checkfirst=False
    )
    op.alter_column(
        "shift",
        "days",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM("SAT", "SUN", name="day", create_type=False)
        ),
        type_=postgresql.ARRAY(
            postgresql.ENUM("SAT", "SUN", "MON", name="day_old", create_type=False)
        ),
        postgresql_using="days::text[]::day_old[]",
        existing_nullable=False,
    )
    postgresql.ENUM(name="day").drop(op.get_bind(), checkfirst=False)
    op.execute("ALTER TYPE day_old RENAME TO day")
