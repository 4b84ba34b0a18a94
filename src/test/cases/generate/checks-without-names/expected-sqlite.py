"""checks without names

Revision ID: 002_checks_without_names
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The check (weight < height) of parcel stops the upgrade when there are rows that break
  it.
- The check (weight > 1) of parcel stops the upgrade when there are rows that break it.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_checks_without_names"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table(
        "parcel",
        recreate="always",
        table_args=[
            sa.CheckConstraint("height > 0"),
            sa.CheckConstraint("weight < height"),
            sa.CheckConstraint("weight > 1"),
        ],
    ):
        pass


def downgrade() -> None:
    with op.batch_alter_table(
        "parcel",
        recreate="always",
        table_args=[
            sa.CheckConstraint("fragile IN (0, 1)"),
            sa.CheckConstraint("height > 0"),
            sa.CheckConstraint("weight > 0"),
        ],
    ):
        pass
