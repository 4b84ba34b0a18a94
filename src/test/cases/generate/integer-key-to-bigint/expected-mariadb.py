"""integer key to bigint

Revision ID: 002_integer_key_to_bigint
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The foreign key fk_hero_team_id_team (team_id) to team (id) of hero stops the upgrade
  when there are rows that refer to nothing.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_integer_key_to_bigint"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("hero_ibfk_1", "hero", type_="foreignkey")
    op.alter_column(
        "hero",
        "team_id",
        existing_type=sa.Integer(),
        type_=sa.BigInteger(),
        existing_nullable=True,
    )
    op.alter_column(
        "team",
        "id",
        existing_type=sa.Integer(),
        type_=sa.BigInteger(),
        existing_nullable=False,
        existing_autoincrement=True,
    )
    op.create_foreign_key("fk_hero_team_id_team", "hero", "team", ["team_id"], ["id"])


def downgrade() -> None:
    op.drop_constraint("fk_hero_team_id_team", "hero", type_="foreignkey")
    op.alter_column(
        "team",
        "id",
        existing_type=sa.BigInteger(),
        type_=sa.Integer(),
        existing_nullable=False,
        existing_autoincrement=True,
    )
    op.alter_column(
        "hero",
        "team_id",
        existing_type=sa.BigInteger(),
        type_=sa.Integer(),
        existing_nullable=True,
    )
    op.create_foreign_key(None, "hero", "team", ["team_id"], ["id"])
