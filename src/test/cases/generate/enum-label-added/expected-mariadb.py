"""enum label added

Revision ID: 002_enum_label_added
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
from sqlalchemy.dialects import mysql

# revision identifiers, used by Alembic.
revision = "002_enum_label_added"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "ticket",
        "priority",
        existing_type=mysql.ENUM("LOW", "HIGH"),
        type_=mysql.ENUM("LOW", "MEDIUM", "HIGH"),
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "ticket",
        "priority",
        existing_type=mysql.ENUM("LOW", "MEDIUM", "HIGH"),
        type_=mysql.ENUM("LOW", "HIGH"),
        existing_nullable=False,
    )
