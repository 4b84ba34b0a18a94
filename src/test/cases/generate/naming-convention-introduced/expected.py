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
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM pg_constraint
                WHERE conrelid = 'author'::regclass AND conname = 'author_pkey'
            ) THEN
                ALTER TABLE author RENAME CONSTRAINT author_pkey TO pk_author;
            END IF;
        END
        $$
    """)
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM pg_constraint
                WHERE conrelid = 'book'::regclass AND conname = 'book_pkey'
            ) THEN
                ALTER TABLE book RENAME CONSTRAINT book_pkey TO pk_book;
            END IF;
        END
        $$
    """)
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM pg_constraint
                WHERE conrelid = 'book'::regclass AND conname = 'book_author_id_fkey'
            ) THEN
                ALTER TABLE book RENAME CONSTRAINT book_author_id_fkey TO fk_book_author_id_author;
            END IF;
        END
        $$
    """)
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM pg_constraint
                WHERE conrelid = 'book'::regclass AND conname = 'ck_book_ck_book_pages_positive'
            ) THEN
                ALTER TABLE book RENAME CONSTRAINT ck_book_ck_book_pages_positive TO ck_book_pages_positive;
            END IF;
        END
        $$
    """)


def downgrade() -> None:
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM pg_constraint
                WHERE conrelid = 'book'::regclass AND conname = 'ck_book_pages_positive'
            ) THEN
                ALTER TABLE book RENAME CONSTRAINT ck_book_pages_positive TO ck_book_ck_book_pages_positive;
            END IF;
        END
        $$
    """)
