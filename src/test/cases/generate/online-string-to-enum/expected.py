"""expand: online string to enum

Revision ID: 002_expand_online_string_to_enum
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 5, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

Safety notes:

- The new type of orders.status: values that are no label of it are refused.
- Until the last phase orders.status is kept in its old type as well, and refuses or
  changes what that cannot hold: values longer than 10 characters are refused.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_expand_online_string_to_enum"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    postgresql.ENUM("NEW", "PAID", name="status").create(
        op.get_bind(), checkfirst=False
    )

    # column orders.status: its type differs; a column of the new type is filled first,
    # and takes its place then
    op.add_column(
        "orders",
        sa.Column(
            "status_new",
            postgresql.ENUM("NEW", "PAID", name="status", create_type=False),
            nullable=True,
            comment="where it is",
        ),
    )

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_orders_status() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.status_new := (SELECT status::text::status FROM (SELECT NEW.*) AS orders);
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_orders_status BEFORE INSERT OR UPDATE ON "
        "orders FOR EACH ROW EXECUTE FUNCTION limbeck_sync_orders_status()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_orders_status_new_set",
        "orders",
        "status_new IS NOT NULL",
        postgresql_not_valid=True,
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_orders_status_new_set", "orders", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_orders_status ON orders")
    op.execute("DROP FUNCTION limbeck_sync_orders_status")
    op.drop_column("orders", "status_new")
    postgresql.ENUM(name="status").drop(op.get_bind(), checkfirst=False)
