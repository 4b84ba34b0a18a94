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
from sqlalchemy.dialects import mysql

# revision identifiers, used by Alembic.
revision = "002_drop_table_with_enum"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("car")


def downgrade() -> None:
    op.create_table(
        "car",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("color", mysql.ENUM("RED", "BLUE"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
