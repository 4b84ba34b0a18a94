"""enum column dropped

Revision ID: 002_enum_column_dropped
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping alarm.level loses its values; back them up first.
- Programs that still use alarm.level fail from this moment on.
- The downgrade does not bring back the values of alarm.level.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_enum_column_dropped"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("alarm", "level")
    postgresql.ENUM(name="level").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    postgresql.ENUM("LOW", "HIGH", name="level").create(op.get_bind(), checkfirst=False)
    op.add_column(
        "alarm",
        sa.Column(
            "level",
            postgresql.ENUM("LOW", "HIGH", name="level", create_type=False),
            nullable=True,
        ),
    )

    # the rows need a value again
    op.execute("UPDATE alarm SET level = 'LOW' WHERE level IS NULL")

    # every row has a value now
    op.alter_column(
        "alarm",
        "level",
        existing_type=postgresql.ENUM("LOW", "HIGH", name="level", create_type=False),
        nullable=False,
    )
