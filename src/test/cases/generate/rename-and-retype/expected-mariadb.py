"""rename and retype

Revision ID: 002_rename_and_retype
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still call hero.secret_name so, and not civil_name, fail from now on.
- The downgrade does not bring back the values hero.civil_name had before they were
  converted.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_rename_and_retype"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column hero.secret_name is stated to be civil_name now
    op.alter_column(
        "hero",
        "secret_name",
        existing_type=sa.String(length=255),
        new_column_name="civil_name",
        existing_nullable=False,
    )

    # column hero.civil_name: its type differs; in between the type holds both
    op.execute("UPDATE hero SET civil_name = left(civil_name, 80)")
    op.alter_column(
        "hero",
        "civil_name",
        existing_type=sa.String(length=255),
        type_=sa.String(length=80),
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "hero",
        "civil_name",
        existing_type=sa.String(length=80),
        type_=sa.String(length=255),
        existing_nullable=False,
    )
    op.alter_column(
        "hero",
        "civil_name",
        existing_type=sa.String(length=255),
        new_column_name="secret_name",
        existing_nullable=False,
    )
