"""move column

Revision ID: 002_move_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- From now on profile.motto must be given: programs of the version before insert no
  value, and fail.
- Dropping person.motto loses its values; profile.motto holds what was made of them.
- Programs that still use person.motto fail from this moment on.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_move_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column profile.motto is new; it is added nullable first, because existing rows
    # have no value yet
    op.add_column("profile", sa.Column("motto", sa.String(length=255), nullable=True))

    # existing rows get as stated
    op.execute(
        "UPDATE profile SET motto = (SELECT person.motto FROM person WHERE "
        "profile.person_id = person.id) WHERE motto IS NULL"
    )

    # every row of profile has a value now
    op.alter_column(
        "profile", "motto", existing_type=sa.String(length=255), nullable=False
    )

    # column person.motto is gone; profile.motto has taken its values over
    op.drop_column("person", "motto")


def downgrade() -> None:
    op.add_column("person", sa.Column("motto", sa.String(length=255), nullable=True))

    # the rows need a value again
    op.execute(
        "UPDATE person SET motto = (SELECT profile.motto FROM profile WHERE "
        "profile.person_id = person.id) WHERE motto IS NULL"
    )

    # every row has a value now
    op.alter_column(
        "person", "motto", existing_type=sa.String(length=255), nullable=False
    )

    op.drop_column("profile", "motto")
