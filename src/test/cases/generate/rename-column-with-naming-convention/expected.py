"""rename column with naming convention

Revision ID: 002_rename_column_with_naming
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still call author.name so, and not full_name, fail from now on.
- Programs that still call book.author_id so, and not writer_id, fail from now on.
- Programs that still call book.title so, and not heading, fail from now on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_rename_column_with_naming"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column author.name is stated to be full_name now
    op.alter_column("author", "name", new_column_name="full_name")

    # column book.author_id is stated to be writer_id now
    op.alter_column("book", "author_id", new_column_name="writer_id")

    # column book.title is stated to be heading now
    op.alter_column("book", "title", new_column_name="heading")

    op.execute("ALTER INDEX ix_author_name RENAME TO ix_author_full_name")
    op.execute("ALTER INDEX ix_book_title RENAME TO ix_book_heading")
    op.execute(
        "ALTER TABLE book RENAME CONSTRAINT fk_book_author_id_author TO "
        "fk_book_writer_id_author"
    )


def downgrade() -> None:
    op.execute(
        "ALTER TABLE book RENAME CONSTRAINT fk_book_writer_id_author TO "
        "fk_book_author_id_author"
    )
    op.execute("ALTER INDEX ix_book_heading RENAME TO ix_book_title")
    op.execute("ALTER INDEX ix_author_full_name RENAME TO ix_author_name")
    op.alter_column("book", "heading", new_column_name="title")
    op.alter_column("book", "writer_id", new_column_name="author_id")
    op.alter_column("author", "full_name", new_column_name="name")
