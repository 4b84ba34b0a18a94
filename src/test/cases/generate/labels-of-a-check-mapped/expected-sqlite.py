"""labels of a check mapped

Revision ID: 002_labels_of_a_check_mapped
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The downgrade does not tell which rows of parcel had s in size and not m.
- The check size (size IN ('m', 'xxl')) of parcel stops the upgrade when there are rows
  that break it.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_labels_of_a_check_mapped"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("parcel") as batch_op:
        batch_op.drop_constraint("size", type_="check")

    # rows with a label that goes get another one, as stated
    op.execute("UPDATE parcel SET size = 'xxl' WHERE size = 'big'")
    op.execute("UPDATE parcel SET size = 'm' WHERE size = 's'")

    with op.batch_alter_table("parcel") as batch_op:
        batch_op.alter_column(
            "size",
            existing_type=sa.Enum("s", "m", "big", native_enum=False, length=3),
            type_=sa.Enum("m", "xxl", native_enum=False, length=3),
            existing_nullable=False,
        )
        batch_op.create_check_constraint("size", "size IN ('m', 'xxl')")


def downgrade() -> None:
    with op.batch_alter_table("parcel") as batch_op:
        batch_op.drop_constraint("size", type_="check")
    op.execute("UPDATE parcel SET size = 'big' WHERE size = 'xxl'")
    with op.batch_alter_table("parcel") as batch_op:
        batch_op.alter_column(
            "size",
            existing_type=sa.Enum("m", "xxl", native_enum=False, length=3),
            type_=sa.Enum("s", "m", "big", native_enum=False, length=3),
            existing_nullable=False,
        )
        batch_op.create_check_constraint("size", "size IN ('s', 'm', 'big')")
