"""integer to float

Revision ID: 002_integer_to_float
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_integer_to_float"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("hero") as batch_op:
        batch_op.alter_column(
            "age", existing_type=sa.Integer(), type_=sa.Float(), existing_nullable=True
        )


def downgrade() -> None:
    with op.batch_alter_table("hero") as batch_op:
        batch_op.alter_column(
            "age", existing_type=sa.Float(), type_=sa.Integer(), existing_nullable=True
        )
