"""computed changed

Revision ID: 002_computed_changed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding line.total writes the whole table anew; nobody reads or writes line meanwhile
  (ACCESS EXCLUSIVE).

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_computed_changed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("line", "total")
    op.add_column(
        "line",
        sa.Column(
            "total",
            sa.Integer(),
            sa.Computed("price * amount", persisted=True),
            nullable=False,
        ),
    )


def downgrade() -> None:
    op.drop_column("line", "total")
    op.add_column(
        "line",
        sa.Column(
            "total",
            sa.Integer(),
            sa.Computed("price + amount", persisted=True),
            nullable=False,
        ),
    )
