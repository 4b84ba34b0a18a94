"""rename table to a schema

Revision ID: 002_rename_table_to_a_schema
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still use table team fail from this moment on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_rename_table_to_a_schema"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE SCHEMA league")

    # table team is stated to be league.team now
    op.execute("ALTER TABLE team SET SCHEMA league")

    op.execute("ALTER INDEX league.ix_team_name RENAME TO ix_league_team_name")


def downgrade() -> None:
    op.execute("ALTER INDEX league.ix_league_team_name RENAME TO ix_team_name")
    op.execute("ALTER TABLE league.team SET SCHEMA public")
    op.execute("DROP SCHEMA league")
