"""online unique and check

Revision ID: 002_online_unique_and_check
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of hero have the same name, secret_name.
- The check ck_hero_age (age >= 0) of hero stops the upgrade when there are rows that
  break it.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_online_unique_and_check"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # the unique constraint cannot be made while there are duplicates, so they are
    # looked for first
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
    # is built first, concurrently
    with op.get_context().autocommit_block():
        op.create_index(
            "uq_hero_names",
            "hero",
            ["name", "secret_name"],
            unique=True,
            postgresql_concurrently=True,
        )

    # the index that was built becomes the constraint's own
    op.execute(
        "ALTER TABLE hero ADD CONSTRAINT uq_hero_names UNIQUE USING INDEX "
        "uq_hero_names"
    )

    # the check ck_hero_age (age >= 0) of hero is new; it is not validated yet, so that
    # no table is read under the lock
    op.create_check_constraint(
        "ck_hero_age", "hero", "age >= 0", postgresql_not_valid=True
    )

    # rows are checked in a transaction of its own, while others read and write
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_age")


def downgrade() -> None:
    op.drop_constraint("ck_hero_age", "hero", type_="check")
    op.drop_constraint("uq_hero_names", "hero", type_="unique")
