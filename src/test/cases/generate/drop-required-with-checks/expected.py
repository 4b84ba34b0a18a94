"""drop required with checks

Revision ID: 002_drop_required_with_checks
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping part.state loses its values; back them up first.
- Programs that still use part.state fail from this moment on.
- Dropping part.weight loses its values; back them up first.
- Programs that still use part.weight fail from this moment on.
- The downgrade fills part.weight with 0; say otherwise with --fill-down
  part.weight="SQL".
- The downgrade does not bring back the values of part.weight.
- The downgrade fills part.state with 'new'; say otherwise with --fill-down
  part.state="SQL".
- The downgrade does not bring back the values of part.state.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_drop_required_with_checks"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("ck_state", "part", type_="check")
    op.drop_constraint("ck_weight", "part", type_="check")
    op.drop_column("part", "state")
    op.drop_column("part", "weight")


def downgrade() -> None:
    op.add_column("part", sa.Column("weight", sa.Integer(), nullable=True))

    # the rows need a value again
    op.execute("UPDATE part SET weight = 0 WHERE weight IS NULL")

    # every row has a value now
    op.alter_column("part", "weight", existing_type=sa.Integer(), nullable=False)

    op.add_column("part", sa.Column("state", sa.String(length=8), nullable=True))

    # the rows need a value again
    op.execute("UPDATE part SET state = 'new' WHERE state IS NULL")

    # every row has a value now
    op.alter_column("part", "state", existing_type=sa.String(length=8), nullable=False)

    op.create_check_constraint("ck_weight", "part", "weight >= 0")
    op.create_check_constraint("ck_state", "part", "state IN ('new', 'used')")
