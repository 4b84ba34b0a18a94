"""types of postgresql

Revision ID: 002_types_of_postgresql
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_types_of_postgresql"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column document.body is new
    op.add_column("document", sa.Column("body", postgresql.JSONB(), nullable=True))

    # column document.tags is new
    op.add_column(
        "document",
        sa.Column("tags", postgresql.ARRAY(sa.String(length=30)), nullable=True),
    )

    # column document.address is new
    op.add_column("document", sa.Column("address", postgresql.INET(), nullable=True))

    # column document.price is new
    op.add_column(
        "document", sa.Column("price", sa.Numeric(precision=10, scale=2), nullable=True)
    )

    # column document.ratio is new
    op.add_column("document", sa.Column("ratio", sa.Double(), nullable=True))

    # column document.seen_at is new
    op.add_column(
        "document", sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True)
    )

    # column document.day is new
    op.add_column("document", sa.Column("day", sa.Date(), nullable=True))

    # column document.token is new
    op.add_column("document", sa.Column("token", sa.Uuid(), nullable=True))

    # column document.raw is new
    op.add_column("document", sa.Column("raw", sa.LargeBinary(), nullable=True))

    # column document.search is new
    op.add_column("document", sa.Column("search", postgresql.TSVECTOR(), nullable=True))


def downgrade() -> None:
    # undoes: add column document.search tsvector
    op.drop_column("document", "search")

    # undoes: add column document.raw BYTEA
    op.drop_column("document", "raw")

    # undoes: add column document.token UUID
    op.drop_column("document", "token")

    # undoes: add column document.day DATE
    op.drop_column("document", "day")

    # undoes: add column document.seen_at TIMESTAMP WITH TIME ZONE
    op.drop_column("document", "seen_at")

    # undoes: add column document.ratio DOUBLE PRECISION
    op.drop_column("document", "ratio")

    # undoes: add column document.price NUMERIC(10, 2)
    op.drop_column("document", "price")

    # undoes: add column document.address inet
    op.drop_column("document", "address")

    # undoes: add column document.tags VARCHAR(30)[]
    op.drop_column("document", "tags")

    # undoes: add column document.body JSONB
    op.drop_column("document", "body")
