"""enum to string

Revision ID: 002_enum_to_string
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import mysql

# revision identifiers, used by Alembic.
revision = "002_enum_to_string"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "orders",
        "status",
        existing_type=mysql.ENUM("NEW", "PAID"),
        server_default=None,
        existing_nullable=False,
    )
    op.alter_column(
        "orders",
        "status",
        existing_type=mysql.ENUM("NEW", "PAID"),
        type_=sa.String(length=10),
        existing_nullable=False,
    )
    op.alter_column(
        "orders",
        "status",
        existing_type=sa.String(length=10),
        server_default="NEW",
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "orders",
        "status",
        existing_type=sa.String(length=10),
        server_default=None,
        existing_nullable=False,
    )
    op.alter_column(
        "orders",
        "status",
        existing_type=sa.String(length=10),
        type_=mysql.ENUM("NEW", "PAID"),
        existing_nullable=False,
    )
    op.alter_column(
        "orders",
        "status",
        existing_type=mysql.ENUM("NEW", "PAID"),
        server_default="NEW",
        existing_nullable=False,
    )
