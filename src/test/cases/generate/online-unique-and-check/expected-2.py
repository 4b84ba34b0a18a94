"""build: online unique and check

Revision ID: 003_build_online_unique_and
Revises: 002_expand_online_unique_and
Create Date: 2026-01-01 00:00:00

Phase 2 of 3, build: indexes are built and rows are checked while others read and write.
When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, programs of the version before and of the version after work side by
side: the version after may be deployed from here on.

Safety notes:

- The upgrade stops when rows of hero have the same name, secret_name.
- The check ck_hero_age (age >= 0) of hero stops the upgrade when there are rows that
  break it.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "003_build_online_unique_and"
down_revision = "002_expand_online_unique_and"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # the unique constraint cannot be made while there are duplicates, so they are
    # looked for first
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            BEGIN
                IF EXISTS (
                    SELECT name, secret_name FROM hero WHERE name IS NOT NULL AND secret_name IS NOT NULL GROUP BY name, secret_name HAVING count(*) > 1
                ) THEN
                    RAISE EXCEPTION USING MESSAGE = 'Table hero has rows with the same name, secret_name; make them differ or delete them, then upgrade again.';
                END IF;
            END
            $$
        """)

    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_hero_names")

    # the unique constraint uq_hero_names (name, secret_name) of hero is new; its index
    # comes first; it is built concurrently, outside a transaction, and blocks nobody
    with op.get_context().autocommit_block():
        op.create_index(
            "uq_hero_names",
            "hero",
            ["name", "secret_name"],
            unique=True,
            postgresql_concurrently=True,
        )

    # rows are checked in a transaction of its own, while others read and write
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_age")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_hero_age", "hero", type_="check")
    op.create_check_constraint(
        "ck_hero_age", "hero", "age >= 0", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.drop_index("uq_hero_names", table_name="hero", postgresql_concurrently=True)
