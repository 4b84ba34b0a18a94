"""build: online enum label removed

Revision ID: 004_build_online_enum_label
Revises: 003_fill_online_enum_label
Create Date: 2026-01-01 00:00:00

Phase 3 of 5, build: indexes are built and rows are checked while others read and write.
When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "004_build_online_enum_label"
down_revision = "003_fill_online_enum_label"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_ticket_open_new")

    # the index is to be over the new column too; it is built concurrently, outside a
    # transaction, and blocks nobody
    with op.get_context().autocommit_block():
        op.create_index(
            "ix_ticket_open_new",
            "ticket",
            ["title"],
            unique=False,
            postgresql_where=sa.text("state_new = 'OPEN'"),
            postgresql_concurrently=True,
        )

    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_ticket_state_new")

    # the index is to be over the new column too; it is built concurrently, outside a
    # transaction, and blocks nobody
    with op.get_context().autocommit_block():
        op.create_index(
            op.f("ix_ticket_state_new"),
            "ticket",
            ["state_new"],
            unique=False,
            postgresql_concurrently=True,
        )

    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- the rows have been filled
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE ticket VALIDATE CONSTRAINT ck_ticket_state_new_set")

    # rows are checked in a transaction of its own, while others read and write
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE ticket VALIDATE CONSTRAINT ck_ticket_open_new")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_ticket_open_new", "ticket", type_="check")
    op.create_check_constraint(
        "ck_ticket_open_new",
        "ticket",
        "state_new <> 'OPEN' OR title <> ''",
        postgresql_not_valid=True,
    )
    op.drop_constraint("ck_ticket_state_new_set", "ticket", type_="check")
    op.create_check_constraint(
        "ck_ticket_state_new_set",
        "ticket",
        "state_new IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.drop_index(
            op.f("ix_ticket_state_new"),
            table_name="ticket",
            postgresql_concurrently=True,
        )
        op.drop_index(
            op.f("ix_ticket_open_new"),
            table_name="ticket",
            postgresql_concurrently=True,
        )
