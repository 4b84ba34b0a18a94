"""online foreign key

Revision ID: 002_online_foreign_key
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_online_foreign_key"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("hero_team_id_fkey", "hero", type_="foreignkey")
    op.add_column("hero", sa.Column("rival_id", sa.Integer(), nullable=True))

    # the foreign key (team_id) to team (id) of hero is new or differs; it is not
    # validated yet, so that no table is read under the lock
    op.create_foreign_key(
        "hero_team_id_fkey",
        "hero",
        "team",
        ["team_id"],
        ["id"],
        ondelete="SET NULL",
        postgresql_not_valid=True,
    )

    # rows are checked in a transaction of its own, while others read and write
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT hero_team_id_fkey")


def downgrade() -> None:
    op.drop_constraint("hero_team_id_fkey", "hero", type_="foreignkey")
    op.drop_column("hero", "rival_id")
    op.create_foreign_key("hero_team_id_fkey", "hero", "team", ["team_id"], ["id"])
