"""rename several

Revision ID: 002_rename_several
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still call hero.secret_name so, and not civil_name, fail from now on.
- Programs that still call team.headquarters so, and not base, fail from now on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_rename_several"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column hero.secret_name is stated to be civil_name now
    op.alter_column("hero", "secret_name", new_column_name="civil_name")

    # column team.headquarters is stated to be base now
    op.alter_column("team", "headquarters", new_column_name="base")


def downgrade() -> None:
    op.alter_column("team", "base", new_column_name="headquarters")
    op.alter_column("hero", "civil_name", new_column_name="secret_name")
