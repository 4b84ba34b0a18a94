"""rename foreign key column

Revision ID: 002_rename_foreign_key_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still use table team fail from this moment on.
- Programs that still call hero.team_id so, and not squad_id, fail from now on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_rename_foreign_key_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # table team is stated to be squad now
    op.rename_table("team", "squad")

    # column hero.team_id is stated to be squad_id now
    op.alter_column("hero", "team_id", new_column_name="squad_id")

    with op.batch_alter_table("squad") as batch_op:
        batch_op.drop_index("ix_team_name")
        batch_op.create_index(op.f("ix_squad_name"), ["name"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("squad") as batch_op:
        batch_op.drop_index(op.f("ix_squad_name"))
        batch_op.create_index("ix_team_name", ["name"], unique=False)
    op.alter_column("hero", "squad_id", new_column_name="team_id")
    op.rename_table("squad", "team")
