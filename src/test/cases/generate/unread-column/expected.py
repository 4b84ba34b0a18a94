"""unread column

Revision ID: 002_unread_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- column book.title could not be read, so it is left as it is
- column book.shelf could not be read, so it is left as it is

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_unread_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("book", sa.Column("pages", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("book", "pages")
