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

    # the sequence of squad.id follows its table
    op.execute("ALTER SEQUENCE IF EXISTS team_id_seq RENAME TO squad_id_seq")

    # column hero.team_id is stated to be squad_id now
    op.alter_column("hero", "team_id", new_column_name="squad_id")

    op.execute("ALTER TABLE squad RENAME CONSTRAINT team_pkey TO squad_pkey")
    op.execute("ALTER INDEX ix_team_name RENAME TO ix_squad_name")
    op.execute(
        "ALTER TABLE hero RENAME CONSTRAINT hero_team_id_fkey TO hero_squad_id_fkey"
    )


def downgrade() -> None:
    op.execute(
        "ALTER TABLE hero RENAME CONSTRAINT hero_squad_id_fkey TO hero_team_id_fkey"
    )
    op.execute("ALTER INDEX ix_squad_name RENAME TO ix_team_name")
    op.execute("ALTER TABLE squad RENAME CONSTRAINT squad_pkey TO team_pkey")
    op.alter_column("hero", "squad_id", new_column_name="team_id")
    op.execute("ALTER SEQUENCE IF EXISTS squad_id_seq RENAME TO team_id_seq")
    op.rename_table("squad", "team")
