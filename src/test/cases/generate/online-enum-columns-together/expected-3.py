"""build: online enum columns together

Revision ID: 004_build_online_enum_columns
Revises: 003_fill_online_enum_columns
Create Date: 2026-01-01 00:00:00

Phase 3 of 5, build: indexes are built and rows are checked while others read and write.
When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "004_build_online_enum_columns"
down_revision = "003_fill_online_enum_columns"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- the rows have been filled
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE parcel VALIDATE CONSTRAINT ck_parcel_ordered_new_set")

    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_parcel_sent_new")

    # the index is to be over the new column too; it is built concurrently, outside a
    # transaction, and blocks nobody
    with op.get_context().autocommit_block():
        op.create_index(
            op.f("ix_parcel_sent_new"),
            "parcel",
            ["sent_new"],
            unique=False,
            postgresql_concurrently=True,
        )

    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_parcel_sizes_new")

    # the index is to be over the new column too; it is built concurrently, outside a
    # transaction, and blocks nobody
    with op.get_context().autocommit_block():
        op.create_index(
            "ix_parcel_sizes_new",
            "parcel",
            ["sent_new", "ordered_new"],
            unique=False,
            postgresql_concurrently=True,
        )

    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_parcel_sizes_new")

    # the index is to be over the new column too; it is built concurrently, outside a
    # transaction, and blocks nobody
    # limbeck: allow duplicates-may-exist -- values were distinct, and are the same
    with op.get_context().autocommit_block():
        op.create_index(
            "uq_parcel_sizes_new",
            "parcel",
            ["ordered_new", "sent_new", "place"],
            unique=True,
            postgresql_concurrently=True,
        )

    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- rows satisfied it all the time
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE parcel VALIDATE CONSTRAINT ck_parcel_sizes_new")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_parcel_sizes_new", "parcel", type_="check")
    op.create_check_constraint(
        "ck_parcel_sizes_new",
        "parcel",
        "ordered_new <> sent_new OR place > 0",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.drop_index(
            "uq_parcel_sizes_new", table_name="parcel", postgresql_concurrently=True
        )
        op.drop_index(
            op.f("ix_parcel_sizes_new"),
            table_name="parcel",
            postgresql_concurrently=True,
        )
        op.drop_index(
            op.f("ix_parcel_sent_new"),
            table_name="parcel",
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_parcel_ordered_new_set", "parcel", type_="check")
    op.create_check_constraint(
        "ck_parcel_ordered_new_set",
        "parcel",
        "ordered_new IS NOT NULL",
        postgresql_not_valid=True,
    )
