"""partial index rebuilt

Revision ID: 002_partial_index_rebuilt
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- After a downgrade it is not known any more which rows had no value in seat.row.
- The upgrade stops when rows of seat have the same code.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_partial_index_rebuilt"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("seat") as batch_op:
        batch_op.drop_index("uq_seat_code")

    # rows without a value get what is stated
    op.execute('UPDATE seat SET "row" = 0 WHERE "row" IS NULL')

    with op.batch_alter_table("seat") as batch_op:
        batch_op.alter_column("row", existing_type=sa.Integer(), nullable=False)

    # the unique index cannot be made while there are duplicates, so they are looked for
    # first
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT code FROM seat WHERE (row > 1) AND code IS NOT NULL GROUP BY code "
                "HAVING count(*) > 1"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Table seat has rows with the same code; make them differ or delete them, "
                "then upgrade again."
            )

    with op.batch_alter_table("seat") as batch_op:
        batch_op.create_index(
            "uq_seat_code", ["code"], unique=True, sqlite_where=sa.text("row > 1")
        )


def downgrade() -> None:
    with op.batch_alter_table("seat") as batch_op:
        batch_op.drop_index("uq_seat_code")
        batch_op.alter_column("row", existing_type=sa.Integer(), nullable=True)
        batch_op.create_index(
            "uq_seat_code", ["code"], unique=True, sqlite_where=sa.text("row > 0")
        )
