"""move to new table

Revision ID: 002_move_to_new_table
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping person.street loses its values; address.street holds what was made of them.
- Programs that still use person.street fail from this moment on.
- Dropping person.city loses its values; address.city holds what was made of them.
- Programs that still use person.city fail from this moment on.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_move_to_new_table"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "address",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("street", sa.String(length=255), nullable=True),
        sa.Column("city", sa.String(length=255), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )

    # columns have moved to address, and their values follow
    op.execute(
        "INSERT INTO address (person_id, street, city) SELECT id, street, city "
        "FROM person WHERE street IS NOT NULL OR city IS NOT NULL"
    )

    # column person.street is gone; address.street has taken its values over
    op.drop_column("person", "street")

    # column person.city is gone; address.city has taken its values over
    op.drop_column("person", "city")


def downgrade() -> None:
    op.add_column("person", sa.Column("city", sa.String(length=255), nullable=True))

    # the rows need a value again
    op.execute(
        "UPDATE person SET city = (SELECT address.city FROM address WHERE "
        "address.person_id = person.id) WHERE city IS NULL"
    )

    op.add_column("person", sa.Column("street", sa.String(length=255), nullable=True))

    # the rows need a value again
    op.execute(
        "UPDATE person SET street = (SELECT address.street FROM address WHERE "
        "address.person_id = person.id) WHERE street IS NULL"
    )

    op.drop_table("address")
