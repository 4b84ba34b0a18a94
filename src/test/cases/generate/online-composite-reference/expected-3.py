"""build: online composite reference

Revision ID: 004_build_online_composite
Revises: 003_fill_online_composite
Create Date: 2026-01-01 00:00:00

Phase 3 of 6, build: indexes are built and rows are checked while others read and write.
When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "004_build_online_composite"
down_revision = "003_fill_online_composite"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- the rows have been filled
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE account VALIDATE CONSTRAINT ck_account_number_new_set")

    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS account_pkey_new")

    # the index is to be over the new column too; it is built concurrently, outside a
    # transaction, and blocks nobody
    # limbeck: allow duplicates-may-exist -- values were distinct, and are the same
    with op.get_context().autocommit_block():
        op.create_index(
            "account_pkey_new",
            "account",
            ["number_new", "tenant_new"],
            unique=True,
            postgresql_concurrently=True,
        )

    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- the rows have been filled
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE account VALIDATE CONSTRAINT ck_account_tenant_new_set")

    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_booking_new")

    # the index is to be over the new column too; it is built concurrently, outside a
    # transaction, and blocks nobody
    with op.get_context().autocommit_block():
        op.create_index(
            "ix_booking_new",
            "booking",
            ["tenant_new", "account_new"],
            unique=False,
            postgresql_concurrently=True,
        )


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.drop_index(
            op.f("ix_booking_new"), table_name="booking", postgresql_concurrently=True
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_account_tenant_new_set", "account", type_="check")
    op.create_check_constraint(
        "ck_account_tenant_new_set",
        "account",
        "tenant_new IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.drop_index(
            "account_pkey_new", table_name="account", postgresql_concurrently=True
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_account_number_new_set", "account", type_="check")
    op.create_check_constraint(
        "ck_account_number_new_set",
        "account",
        "number_new IS NOT NULL",
        postgresql_not_valid=True,
    )
