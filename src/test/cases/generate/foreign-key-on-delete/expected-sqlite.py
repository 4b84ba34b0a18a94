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
    with op.batch_alter_table(
        "hero",
        naming_convention={
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s"
        },
    ) as batch_op:
        batch_op.drop_constraint("fk_hero_team_id_team", type_="foreignkey")
        batch_op.create_foreign_key(
            "fk_hero_team_id_team", "team", ["team_id"], ["id"], ondelete="CASCADE"
        )


def downgrade() -> None:
    with op.batch_alter_table("hero") as batch_op:
        batch_op.drop_constraint("fk_hero_team_id_team", type_="foreignkey")
        batch_op.create_foreign_key("fk_hero_team_id_team", "team", ["team_id"], ["id"])
