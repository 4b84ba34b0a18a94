"""enum labels reordered

Revision ID: 002_enum_labels_reordered
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of alarm.level writes the whole table and its indexes anew; nobody reads
  or writes alarm meanwhile (ACCESS EXCLUSIVE).

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_enum_labels_reordered"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # the labels of enum type level have another order; PostgreSQL can neither remove
    # nor move a label, so the type is exchanged
    op.execute("ALTER TYPE level RENAME TO level_old")
    postgresql.ENUM("LOW", "MIDDLE", "HIGH", name="level").create(
        op.get_bind(), checkfirst=False
    )
    op.alter_column(
        "alarm",
        "level",
        existing_type=postgresql.ENUM(
            "LOW", "HIGH", "MIDDLE", name="level_old", create_type=False
        ),
        type_=postgresql.ENUM("LOW", "MIDDLE", "HIGH", name="level", create_type=False),
        postgresql_using="level::text::level",
        existing_nullable=False,
    )
    postgresql.ENUM(name="level_old").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    postgresql.ENUM("LOW", "HIGH", "MIDDLE", name="level_old").create(
        op.get_bind(), checkfirst=False
    )
    op.alter_column(
        "alarm",
        "level",
        existing_type=postgresql.ENUM(
            "LOW", "MIDDLE", "HIGH", name="level", create_type=False
        ),
        type_=postgresql.ENUM(
            "LOW", "HIGH", "MIDDLE", name="level_old", create_type=False
        ),
        postgresql_using="level::text::level_old",
        existing_nullable=False,
    )
    postgresql.ENUM(name="level").drop(op.get_bind(), checkfirst=False)
    op.execute("ALTER TYPE level_old RENAME TO level")
