"""enum labels reordered

Revision ID: 002_enum_labels_reordered
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
from sqlalchemy.dialects import mysql

# revision identifiers, used by Alembic.
revision = "002_enum_labels_reordered"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "alarm",
        "level",
        existing_type=mysql.ENUM("LOW", "HIGH", "MIDDLE"),
        type_=mysql.ENUM("LOW", "MIDDLE", "HIGH"),
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "alarm",
        "level",
        existing_type=mysql.ENUM("LOW", "MIDDLE", "HIGH"),
        type_=mysql.ENUM("LOW", "HIGH", "MIDDLE"),
        existing_nullable=False,
    )
