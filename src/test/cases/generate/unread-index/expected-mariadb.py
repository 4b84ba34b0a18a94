"""unread index

Revision ID: 002_unread_index
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_unread_index"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("book", sa.Column("pages", sa.Integer(), nullable=True))
    op.create_index(op.f("ix_book_pages"), "book", ["pages"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_book_pages"), table_name="book")
    op.drop_column("book", "pages")
