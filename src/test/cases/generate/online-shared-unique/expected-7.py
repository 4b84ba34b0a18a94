"""build 2: online shared unique

Revision ID: 008_build_2_online_shared_unique
Revises: 007_fill_2_online_shared_unique
Create Date: 2026-01-01 00:00:00

Phase 7 of 9, build 2: indexes are built and rows are checked while others read and
write. When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, the version before works on as it did; the version after must wait for
phase 8.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "008_build_2_online_shared_unique"
down_revision = "007_fill_2_online_shared_unique"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hero_a_b_key_new")

    # the index is to be over the new column too; it is built concurrently, outside a
    # transaction, and blocks nobody
    # limbeck: allow duplicates-may-exist -- values were distinct, and are the same
    with op.get_context().autocommit_block():
        op.create_index(
            "hero_a_b_key_new",
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
        op.drop_index(
            "hero_a_b_key_new", table_name="hero", postgresql_concurrently=True
        )
