"""build: online composite key

Revision ID: 004_build_online_composite_key
Revises: 003_fill_online_composite_key
Create Date: 2026-01-01 00:00:00

Phase 3 of 6, build: indexes are built and rows are checked while others read and write.
When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "004_build_online_composite_key"
down_revision = "003_fill_online_composite_key"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS deed_a_b_key_new")

    # the index is to be over the new column too; it is built concurrently, outside a
    # transaction, and blocks nobody
    # limbeck: allow duplicates-may-exist -- values were distinct, and are the same
    with op.get_context().autocommit_block():
        op.create_index(
            "deed_a_b_key_new",
            "deed",
            ["a", "b_new"],
            unique=True,
            postgresql_concurrently=True,
        )

    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- the rows have been filled
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE deed VALIDATE CONSTRAINT ck_deed_b_new_set")

    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hero_pkey_new")

    # the index is to be over the new column too; it is built concurrently, outside a
    # transaction, and blocks nobody
    # limbeck: allow duplicates-may-exist -- values were distinct, and are the same
    with op.get_context().autocommit_block():
        op.create_index(
            "hero_pkey_new",
            "hero",
            ["a", "b_new"],
            unique=True,
            postgresql_concurrently=True,
        )

    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- the rows have been filled
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_b_new_set")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_hero_b_new_set", "hero", type_="check")
    op.create_check_constraint(
        "ck_hero_b_new_set", "hero", "b_new IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.drop_index("hero_pkey_new", table_name="hero", postgresql_concurrently=True)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_deed_b_new_set", "deed", type_="check")
    op.create_check_constraint(
        "ck_deed_b_new_set", "deed", "b_new IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.drop_index(
            "deed_a_b_key_new", table_name="deed", postgresql_concurrently=True
        )
