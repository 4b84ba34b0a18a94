"""direct: online computed column

Revision ID: 002_direct_online_computed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 5, direct: what cannot be divided is changed in place, in one transaction
that keeps others waiting for as long as it takes. Run it when that does no harm.

Once it has run, the version before works on as it did; the version after must wait for
phase 3.

Safety notes:

- The new type of line.pieces writes the whole table and its indexes anew; nobody reads
  or writes line meanwhile (ACCESS EXCLUSIVE).
- line.pieces is given another type in place, because a stored column is computed from
  it, and PostgreSQL writes the whole table for that one in any case. When nobody may
  wait so long, make that one a plain column first, which a trigger computes.
- Adding line.dozens writes the whole table anew; nobody reads or writes line meanwhile
  (ACCESS EXCLUSIVE).
- The downgrade of line.pieces may stop: values out of the range of INTEGER are refused.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_direct_online_computed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_column("line", "dozens")
    op.alter_column(
        "line",
        "pieces",
        existing_type=sa.Integer(),
        type_=sa.BigInteger(),
        existing_nullable=False,
    )
    op.add_column(
        "line",
        sa.Column(
            "dozens",
            sa.BigInteger(),
            sa.Computed("pieces / 12", persisted=True),
            nullable=False,
        ),
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_column("line", "dozens")
    op.alter_column(
        "line",
        "pieces",
        existing_type=sa.BigInteger(),
        type_=sa.Integer(),
        existing_nullable=False,
    )
    op.add_column(
        "line",
        sa.Column(
            "dozens",
            sa.Integer(),
            sa.Computed("pieces / 12", persisted=True),
            nullable=False,
        ),
    )
