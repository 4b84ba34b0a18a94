"""enum label removed

Revision ID: 002_enum_label_removed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of alarm.level writes the whole table and its indexes anew; nobody reads
  or writes alarm meanwhile (ACCESS EXCLUSIVE).
- The downgrade does not bring back the values alarm.level had before they were
  converted.

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_enum_label_removed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # enum type level has lost MIDDLE; PostgreSQL can neither remove nor move a label,
    # so the type is exchanged
    op.execute("ALTER TYPE level RENAME TO level_old")
    postgresql.ENUM("LOW", "HIGH", name="level").create(op.get_bind(), checkfirst=False)
    op.alter_column(
        "alarm",
        "level",
        existing_type=postgresql.ENUM(
            "LOW", "MIDDLE", "HIGH", name="level_old", create_type=False
        ),
        server_default=None,
    )
    op.alter_column(
        "alarm",
        "level",
        existing_type=postgresql.ENUM(
            "LOW", "MIDDLE", "HIGH", name="level_old", create_type=False
        ),
        type_=postgresql.ENUM("LOW", "HIGH", name="level", create_type=False),
        postgresql_using="(CASE level::text WHEN 'MIDDLE' THEN 'HIGH' ELSE level::text END)::level",
        existing_nullable=False,
    )
    op.alter_column(
        "alarm",
        "level",
        existing_type=postgresql.ENUM("LOW", "HIGH", name="level", create_type=False),
        server_default="LOW",
    )
    postgresql.ENUM(name="level_old").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    postgresql.ENUM("LOW", "MIDDLE", "HIGH", name="level_old").create(
        op.get_bind(), checkfirst=False
    )
    op.alter_column(
        "alarm",
        "level",
        existing_type=postgresql.ENUM("LOW", "HIGH", name="level", create_type=False),
        server_default=None,
    )
    op.alter_column(
        "alarm",
        "level",
        existing_type=postgresql.ENUM("LOW", "HIGH", name="level", create_type=False),
        type_=postgresql.ENUM(
            "LOW", "MIDDLE", "HIGH", name="level_old", create_type=False
        ),
        postgresql_using="level::text::level_old",
        existing_nullable=False,
    )
    op.alter_column(
        "alarm",
        "level",
        existing_type=postgresql.ENUM(
            "LOW", "MIDDLE", "HIGH", name="level_old", create_type=False
        ),
        server_default="LOW",
    )
    postgresql.ENUM(name="level").drop(op.get_bind(), checkfirst=False)
    op.execute("ALTER TYPE level_old RENAME TO level")
