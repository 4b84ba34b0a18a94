"""build: online identity key to bigint

Revision ID: 004_build_online_identity_key_to
Revises: 003_fill_online_identity_key_to
Create Date: 2026-01-01 00:00:00

Phase 3 of 6, build: indexes are built and rows are checked while others read and write.
When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "004_build_online_identity_key_to"
down_revision = "003_fill_online_identity_key_to"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- the rows have been filled
    with op.get_context().autocommit_block():
        op.execute(
            "ALTER TABLE shop.lines VALIDATE CONSTRAINT ck_lines_order_id_new_set"
        )

    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS shop.orders_pkey_new")

    # the index is to be over the new column too; it is built concurrently, outside a
    # transaction, and blocks nobody
    # limbeck: allow duplicates-may-exist -- values were distinct, and are the same
    with op.get_context().autocommit_block():
        op.create_index(
            "orders_pkey_new",
            "orders",
            ["id_new"],
            unique=True,
            schema="shop",
            postgresql_concurrently=True,
        )

    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- the rows have been filled
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE shop.orders VALIDATE CONSTRAINT ck_orders_id_new_set")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_orders_id_new_set", "orders", type_="check", schema="shop")
    op.create_check_constraint(
        "ck_orders_id_new_set",
        "orders",
        "id_new IS NOT NULL",
        postgresql_not_valid=True,
        schema="shop",
    )
    with op.get_context().autocommit_block():
        op.drop_index(
            "orders_pkey_new",
            table_name="orders",
            schema="shop",
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint(
        "ck_lines_order_id_new_set", "lines", type_="check", schema="shop"
    )
    op.create_check_constraint(
        "ck_lines_order_id_new_set",
        "lines",
        "order_id_new IS NOT NULL",
        postgresql_not_valid=True,
        schema="shop",
    )
