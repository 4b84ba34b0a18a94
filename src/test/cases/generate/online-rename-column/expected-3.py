"""build: online rename column

Revision ID: 004_build_online_rename_column
Revises: 003_fill_online_rename_column
Create Date: 2026-01-01 00:00:00

Phase 3 of 5, build: indexes are built and rows are checked while others read and write.
When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, programs of the version before and of the version after work side by
side: the version after may be deployed from here on, and must have replaced the other
before phase 5.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "004_build_online_rename_column"
down_revision = "003_fill_online_rename_column"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_hero_alias")

    # the index is to be over the new column too; it is built concurrently, outside a
    # transaction, and blocks nobody
    with op.get_context().autocommit_block():
        op.create_index(
            op.f("ix_hero_alias"),
            "hero",
            ["alias"],
            unique=False,
            postgresql_concurrently=True,
        )

    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_hero_name_new")

    # the index is to be over the new column too; it is built concurrently, outside a
    # transaction, and blocks nobody
    # limbeck: allow duplicates-may-exist -- values were distinct, and are the same
    with op.get_context().autocommit_block():
        op.create_index(
            "uq_hero_name_new",
            "hero",
            ["alias", "secret_name"],
            unique=True,
            postgresql_concurrently=True,
        )

    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- the rows have been filled
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_alias_set")

    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- rows satisfied it all the time
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_name_new")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_hero_name_new", "hero", type_="check")
    op.create_check_constraint(
        "ck_hero_name_new", "hero", "length(alias) > 1", postgresql_not_valid=True
    )
    op.drop_constraint("ck_hero_alias_set", "hero", type_="check")
    op.create_check_constraint(
        "ck_hero_alias_set", "hero", "alias IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.drop_index(
            "uq_hero_name_new", table_name="hero", postgresql_concurrently=True
        )
        op.drop_index(
            op.f("ix_hero_alias"), table_name="hero", postgresql_concurrently=True
        )
