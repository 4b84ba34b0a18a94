"""table and its user dropped

Revision ID: 002_table_and_its_user_dropped
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping hero.team_id loses its values; back them up first.
- Programs that still use hero.team_id fail from this moment on.
- Dropping table team loses all its rows; back them up first.
- The downgrade does not bring back the rows of table team.
- The downgrade does not bring back the values of hero.team_id.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_table_and_its_user_dropped"
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
        batch_op.drop_column("team_id")
    op.drop_table("team")


def downgrade() -> None:
    op.create_table(
        "team",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("headquarters", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_team_name"), "team", ["name"], unique=False)
    with op.batch_alter_table("hero") as batch_op:
        batch_op.add_column(sa.Column("team_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key("fk_hero_team_id_team", "team", ["team_id"], ["id"])
