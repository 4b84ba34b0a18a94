"""primary key column added

Revision ID: 002_primary_key_column_added
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- From now on rate.day must be given: programs of the version before insert no value,
  and fail.
- The upgrade stops when rows of rate have the same currency, day.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_primary_key_column_added"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("PRIMARY", "rate", type_="primary")

    # column rate.day is new; it is added nullable first, because existing rows have no
    # value yet
    op.add_column("rate", sa.Column("day", sa.Date(), nullable=True))

    # existing rows get as stated
    op.execute("UPDATE rate SET day = '2026-01-01' WHERE day IS NULL")

    # every row of rate has a value now
    op.alter_column("rate", "day", existing_type=sa.Date(), nullable=False)

    # the primary key cannot be made while there are duplicates, so they are looked for
    # first
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT currency, day FROM rate WHERE currency IS NOT NULL AND day IS NOT "
                "NULL GROUP BY currency, day HAVING count(*) > 1"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Table rate has rows with the same currency, day; make them differ or "
                "delete them, then upgrade again."
            )

    op.create_primary_key(None, "rate", ["currency", "day"])


def downgrade() -> None:
    op.drop_constraint("PRIMARY", "rate", type_="primary")
    op.drop_column("rate", "day")
    op.create_primary_key(None, "rate", ["currency"])
