"""rename table with naming convention

Revision ID: 002_rename_table_with_naming
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still use table author fail from this moment on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_rename_table_with_naming"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # table author is stated to be writer now
    op.rename_table("author", "writer")

    # the sequence of writer.id follows its table
    op.execute("ALTER SEQUENCE IF EXISTS author_id_seq RENAME TO writer_id_seq")

    op.execute("ALTER TABLE writer RENAME CONSTRAINT pk_author TO pk_writer")
    op.execute("ALTER INDEX ix_author_name RENAME TO ix_writer_name")
    op.execute(
        "ALTER TABLE book RENAME CONSTRAINT fk_book_author_id_author TO "
        "fk_book_author_id_writer"
    )


def downgrade() -> None:
    op.execute(
        "ALTER TABLE book RENAME CONSTRAINT fk_book_author_id_writer TO "
        "fk_book_author_id_author"
    )
    op.execute("ALTER INDEX ix_writer_name RENAME TO ix_author_name")
    op.execute("ALTER TABLE writer RENAME CONSTRAINT pk_writer TO pk_author")
    op.execute("ALTER SEQUENCE IF EXISTS writer_id_seq RENAME TO author_id_seq")
    op.rename_table("writer", "author")
