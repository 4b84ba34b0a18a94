"""unique column order

Revision ID: 002_unique_column_order
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of seat have the same number, hall.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_unique_column_order"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("uq_seat", "seat", type_="unique")

    # the unique constraint cannot be made while there are duplicates, so they are
    # looked for first
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT number, hall FROM seat WHERE number IS NOT NULL AND hall IS NOT "
                "NULL GROUP BY number, hall HAVING count(*) > 1"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Table seat has rows with the same number, hall; make them differ or "
                "delete them, then upgrade again."
            )

    op.create_unique_constraint("uq_seat", "seat", ["number", "hall"])


def downgrade() -> None:
    op.drop_constraint("uq_seat", "seat", type_="unique")
    op.create_unique_constraint("uq_seat", "seat", ["hall", "number"])
