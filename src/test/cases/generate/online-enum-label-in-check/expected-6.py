"""build 2: online enum label in check

Revision ID: 007_build_2_online_enum_label_in
Revises: 006_contract_online_enum_label
Create Date: 2026-01-01 00:00:00

Phase 6 of 6, build 2: indexes are built and rows are checked while others read and
write. When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, the version after works.

Safety notes:

- The check ck_c (state <> 'B' OR name <> '') of hero stops the upgrade when there are
  rows that break it.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "007_build_2_online_enum_label_in"
down_revision = "006_contract_online_enum_label"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows are checked in a transaction of its own, while others read and write
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_c")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_c", "hero", type_="check")
    op.create_check_constraint(
        "ck_c", "hero", "state <> 'B' OR name <> ''", postgresql_not_valid=True
    )
