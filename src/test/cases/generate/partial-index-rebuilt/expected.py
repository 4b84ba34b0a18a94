"""partial index rebuilt

Revision ID: 002_partial_index_rebuilt
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Filling seat.row locks every row it writes until the transaction ends.
- After a downgrade it is not known any more which rows had no value in seat.row.
- SET NOT NULL on seat.row reads the whole table; nobody reads or writes seat meanwhile
  (ACCESS EXCLUSIVE).
- The upgrade stops when rows of seat have the same code.
- Nobody writes seat while index uq_seat_code is built (SHARE).

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_partial_index_rebuilt"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("uq_seat_code", table_name="seat")

    # rows without a value get what is stated
    op.execute("UPDATE seat SET row = 0 WHERE row IS NULL")

    op.alter_column("seat", "row", existing_type=sa.Integer(), nullable=False)

    # the unique index cannot be made while there are duplicates, so they are looked for
    # first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT code FROM seat WHERE (row > 1) AND code IS NOT NULL GROUP BY code HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table seat has rows with the same code; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_index(
        "uq_seat_code",
        "seat",
        ["code"],
        unique=True,
        postgresql_where=sa.text("row > 1"),
    )


def downgrade() -> None:
    op.drop_index("uq_seat_code", table_name="seat")
    op.alter_column("seat", "row", existing_type=sa.Integer(), nullable=True)
    op.create_index(
        "uq_seat_code",
        "seat",
        ["code"],
        unique=True,
        postgresql_where=sa.text("row > 0"),
    )
