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
    with op.batch_alter_table(
        "parcel", table_args=[sa.CheckConstraint("height > 0")]
    ) as batch_op:
        batch_op.drop_column("weight")


def downgrade() -> None:
    with op.batch_alter_table("parcel") as batch_op:
        batch_op.add_column(sa.Column("weight", sa.Integer(), nullable=True))

    # the rows need a value again
    op.execute("UPDATE parcel SET weight = 1 WHERE weight IS NULL")

    # every row has a value now
    with op.batch_alter_table(
        "parcel",
        table_args=[sa.CheckConstraint("height > 0"), sa.CheckConstraint("weight > 0")],
    ) as batch_op:
        batch_op.alter_column("weight", existing_type=sa.Integer(), nullable=False)
