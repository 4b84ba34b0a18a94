"""integer to float

Revision ID: 002_integer_to_float
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The downgrade does not bring back the values of hero.age as they were: large values
  are kept only approximately.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_integer_to_float"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "hero",
        "age",
        existing_type=sa.Integer(),
        type_=sa.Float(),
        existing_nullable=True,
    )


def downgrade() -> None:
    op.alter_column(
        "hero",
        "age",
        existing_type=sa.Float(),
        type_=sa.Integer(),
        existing_nullable=True,
    )
