"""foreign keys in a cycle

Revision ID: 001_first
Revises:
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "001_first"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "player",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "team",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("captain_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["captain_id"], ["player.id"], name="fk_team_captain"),
        sa.PrimaryKeyConstraint("id"),
    )

    # table player is created before what this constraint refers to is complete
    op.create_foreign_key("fk_player_team", "player", "team", ["team_id"], ["id"])


def downgrade() -> None:
    op.drop_constraint("fk_player_team", "player", type_="foreignkey")
    op.drop_table("team")
    op.drop_table("player")
