"""enum list in new table

Revision ID: 002_enum_list_in_new_table
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- From now on hero.rank must be given: programs of the version before insert no value,
  and fail.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import mysql

# revision identifiers, used by Alembic.
revision = "002_enum_list_in_new_table"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fight",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hero_id", sa.Integer(), nullable=False),
        sa.Column("rank", mysql.ENUM("ROOKIE", "MASTER"), nullable=False),
        sa.Column("outcome", mysql.ENUM("WON", "LOST"), nullable=True),
        sa.ForeignKeyConstraint(["hero_id"], ["hero.id"]),
        sa.PrimaryKeyConstraint("id"),
    )

    # column hero.rank is new; it is added nullable first, because existing rows have no
    # value yet
    op.add_column(
        "hero", sa.Column("rank", mysql.ENUM("ROOKIE", "MASTER"), nullable=True)
    )

    # existing rows get the default of the model
    op.execute("UPDATE hero SET rank = 'ROOKIE' WHERE rank IS NULL")

    # every row of hero has a value now
    op.alter_column(
        "hero", "rank", existing_type=mysql.ENUM("ROOKIE", "MASTER"), nullable=False
    )


def downgrade() -> None:
    op.drop_column("hero", "rank")
    op.drop_table("fight")
