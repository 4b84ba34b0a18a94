"""foreign key on delete

Revision ID: 002_foreign_key_on_delete
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_foreign_key_on_delete"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("hero_ibfk_1", "hero", type_="foreignkey")
    op.create_foreign_key(
        "fk_hero_team_id_team", "hero", "team", ["team_id"], ["id"], ondelete="CASCADE"
    )


def downgrade() -> None:
    op.drop_constraint("fk_hero_team_id_team", "hero", type_="foreignkey")
    op.create_foreign_key(None, "hero", "team", ["team_id"], ["id"])
