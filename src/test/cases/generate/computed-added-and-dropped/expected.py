"""computed added and dropped

Revision ID: 002_computed_added_and_dropped
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding person.shown writes the whole table anew; nobody reads or writes person
  meanwhile (ACCESS EXCLUSIVE).

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_computed_added_and_dropped"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("person", "initial")
    op.add_column(
        "person",
        sa.Column(
            "shown",
            sa.Text(),
            sa.Computed("first || ' ' || last", persisted=True),
            nullable=False,
        ),
    )


def downgrade() -> None:
    op.drop_column("person", "shown")
    op.add_column(
        "person",
        sa.Column(
            "initial",
            sa.Text(),
            sa.Computed("left(first, 1)", persisted=True),
            nullable=False,
        ),
    )
