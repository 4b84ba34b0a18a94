"""contract: online enum label removed

Revision ID: 006_contract_online_enum_label
Revises: 005_switch_online_enum_label
Create Date: 2026-01-01 00:00:00

Phase 5 of 5, contract: what only the version before needs is taken away.

Run it only when nobody wants to go back: until then the downgrade of the phase before
it takes a moment.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "006_contract_online_enum_label"
down_revision = "005_switch_online_enum_label"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_ticket_state ON ticket")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_ticket_state")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- ticket.state has its values
    op.drop_column("ticket", "state_old")

    # no column has the old type any more
    postgresql.ENUM(name="state_old").drop(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    postgresql.ENUM(
        "NEW", "OPEN", "WAITING", "CLOSED", "REJECTED", name="state_old"
    ).create(op.get_bind(), checkfirst=True)
    op.execute("ALTER TABLE ticket ADD COLUMN IF NOT EXISTS state_old state_old")
    op.execute("COMMENT ON COLUMN ticket.state_old IS 'where it is'")
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
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_ticket_state ON ticket")
    op.execute(
        "CREATE TRIGGER limbeck_sync_ticket_state BEFORE INSERT OR UPDATE ON "
        "ticket FOR EACH ROW EXECUTE FUNCTION limbeck_sync_ticket_state()"
    )
    op.execute("ALTER TABLE ticket DROP CONSTRAINT IF EXISTS ck_ticket_open_old")
    op.create_check_constraint(
        "ck_ticket_open_old",
        "ticket",
        "state_old <> 'OPEN' OR title <> ''",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first ticket.id%TYPE;
                limbeck_last ticket.id%TYPE;
                limbeck_end ticket.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM ticket ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM ticket ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM ticket WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE ticket SET state_old = state::text::state_old
                    WHERE (state_old IS NULL AND state IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM ticket
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_ticket_open_old")
        op.create_index(
            "ix_ticket_open_old",
            "ticket",
            ["title"],
            unique=False,
            postgresql_where=sa.text("state_old = 'OPEN'"),
            postgresql_concurrently=True,
        )
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_ticket_state_old")
        op.create_index(
            op.f("ix_ticket_state_old"),
            "ticket",
            ["state_old"],
            unique=False,
            postgresql_concurrently=True,
        )
        op.execute("ALTER TABLE ticket VALIDATE CONSTRAINT ck_ticket_open_old")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE ticket DROP CONSTRAINT IF EXISTS ck_ticket_state_old_set")
    op.create_check_constraint(
        "ck_ticket_state_old_set",
        "ticket",
        "state_old IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE ticket VALIDATE CONSTRAINT ck_ticket_state_old_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column(
        "ticket",
        "state_old",
        existing_type=postgresql.ENUM(
            "NEW",
            "OPEN",
            "WAITING",
            "CLOSED",
            "REJECTED",
            name="state_old",
            create_type=False,
        ),
        nullable=False,
    )
    op.drop_constraint("ck_ticket_state_old_set", "ticket", type_="check")
