"""batch keeps all parts

Revision ID: 002_batch_keeps_all_parts
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Filling part.code locks every row it writes until the transaction ends.
- After a downgrade it is not known any more which rows had no value in part.code.
- SET NOT NULL on part.code reads the whole table; nobody reads or writes part meanwhile
  (ACCESS EXCLUSIVE).
- Dropping part.color loses its values; back them up first.
- Programs that still use part.color fail from this moment on.
- The downgrade does not bring back the values of part.color.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_batch_keeps_all_parts"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows without a value get what is stated
    op.execute("UPDATE part SET code = 'none' WHERE code IS NULL")

    op.alter_column("part", "code", existing_type=sa.String(length=20), nullable=False)
    op.drop_column("part", "color")


def downgrade() -> None:
    op.add_column("part", sa.Column("color", sa.String(), nullable=True))
    op.alter_column("part", "code", existing_type=sa.String(length=20), nullable=True)
