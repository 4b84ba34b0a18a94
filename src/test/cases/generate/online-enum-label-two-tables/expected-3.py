"""build: online enum label two tables

Revision ID: 004_build_online_enum_label_two
Revises: 003_fill_online_enum_label_two
Create Date: 2026-01-01 00:00:00

Phase 3 of 5, build: indexes are built and rows are checked while others read and write.
When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "004_build_online_enum_label_two"
down_revision = "003_fill_online_enum_label_two"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- the rows have been filled
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE staff.shift VALIDATE CONSTRAINT ck_shift_first_new_set")

    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- the rows have been filled
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE staff.shift VALIDATE CONSTRAINT ck_shift_days_new_set")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_shift_days_new_set", "shift", type_="check", schema="staff")
    op.create_check_constraint(
        "ck_shift_days_new_set",
        "shift",
        "days_new IS NOT NULL",
        postgresql_not_valid=True,
        schema="staff",
    )
    op.drop_constraint("ck_shift_first_new_set", "shift", type_="check", schema="staff")
    op.create_check_constraint(
        "ck_shift_first_new_set",
        "shift",
        "first_new IS NOT NULL",
        postgresql_not_valid=True,
        schema="staff",
    )
