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
    op.add_column("document", sa.Column("body", postgresql.JSONB(), nullable=True))
    op.add_column(
        "document",
        sa.Column("tags", postgresql.ARRAY(sa.String(length=30)), nullable=True),
    )
    op.add_column("document", sa.Column("address", postgresql.INET(), nullable=True))
    op.add_column(
        "document", sa.Column("price", sa.Numeric(precision=10, scale=2), nullable=True)
    )
    op.add_column("document", sa.Column("ratio", sa.Double(), nullable=True))
    op.add_column(
        "document", sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True)
    )
    op.add_column("document", sa.Column("day", sa.Date(), nullable=True))
    op.add_column("document", sa.Column("token", sa.Uuid(), nullable=True))
    op.add_column("document", sa.Column("raw", sa.LargeBinary(), nullable=True))
    op.add_column("document", sa.Column("search", postgresql.TSVECTOR(), nullable=True))


def downgrade() -> None:
    op.drop_column("document", "search")
    op.drop_column("document", "raw")
    op.drop_column("document", "token")
    op.drop_column("document", "day")
    op.drop_column("document", "seen_at")
    op.drop_column("document", "ratio")
    op.drop_column("document", "price")
    op.drop_column("document", "address")
    op.drop_column("document", "tags")
    op.drop_column("document", "body")
