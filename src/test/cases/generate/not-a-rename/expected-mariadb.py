"""not a rename

Revision ID: 002_not_a_rename
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- From now on hero.motto must be given: programs of the version before insert no value,
  and fail.
- Dropping hero.secret_name loses its values; back them up first.
- Programs that still use hero.secret_name fail from this moment on.
- The downgrade does not bring back the values of hero.secret_name.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_not_a_rename"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column hero.motto is new; it is added nullable first, because existing rows have
    # no value yet
    op.add_column("hero", sa.Column("motto", sa.String(length=255), nullable=True))

    # existing rows get as stated
    op.execute("UPDATE hero SET motto = 'none' WHERE motto IS NULL")

    # every row of hero has a value now
    op.alter_column(
        "hero", "motto", existing_type=sa.String(length=255), nullable=False
    )

    op.drop_column("hero", "secret_name")


def downgrade() -> None:
    op.add_column(
        "hero", sa.Column("secret_name", sa.String(length=255), nullable=True)
    )

    # the rows need a value again
    op.execute("UPDATE hero SET secret_name = 'unknown' WHERE secret_name IS NULL")

    # every row has a value now
    op.alter_column(
        "hero", "secret_name", existing_type=sa.String(length=255), nullable=False
    )

    op.drop_column("hero", "motto")
