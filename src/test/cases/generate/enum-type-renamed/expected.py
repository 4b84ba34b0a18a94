"""enum type renamed

Revision ID: 002_enum_type_renamed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of alarm.level writes the whole table and its indexes anew; nobody reads
  or writes alarm meanwhile (ACCESS EXCLUSIVE).

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_enum_type_renamed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    postgresql.ENUM("LOW", "HIGH", name="alarm_level").create(
        op.get_bind(), checkfirst=False
    )
    op.alter_column(
        "alarm",
        "level",
        existing_type=postgresql.ENUM("LOW", "HIGH", name="level", create_type=False),
        type_=postgresql.ENUM("LOW", "HIGH", name="alarm_level", create_type=False),
        postgresql_using="level::text::alarm_level",
        existing_nullable=False,
    )
    postgresql.ENUM(name="level").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    postgresql.ENUM("LOW", "HIGH", name="level").create(op.get_bind(), checkfirst=False)
    op.alter_column(
        "alarm",
        "level",
        existing_type=postgresql.ENUM(
            "LOW", "HIGH", name="alarm_level", create_type=False
        ),
        type_=postgresql.ENUM("LOW", "HIGH", name="level", create_type=False),
        postgresql_using="level::text::level",
        existing_nullable=False,
    )
    postgresql.ENUM(name="alarm_level").drop(op.get_bind(), checkfirst=False)
