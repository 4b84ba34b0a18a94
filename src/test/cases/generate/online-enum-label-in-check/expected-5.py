"""contract: online enum label in check

Revision ID: 006_contract_online_enum_label
Revises: 005_switch_online_enum_label_in
Create Date: 2026-01-01 00:00:00

Phase 5 of 6, contract: what only the version before needs is taken away.

Run it only when nobody wants to go back: until then the downgrade of the phase before
it takes a moment.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "006_contract_online_enum_label"
down_revision = "005_switch_online_enum_label_in"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_hero_state ON hero")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_hero_state")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- hero.state has its values
    op.drop_column("hero", "state_old")

    # no column has the old type any more
    postgresql.ENUM(name="state_old").drop(op.get_bind(), checkfirst=False)

    # the check ck_c (state <> 'B' OR name <> '') of hero is new; it is not validated
    # yet, so that no table is read under the lock
    op.create_check_constraint(
        "ck_c", "hero", "state <> 'B' OR name <> ''", postgresql_not_valid=True
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_c", "hero", type_="check")
    postgresql.ENUM("A", "B", "C", name="state_old").create(
        op.get_bind(), checkfirst=True
    )
    op.execute("ALTER TABLE hero ADD COLUMN IF NOT EXISTS state_old state_old")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_state() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.state IS DISTINCT FROM OLD.state THEN
                NEW.state_old := (SELECT state::text::state_old FROM (SELECT NEW.*) AS hero);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_hero_state ON hero")
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_state BEFORE INSERT OR UPDATE ON hero "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_hero_state()"
    )
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first hero.id%TYPE;
                limbeck_last hero.id%TYPE;
                limbeck_end hero.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM hero ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM hero ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM hero WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE hero SET state_old = state::text::state_old
                    WHERE (state_old IS NULL AND state IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM hero
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_state_old_set")
    op.create_check_constraint(
        "ck_hero_state_old_set",
        "hero",
        "state_old IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_state_old_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column(
        "hero",
        "state_old",
        existing_type=postgresql.ENUM(
            "A", "B", "C", name="state_old", create_type=False
        ),
        nullable=False,
    )
    op.drop_constraint("ck_hero_state_old_set", "hero", type_="check")
