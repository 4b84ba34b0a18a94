"""several columns added

Revision ID: 002_several_columns_added
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- From now on hero.power must be given: programs of the version before insert no value,
  and fail.
- From now on hero.nickname must be given: programs of the version before insert no
  value, and fail.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_several_columns_added"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column hero.power is new; it is added nullable first, because existing rows have
    # no value yet
    op.add_column("hero", sa.Column("power", sa.Float(), nullable=True))

    # existing rows get the default of the model
    op.execute("UPDATE hero SET power = 1.0 WHERE power IS NULL")

    # every row of hero has a value now
    op.alter_column("hero", "power", existing_type=sa.Float(), nullable=False)

    op.add_column("hero", sa.Column("born", sa.Date(), nullable=True))
    op.add_column(
        "hero",
        sa.Column("retired", sa.Boolean(), server_default=sa.false(), nullable=False),
    )

    # column hero.nickname is new; it is added nullable first, because existing rows
    # have no value yet
    op.add_column("hero", sa.Column("nickname", sa.String(length=255), nullable=True))

    # existing rows get the default of the model
    op.execute("UPDATE hero SET nickname = 'none' WHERE nickname IS NULL")

    # every row of hero has a value now
    op.alter_column(
        "hero", "nickname", existing_type=sa.String(length=255), nullable=False
    )


def downgrade() -> None:
    op.drop_column("hero", "nickname")
    op.drop_column("hero", "retired")
    op.drop_column("hero", "born")
    op.drop_column("hero", "power")
