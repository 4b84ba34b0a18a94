"""enum list in new table

Revision ID: 002_enum_list_in_new_table
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Filling hero.rank locks every row it writes until the transaction ends.
- SET NOT NULL on hero.rank reads the whole table; nobody reads or writes hero meanwhile
  (ACCESS EXCLUSIVE).
- From now on hero.rank must be given: programs of the version before insert no value,
  and fail.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_enum_list_in_new_table"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    postgresql.ENUM("WON", "LOST", name="outcome").create(
        op.get_bind(), checkfirst=False
    )
    postgresql.ENUM("ROOKIE", "MASTER", name="rank").create(
        op.get_bind(), checkfirst=False
    )
    op.create_table(
        "fight",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hero_id", sa.Integer(), nullable=False),
        sa.Column(
            "rank",
            postgresql.ENUM("ROOKIE", "MASTER", name="rank", create_type=False),
            nullable=False,
        ),
        sa.Column(
            "outcome",
            postgresql.ENUM("WON", "LOST", name="outcome", create_type=False),
            nullable=True,
        ),
        sa.ForeignKeyConstraint(["hero_id"], ["hero.id"]),
        sa.PrimaryKeyConstraint("id"),
    )

    # column hero.rank is new; it is added nullable first, because existing rows have no
    # value yet
    op.add_column(
        "hero",
        sa.Column(
            "rank",
            postgresql.ENUM("ROOKIE", "MASTER", name="rank", create_type=False),
            nullable=True,
        ),
    )

    # existing rows get the default of the model
    op.execute("UPDATE hero SET rank = 'ROOKIE' WHERE rank IS NULL")

    # every row of hero has a value now
    op.alter_column(
        "hero",
        "rank",
        existing_type=postgresql.ENUM(
            "ROOKIE", "MASTER", name="rank", create_type=False
        ),
        nullable=False,
    )


def downgrade() -> None:
    op.drop_column("hero", "rank")
    op.drop_table("fight")
    postgresql.ENUM(name="rank").drop(op.get_bind(), checkfirst=False)
    postgresql.ENUM(name="outcome").drop(op.get_bind(), checkfirst=False)
