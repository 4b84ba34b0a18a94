"""build: online not null

Revision ID: 004_build_online_not_null
Revises: 003_fill_online_not_null
Create Date: 2026-01-01 00:00:00

Phase 3 of 5, build: indexes are built and rows are checked while others read and write.
When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, programs of the version before and of the version after work side by
side: the version after may be deployed from here on, and must have replaced the other
before phase 5.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "004_build_online_not_null"
down_revision = "003_fill_online_not_null"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- the rows have been filled
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_age_set")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_hero_age_set", "hero", type_="check")
    op.create_check_constraint(
        "ck_hero_age_set", "hero", "age IS NOT NULL", postgresql_not_valid=True
    )
