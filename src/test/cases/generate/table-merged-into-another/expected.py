"""table merged into another

Revision ID: 002_table_merged_into_another
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Filling customer.street locks every row it writes until the transaction ends.
- Filling customer.town locks every row it writes until the transaction ends.
- Dropping customer.home_id loses its values; customer.street holds what was made of
  them.
- Programs that still use customer.home_id fail from this moment on.
- Nobody writes customer while index ix_customer_town is built (SHARE).
- Dropping table home loses what has not moved away, to customer.street, customer.town.
- The downgrade does not bring back the values of customer.home_id.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_table_merged_into_another"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("customer_home_id_fkey", "customer", type_="foreignkey")
    op.drop_constraint("customer_home_id_key", "customer", type_="unique")
    op.add_column("customer", sa.Column("street", sa.String(), nullable=True))

    # existing rows get as stated
    op.execute(
        "UPDATE customer SET street = (SELECT home.street FROM home WHERE "
        "customer.home_id = home.id) WHERE street IS NULL"
    )

    op.add_column("customer", sa.Column("town", sa.String(), nullable=True))

    # existing rows get as stated
    op.execute(
        "UPDATE customer SET town = (SELECT home.city FROM home WHERE "
        "customer.home_id = home.id) WHERE town IS NULL"
    )

    # column customer.home_id is gone; customer.street has taken its values over
    op.drop_column("customer", "home_id")

    op.create_index(op.f("ix_customer_town"), "customer", ["town"], unique=False)
    op.drop_table("home")


def downgrade() -> None:
    op.create_table(
        "home",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_home_city"), "home", ["city"], unique=False)

    # what has moved away comes back
    op.execute(
        "INSERT INTO home (id, street, city) SELECT CASE WHEN street IS NOT NULL "
        "OR town IS NOT NULL THEN id END, street, town FROM customer WHERE street "
        "IS NOT NULL OR town IS NOT NULL"
    )
    op.execute(
        "SELECT setval(pg_get_serial_sequence('home', 'id'), coalesce(max(id), 0) "
        "+ 1, false) FROM home"
    )

    op.drop_index(op.f("ix_customer_town"), table_name="customer")
    op.add_column("customer", sa.Column("home_id", sa.Integer(), nullable=True))

    # the rows need a value again
    op.execute(
        "UPDATE customer SET home_id = CASE WHEN street IS NOT NULL OR town IS NOT "
        "NULL THEN id END WHERE home_id IS NULL"
    )

    op.drop_column("customer", "town")
    op.drop_column("customer", "street")
    op.create_unique_constraint("customer_home_id_key", "customer", ["home_id"])
    op.create_foreign_key(
        "customer_home_id_fkey", "customer", "home", ["home_id"], ["id"]
    )
