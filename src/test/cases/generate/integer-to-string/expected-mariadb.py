"""integer to string

Revision ID: 002_integer_to_string
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_integer_to_string"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "hero",
        "age",
        existing_type=sa.Integer(),
        type_=sa.String(length=10),
        existing_nullable=True,
    )


def downgrade() -> None:
    op.alter_column(
        "hero",
        "age",
        existing_type=sa.String(length=10),
        type_=sa.String(length=255),
        existing_nullable=True,
    )
    op.execute("UPDATE hero SET age = cast(age AS signed)")
    op.alter_column(
        "hero",
        "age",
        existing_type=sa.String(length=255),
        type_=sa.Integer(),
        existing_nullable=True,
    )
