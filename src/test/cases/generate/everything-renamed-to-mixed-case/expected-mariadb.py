"""everything renamed to mixed case

Revision ID: 002_everything_renamed_to_mixed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still use table team fail from this moment on.
- Programs that still call Team.headquarters so, and not headQuarters, fail from now on.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_everything_renamed_to_mixed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # table team is stated to be Team now
    op.rename_table("team", "Team")

    # column team.headquarters is stated to be headQuarters now
    op.alter_column(
        "Team",
        "headquarters",
        existing_type=sa.String(length=255),
        new_column_name="headQuarters",
        existing_nullable=False,
    )

    op.execute("ALTER TABLE `Team` RENAME INDEX ix_team_name TO `ix_Team_name`")


def downgrade() -> None:
    op.execute("ALTER TABLE `Team` RENAME INDEX `ix_Team_name` TO ix_team_name")
    op.alter_column(
        "Team",
        "headQuarters",
        existing_type=sa.String(length=255),
        new_column_name="headquarters",
        existing_nullable=False,
    )
    op.rename_table("Team", "team")
