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
    with op.batch_alter_table("hero") as batch_op:
        batch_op.alter_column("team_id", new_column_name="squad_id")

    op.execute("DROP INDEX ix_team_name")
    op.execute("CREATE INDEX ix_squad_name ON squad (name)")


def downgrade() -> None:
    op.execute("DROP INDEX ix_squad_name")
    op.execute("CREATE INDEX ix_team_name ON squad (name)")
    with op.batch_alter_table("hero") as batch_op:
        batch_op.alter_column("squad_id", new_column_name="team_id")
    op.rename_table("squad", "team")
