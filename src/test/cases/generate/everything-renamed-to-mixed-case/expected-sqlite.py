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
    # it steps aside, because SQLite does not tell team from Team
    op.rename_table("team", "team_aside")

    # table team is stated to be Team now
    op.rename_table("team_aside", "Team")

    # column team.headquarters is stated to be headQuarters now
    op.alter_column("Team", "headquarters", new_column_name="headQuarters")

    with op.batch_alter_table("Team") as batch_op:
        batch_op.drop_index("ix_team_name")
        batch_op.create_index(op.f("ix_Team_name"), ["name"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("Team") as batch_op:
        batch_op.drop_index(op.f("ix_Team_name"))
        batch_op.create_index("ix_team_name", ["name"], unique=False)
    op.alter_column("Team", "headQuarters", new_column_name="headquarters")
    op.rename_table("Team", "team_aside")
    op.rename_table("team_aside", "team")
