"""expand: online enum label removed

Revision ID: 002_expand_online_enum_label
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 5, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

Safety notes:

- The downgrade of the first phase takes REJECTED out of state again, and writes its
  tables anew under a lock; that is not needed when it is said what new labels are in
  the old type, by --using-down ticket.state="SQL".
- Programs that write NEW or WAITING into a state fail once columns and types have
  changed places.
- Once the last phase has run, a downgrade does not bring back which rows had NEW or
  WAITING in a state.
- The downgrade stops when rows have REJECTED, the label of state that was new.
- The downgrade of ticket.state may stop: values that are no label of it are refused.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_expand_online_enum_label"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # until the last phase the old type has to hold what the new one holds
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE state ADD VALUE IF NOT EXISTS 'REJECTED'")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # enum type state has lost NEW, WAITING; PostgreSQL can neither remove nor move a
    # label, so there is another type, which takes the name of this one then
    postgresql.ENUM("OPEN", "REJECTED", "CLOSED", name="state_new").create(
        op.get_bind(), checkfirst=False
    )

    # enum type state has lost NEW, WAITING (ticket.state); a column of the new type is
    # filled first, and takes its place then
    op.add_column(
        "ticket",
        sa.Column(
            "state_new",
            postgresql.ENUM(
                "OPEN", "REJECTED", "CLOSED", name="state_new", create_type=False
            ),
            nullable=True,
            comment="where it is",
        ),
    )

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_ticket_state() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.state_new := (SELECT (CASE state::text WHEN 'NEW' THEN 'OPEN' WHEN 'WAITING' THEN 'OPEN' ELSE state::text END)::state_new FROM (SELECT NEW.*) AS ticket);
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_ticket_state BEFORE INSERT OR UPDATE ON "
        "ticket FOR EACH ROW EXECUTE FUNCTION limbeck_sync_ticket_state()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_ticket_state_new_set",
        "ticket",
        "state_new IS NOT NULL",
        postgresql_not_valid=True,
    )

    # the check is to hold for the new column too; it is not validated yet, so that no
    # table is read under the lock
    op.create_check_constraint(
        "ck_ticket_open_new",
        "ticket",
        "state_new <> 'OPEN' OR title <> ''",
        postgresql_not_valid=True,
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_ticket_open_new", "ticket", type_="check")
    op.drop_constraint("ck_ticket_state_new_set", "ticket", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_ticket_state ON ticket")
    op.execute("DROP FUNCTION limbeck_sync_ticket_state")
    op.drop_column("ticket", "state_new")
    postgresql.ENUM(name="state_new").drop(op.get_bind(), checkfirst=False)

    # rows that have the new label could not be converted back
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM ticket WHERE state::text IN ('REJECTED')
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Rows of ticket have REJECTED in state, which will not be a label any more; give them another one first.';
            END IF;
        END
        $$
    """)

    op.execute("ALTER TYPE state RENAME TO state_old")
    postgresql.ENUM("NEW", "OPEN", "WAITING", "CLOSED", name="state").create(
        op.get_bind(), checkfirst=False
    )
    op.drop_constraint("ck_ticket_open", "ticket", type_="check")
    op.drop_index(op.f("ix_ticket_open"), table_name="ticket")
    op.alter_column(
        "ticket",
        "state",
        existing_type=postgresql.ENUM(
            "NEW",
            "OPEN",
            "WAITING",
            "CLOSED",
            "REJECTED",
            name="state_old",
            create_type=False,
        ),
        server_default=None,
    )
    op.alter_column(
        "ticket",
        "state",
        existing_type=postgresql.ENUM(
            "NEW",
            "OPEN",
            "WAITING",
            "CLOSED",
            "REJECTED",
            name="state_old",
            create_type=False,
        ),
        type_=postgresql.ENUM(
            "NEW", "OPEN", "WAITING", "CLOSED", name="state", create_type=False
        ),
        postgresql_using="state::text::state",
        existing_nullable=False,
    )
    op.alter_column(
        "ticket",
        "state",
        existing_type=postgresql.ENUM(
            "NEW", "OPEN", "WAITING", "CLOSED", name="state", create_type=False
        ),
        server_default="NEW",
    )
    op.create_index(
        "ix_ticket_open",
        "ticket",
        ["title"],
        unique=False,
        postgresql_where=sa.text("state = 'OPEN'"),
    )
    op.create_check_constraint(
        "ck_ticket_open", "ticket", "state <> 'OPEN' OR title <> ''"
    )
    postgresql.ENUM(name="state_old").drop(op.get_bind(), checkfirst=False)
