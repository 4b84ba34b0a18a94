"""split unrelated changes: hero

Revision ID: 003_split_unrelated_changes_hero
Revises: 002_split_unrelated_changes
Create Date: 2026-01-01 00:00:00

Safety notes:

- The downgrade does not bring back the values hero.secret_name had before they were
  converted.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "003_split_unrelated_changes_hero"
down_revision = "002_split_unrelated_changes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "hero",
        "secret_name",
        existing_type=sa.String(length=255),
        type_=sa.String(length=80),
        postgresql_using="left(secret_name, 80)",
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "hero",
        "secret_name",
        existing_type=sa.String(length=80),
        type_=sa.String(length=255),
        existing_nullable=False,
    )
