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
    op.drop_constraint("hero_ibfk_1", "hero", type_="foreignkey")
    op.execute("ALTER TABLE team DROP PRIMARY KEY")
    op.drop_column("hero", "team_id")
    op.drop_table("team")


def downgrade() -> None:
    op.execute("""
        CREATE TABLE team (
            id INTEGER NOT NULL AUTO_INCREMENT, 
            name VARCHAR(255) NOT NULL, 
            headquarters VARCHAR(255) NOT NULL
        )
    """)
    op.execute("CREATE INDEX ix_team_name ON team (name)")
    op.add_column("hero", sa.Column("team_id", sa.Integer(), nullable=True))
    op.create_primary_key("PRIMARY", "team", ["id"])
    op.create_foreign_key("hero_ibfk_1", "hero", "team", ["team_id"], ["id"])
