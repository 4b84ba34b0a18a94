"""unnamed unique of a renamed table

Revision ID: 002_unnamed_unique_of_a_renamed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still use table trip fail from this moment on.
- Programs that still call journey.code so, and not number, fail from now on.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_unnamed_unique_of_a_renamed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # table trip is stated to be journey now
    op.rename_table("trip", "journey")

    # column journey.code is stated to be number now
    op.alter_column(
        "journey",
        "code",
        existing_type=sa.String(length=20),
        new_column_name="number",
        existing_nullable=False,
    )

    op.execute("ALTER TABLE journey RENAME INDEX code TO number")


def downgrade() -> None:
    op.execute("ALTER TABLE journey RENAME INDEX number TO code")
    op.alter_column(
        "journey",
        "number",
        existing_type=sa.String(length=20),
        new_column_name="code",
        existing_nullable=False,
    )
    op.rename_table("journey", "trip")
