"""rename indexed column

Revision ID: 002_rename_indexed_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still call hero.name so, and not alias, fail from now on.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_rename_indexed_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column hero.name is stated to be alias now
    op.alter_column(
        "hero",
        "name",
        existing_type=sa.String(length=255),
        new_column_name="alias",
        existing_nullable=False,
    )

    op.execute("ALTER TABLE hero RENAME INDEX ix_hero_name TO ix_hero_alias")


def downgrade() -> None:
    op.execute("ALTER TABLE hero RENAME INDEX ix_hero_alias TO ix_hero_name")
    op.alter_column(
        "hero",
        "alias",
        existing_type=sa.String(length=255),
        new_column_name="name",
        existing_nullable=False,
    )
