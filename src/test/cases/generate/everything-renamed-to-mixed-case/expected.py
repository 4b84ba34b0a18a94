"""everything renamed to mixed case

Revision ID: 002_everything_renamed_to_mixed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still use table team fail from this moment on.
- Programs that still call Team.headquarters so, and not headQuarters, fail from now on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_everything_renamed_to_mixed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # table team is stated to be Team now
    op.rename_table("team", "Team")

    # the sequence of Team.id follows its table
    op.execute('ALTER SEQUENCE IF EXISTS team_id_seq RENAME TO "Team_id_seq"')

    # column team.headquarters is stated to be headQuarters now
    op.alter_column("Team", "headquarters", new_column_name="headQuarters")

    op.execute('ALTER TABLE "Team" RENAME CONSTRAINT team_pkey TO "Team_pkey"')
    op.execute('ALTER INDEX ix_team_name RENAME TO "ix_Team_name"')


def downgrade() -> None:
    op.execute('ALTER INDEX "ix_Team_name" RENAME TO ix_team_name')
    op.execute('ALTER TABLE "Team" RENAME CONSTRAINT "Team_pkey" TO team_pkey')
    op.alter_column("Team", "headQuarters", new_column_name="headquarters")
    op.execute('ALTER SEQUENCE IF EXISTS "Team_id_seq" RENAME TO team_id_seq')
    op.rename_table("Team", "team")
