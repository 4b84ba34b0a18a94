"""switch: online enum label removed

Revision ID: 005_switch_online_enum_label
Revises: 004_build_online_enum_label
Create Date: 2026-01-01 00:00:00

Phase 4 of 5, switch: what was prepared is put to use, in one transaction that holds its
locks only for a moment.

The version before works until this has run, the version after works from then on:
deploy it at this moment.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "005_switch_online_enum_label"
down_revision = "004_build_online_enum_label"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column(
        "ticket",
        "state_new",
        existing_type=postgresql.ENUM(
            "OPEN", "REJECTED", "CLOSED", name="state_new", create_type=False
        ),
        nullable=False,
    )

    # the check has done its work
    op.drop_constraint("ck_ticket_state_new_set", "ticket", type_="check")

    # the default goes along
    op.alter_column(
        "ticket",
        "state",
        existing_type=postgresql.ENUM(
            "NEW",
            "OPEN",
            "WAITING",
            "CLOSED",
            "REJECTED",
            name="state",
            create_type=False,
        ),
        server_default=None,
    )

    # the two columns change places
    op.alter_column("ticket", "state", new_column_name="state_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("ticket", "state_new", new_column_name="state")

    # the two columns change places
    op.execute("ALTER INDEX ix_ticket_open RENAME TO ix_ticket_open_old")
    op.execute("ALTER INDEX ix_ticket_open_new RENAME TO ix_ticket_open")
    op.execute("ALTER INDEX ix_ticket_state RENAME TO ix_ticket_state_old")
    op.execute("ALTER INDEX ix_ticket_state_new RENAME TO ix_ticket_state")
    op.execute(
        "ALTER TABLE ticket RENAME CONSTRAINT ck_ticket_open TO ck_ticket_open_old"
    )
    op.execute(
        "ALTER TABLE ticket RENAME CONSTRAINT ck_ticket_open_new TO ck_ticket_open"
    )

    # the two types change names
    op.execute("ALTER TYPE state RENAME TO state_old")

    # the two types change names
    # limbeck: allow type-renamed -- no model ever had this name
    op.execute("ALTER TYPE state_new RENAME TO state")

    # the default goes along
    op.alter_column(
        "ticket",
        "state",
        existing_type=postgresql.ENUM(
            "OPEN", "REJECTED", "CLOSED", name="state", create_type=False
        ),
        server_default="OPEN",
    )

    # from now on the old column is kept like the new one
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_ticket_state() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.state IS DISTINCT FROM OLD.state THEN
                NEW.state_old := (SELECT state::text::state_old FROM (SELECT NEW.*) AS ticket);
            END IF;
            RETURN NEW;
        END
        $$
    """)


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE ticket DROP CONSTRAINT IF EXISTS ck_ticket_state_new_set")
    op.create_check_constraint(
        "ck_ticket_state_new_set",
        "ticket",
        "state IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE ticket VALIDATE CONSTRAINT ck_ticket_state_new_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_ticket_state() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.state_new := (SELECT (CASE state::text WHEN 'NEW' THEN 'OPEN' WHEN 'WAITING' THEN 'OPEN' ELSE state::text END)::state_new FROM (SELECT NEW.*) AS ticket);
            RETURN NEW;
        END
        $$
    """)
    op.alter_column(
        "ticket",
        "state",
        existing_type=postgresql.ENUM(
            "OPEN", "REJECTED", "CLOSED", name="state", create_type=False
        ),
        server_default=None,
    )
    op.execute("ALTER TYPE state RENAME TO state_new")
    op.execute("ALTER TYPE state_old RENAME TO state")
    op.execute(
        "ALTER TABLE ticket RENAME CONSTRAINT ck_ticket_open TO ck_ticket_open_new"
    )
    op.execute(
        "ALTER TABLE ticket RENAME CONSTRAINT ck_ticket_open_old TO ck_ticket_open"
    )
    op.execute("ALTER INDEX ix_ticket_state RENAME TO ix_ticket_state_new")
    op.execute("ALTER INDEX ix_ticket_state_old RENAME TO ix_ticket_state")
    op.execute("ALTER INDEX ix_ticket_open RENAME TO ix_ticket_open_new")
    op.execute("ALTER INDEX ix_ticket_open_old RENAME TO ix_ticket_open")
    op.alter_column("ticket", "state", new_column_name="state_new")
    op.alter_column("ticket", "state_old", new_column_name="state")
    op.alter_column(
        "ticket",
        "state",
        existing_type=postgresql.ENUM(
            "NEW",
            "OPEN",
            "WAITING",
            "CLOSED",
            "REJECTED",
            name="state",
            create_type=False,
        ),
        server_default="NEW",
    )
    op.alter_column(
        "ticket",
        "state_new",
        existing_type=postgresql.ENUM(
            "OPEN", "REJECTED", "CLOSED", name="state_new", create_type=False
        ),
        nullable=True,
    )
