"""checked column dropped

Revision ID: 002_checked_column_dropped
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping parcel.weight loses its values; back them up first.
- Programs that still use parcel.weight fail from this moment on.
- The downgrade does not bring back the values of parcel.weight.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_checked_column_dropped"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("parcel_weight_check", "parcel", type_="check")
    op.drop_column("parcel", "weight")


def downgrade() -> None:
    op.add_column("parcel", sa.Column("weight", sa.Integer(), nullable=True))

    # the rows need a value again
    op.execute("UPDATE parcel SET weight = 1 WHERE weight IS NULL")

    # every row has a value now
    op.alter_column("parcel", "weight", existing_type=sa.Integer(), nullable=False)

    op.create_check_constraint("parcel_weight_check", "parcel", "weight > 0")
