"""drop table with enum

Revision ID: 002_drop_table_with_enum
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping table car loses all its rows; back them up first.
- The downgrade does not bring back the rows of table car.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_drop_table_with_enum"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("car")
    postgresql.ENUM(name="color").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    postgresql.ENUM("RED", "BLUE", name="color").create(op.get_bind(), checkfirst=False)
    op.create_table(
        "car",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "color",
            postgresql.ENUM("RED", "BLUE", name="color", create_type=False),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id"),
    )
