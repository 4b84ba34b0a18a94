"""decimal column

Revision ID: 002_decimal_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- From now on hero.salary must be given: programs of the version before insert no value,
  and fail.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_decimal_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column hero.salary is new; it is added nullable first, because existing rows have
    # no value yet
    op.add_column(
        "hero", sa.Column("salary", sa.Numeric(precision=10, scale=2), nullable=True)
    )

    # existing rows get the default of the model
    op.execute("UPDATE hero SET salary = 0 WHERE salary IS NULL")

    # every row of hero has a value now
    op.alter_column(
        "hero",
        "salary",
        existing_type=sa.Numeric(precision=10, scale=2),
        nullable=False,
    )


def downgrade() -> None:
    op.drop_column("hero", "salary")
