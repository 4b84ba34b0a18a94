"""reserved and mixed case names

Revision ID: 001_first
Revises:
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "001_first"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "order",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("userName", sa.String(length=30), nullable=False),
        sa.Column("group", sa.String(length=30), nullable=False),
        sa.Column("limit", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("group"),
    )
    op.create_index(op.f("ix_order_userName"), "order", ["userName"], unique=False)


def downgrade() -> None:
    op.drop_table("order")
