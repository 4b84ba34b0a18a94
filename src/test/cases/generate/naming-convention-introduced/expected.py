"""naming convention introduced

Revision ID: 002_naming_convention_introduced
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_naming_convention_introduced"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "ALTER TABLE book RENAME CONSTRAINT ck_book_ck_book_pages_positive TO "
        "ck_book_pages_positive"
    )


def downgrade() -> None:
    op.execute(
        "ALTER TABLE book RENAME CONSTRAINT ck_book_pages_positive TO "
        "ck_book_ck_book_pages_positive"
    )
