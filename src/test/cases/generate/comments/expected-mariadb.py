"""comments

Revision ID: 002_comments
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_comments"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "account",
        "owner",
        existing_type=sa.String(length=80),
        comment="who owns it",
        existing_nullable=False,
    )
    op.create_table_comment("account", "where money is")


def downgrade() -> None:
    op.drop_table_comment("account", existing_comment="where money is")
    op.alter_column(
        "account",
        "owner",
        existing_type=sa.String(length=80),
        comment=None,
        existing_comment="who owns it",
        existing_nullable=False,
    )
