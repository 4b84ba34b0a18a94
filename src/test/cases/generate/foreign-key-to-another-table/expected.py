"""foreign key to another table

Revision ID: 002_foreign_key_to_another_table
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the foreign key reads hero; nobody writes hero or guild meanwhile (SHARE ROW
  EXCLUSIVE).
- Table guild is new and has no rows, so its foreign key stops the upgrade when a row of
  hero refers to one; --move "hero.team_id:guild.id@guild.id = hero.team_id" puts them
  there.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_foreign_key_to_another_table"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("hero_team_id_fkey", "hero", type_="foreignkey")
    op.create_table(
        "guild",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_foreign_key("hero_team_id_fkey", "hero", "guild", ["team_id"], ["id"])


def downgrade() -> None:
    op.drop_constraint("hero_team_id_fkey", "hero", type_="foreignkey")
    op.drop_table("guild")
    op.create_foreign_key("hero_team_id_fkey", "hero", "team", ["team_id"], ["id"])
