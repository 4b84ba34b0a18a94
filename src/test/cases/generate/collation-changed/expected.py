"""collation changed

Revision ID: 002_collation_changed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_collation_changed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "tag",
        "name",
        existing_type=sa.String(length=50),
        type_=sa.String(length=50, collation="C"),
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "tag",
        "name",
        existing_type=sa.String(length=50, collation="C"),
        type_=sa.String(length=50),
        existing_nullable=False,
    )
